import { z } from 'zod';
import { type LedgerEntry, ledger } from '../model/ledger.ts';
import type { OrganEntry } from '../model/site.ts';
import { printed } from './sentence.ts';

/** 结转台账: what the report of one year carries forward, and what the next says it was given. */
export const ledgerView = z.strictObject({
  sentence: z.string(),
  columns: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      label: z.string(),
      cells: z.array(
        z.strictObject({
          state: z.enum(['equal', 'broken', 'unknown']),
          text: z.string(),
          href: z.string(),
        }),
      ),
      kind: z.enum(['pass', 'fail', 'unknown']),
      outcome: z.string(),
    }),
  ),
});
type View = z.infer<typeof ledgerView>;

/** Undefined where no two years follow each other. */
export function makeLedger(entry: OrganEntry): View | undefined {
  const entries = ledger(entry);
  if (entries.length === 0) return undefined;
  const broken = entries.filter(({ columns }) => columns.some(({ state }) => state === 'broken')).length;
  return {
    sentence: `每年报告的“结转下年度继续办理”应当等于下一年报告的“上年结转”。${
      broken > 0 ? `${entries.length}次结转里，${broken}次对不上。` : `${entries.length}次结转没有对不上的。`
    }`,
    columns: entries.at(-1)!.columns.map(({ name }) => name),
    rows: entries.map(rowView).reverse(),
  };
}

function rowView({ earlier, later, columns }: LedgerEntry): View['rows'][number] {
  const count = (state: string) => columns.filter((column) => column.state === state).length;
  const [broken, unknown] = [count('broken'), count('unknown')];
  return {
    label: `${earlier.report.year}年结转到${later.report.year}年`,
    cells: columns.map(({ state, from, to, toAddress }) => ({
      state,
      text: from === to ? printed(to) : `${printed(from)} → ${printed(to)}`,
      href: `${later.report.year}.html#${toAddress}`,
    })),
    kind: broken > 0 ? 'fail' : unknown > 0 ? 'unknown' : 'pass',
    outcome: broken > 0 ? `✗ ${broken}列对不上` : unknown > 0 ? `？ ${unknown}列不能核对` : '✓ 各列相符',
  };
}
