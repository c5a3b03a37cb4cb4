import { z } from 'zod';
import { isNumber } from '../forms/value.ts';
import { type Rate, ranking, rates, smallestBase } from '../model/rates.ts';
import { figure, type ReportEntry } from '../model/site.ts';
import { bar } from './charts.ts';
import { link, reportPath } from './page.ts';

/** How many organs received how many applications. */
export const distributionView = z.strictObject({
  sentence: z.string(),
  rows: z.array(z.strictObject({ label: z.string(), text: z.string(), names: z.string(), bar })),
});

/** Shares with their counts; organs with few cases are named, not ranked. */
export const rankingView = z.strictObject({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  rows: z.array(link.extend({ rank: z.string(), share: z.string(), count: z.string(), bar })),
  small: z.string().optional(),
});

const steps = [0, 1, 5, 10, 20, 50, 100, 200, 500, 1000] as const;
/** More names than this say nothing any more. */
const namesShown = 12;

/** Undefined where there are too few organs for a distribution. */
export function makeDistribution(
  entries: readonly ReportEntry[],
): z.infer<typeof distributionView> | undefined {
  const known = entries.flatMap((entry) => {
    const value = figure(entry.report, 'newReceived');
    return isNumber(value) ? [{ name: entry.organ.organ.name, value }] : [];
  });
  if (known.length < 3) return undefined;
  const bins = steps.map((from, i) => ({
    from,
    to: steps[i + 1] === undefined ? Number.POSITIVE_INFINITY : steps[i + 1]! - 1,
  }));
  const filled = bins.map(({ from, to }) => ({
    from,
    to,
    names: known.filter(({ value }) => value >= from && value <= to).map(({ name }) => name),
  }));
  const first = filled.findIndex(({ names }) => names.length > 0);
  const last = filled.findLastIndex(({ names }) => names.length > 0);
  const longest = Math.max(...filled.map(({ names }) => names.length));
  const sorted = known.map(({ value }) => value).sort((a, b) => a - b);
  const middle =
    (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
  return {
    sentence: `${known.length}个机关里，新收申请最少的${sorted[0]}件，最多的${sorted.at(-1)}件，中间的${middle}件。`,
    rows: filled.slice(first, last + 1).map(({ from, to, names }) => ({
      label:
        to === from ? `${from}件` : to === Number.POSITIVE_INFINITY ? `${from}件以上` : `${from}至${to}件`,
      text: `${names.length}个`,
      names: names.length > 0 && names.length <= namesShown ? names.join('、') : '',
      bar: [{ kind: 'first' as const, share: (names.length / longest) * 100 }],
    })),
  };
}

/** Rates for which at least two organs can be compared. */
export function makeRankings(entries: readonly ReportEntry[]): z.infer<typeof rankingView>[] {
  return rates.flatMap((rate, i) => {
    const { ranked, small } = ranking(rate, entries);
    if (ranked.length < 2) return [];
    return [
      {
        id: `ranking-${i + 1}`,
        title: rate.title,
        about: about(rate),
        rows: ranked.map(({ entry, part, base, rank }) => ({
          rank: String(rank),
          label: entry.organ.organ.name,
          href: `../${reportPath(entry.organ.organ.slug, entry.report.year)}`,
          share: `${((part / base) * 100).toFixed(1)}%`,
          count: `${base}件中的${part}件`,
          bar: [{ kind: 'first' as const, share: (part / base) * 100 }],
        })),
        ...(small.length > 0
          ? {
              small: `不足${smallestBase}件，不排名：${small
                .map(({ entry, part, base }) => `${entry.organ.organ.name}（${base}件中的${part}件）`)
                .join('、')}。`,
            }
          : {}),
      },
    ];
  });
}

function about({ part, base }: Rate): string {
  return `${part}，占${base}。比例高低与申请的内容有关，不等于工作好坏；${base}不足${smallestBase}件的不排名。`;
}
