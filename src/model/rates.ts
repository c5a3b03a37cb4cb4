import { isNumber } from '../forms/value.ts';
import { type ReportEntry, valueAt } from './site.ts';

/** With fewer cases than this a share says nothing about the organ. */
export const smallestBase = 10;

/** A share of cases, always told with its count and its base. */
export interface Rate {
  title: string;
  /** What is counted, out of what. */
  part: string;
  base: string;
  /** Addresses added up; of the base those after are taken off. */
  parts: readonly string[];
  bases: readonly string[];
  less: readonly string[];
}

const cases = ['review', 'litigationDirect', 'litigationAfterReview'].map((key) => `challenges.${key}`);

export const rates: readonly Rate[] = [
  {
    title: '予以公开和部分公开的比例',
    part: '予以公开和部分公开',
    base: '办结的申请',
    parts: ['applications.granted.total', 'applications.partiallyGranted.total'],
    bases: ['applications.total.total'],
    less: [],
  },
  {
    title: '复议和诉讼中被纠正的比例',
    part: '结果纠正',
    base: '审结的行政复议和行政诉讼',
    parts: cases.map((row) => `${row}.corrected`),
    bases: cases.map((row) => `${row}.total`),
    less: cases.map((row) => `${row}.pending`),
  },
];

export interface Share {
  entry: ReportEntry;
  part: number;
  base: number;
}

/** Undefined where a number is missing. */
export function shareOf(rate: Rate, entry: ReportEntry): Share | undefined {
  const add = (addresses: readonly string[]) => {
    const values = addresses.map((address) => valueAt(entry.report, address));
    return values.every(isNumber) ? values.reduce((sum, value) => sum + value, 0) : undefined;
  };
  const [part, all, less] = [add(rate.parts), add(rate.bases), add(rate.less)];
  if (part === undefined || all === undefined || less === undefined) return undefined;
  return { entry, part, base: all - less };
}

/** Highest first; equal shares have one rank. Those with a small base are not ranked. */
export function ranking(
  rate: Rate,
  entries: readonly ReportEntry[],
): { ranked: (Share & { rank: number })[]; small: Share[] } {
  const shares = entries.flatMap((entry) => shareOf(rate, entry) ?? []);
  const large = shares
    .filter(({ base }) => base >= smallestBase)
    .sort((a, b) => b.part * a.base - a.part * b.base);
  const rankOf = (share: Share) =>
    large.filter((other) => other.part * share.base > share.part * other.base).length + 1;
  return {
    ranked: large.map((share) => ({ ...share, rank: rankOf(share) })),
    small: shares.filter(({ base }) => base < smallestBase),
  };
}
