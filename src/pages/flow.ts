import { z } from 'zod';
import { isNumber } from '../forms/value.ts';
import { figure, type ReportEntry } from '../model/site.ts';
import { bar } from './charts.ts';

/** 收到 and 去向 of a year: the printed equation as two bars. */
export const flow = z.strictObject({
  title: z.string(),
  rows: z.array(z.strictObject({ label: z.string(), text: z.string(), bar })),
});
export type Flow = z.infer<typeof flow>;

/** Undefined where a number is missing, or there is nothing to show. */
export function flowView({ report }: ReportEntry): Flow | undefined {
  const [received, carried, handled, forward] = flowKeys.map((key) => figure(report, key));
  if (!isNumber(received) || !isNumber(carried) || !isNumber(handled) || !isNumber(forward)) return undefined;
  const longest = Math.max(received + carried, handled + forward);
  if (longest === 0) return undefined;
  const row = (label: string, [a, first]: [string, number], [b, second]: [string, number]) => ({
    label,
    text: `${first + second}件：${a}${first}件，${b}${second}件`,
    bar: [
      { kind: 'first' as const, share: (first / longest) * 100 },
      { kind: 'second' as const, share: (second / longest) * 100 },
    ],
  });
  return {
    title: `${report.year}年的申请：收到的和办了的`,
    rows: [
      row('收到', ['新收', received], ['上年结转', carried]),
      row('去向', ['办结', handled], ['结转下年度', forward]),
    ],
  };
}

const flowKeys = ['newReceived', 'carriedOver', 'handled', 'carriedForward'] as const;
