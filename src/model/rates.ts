import { cellOf, rowsUnder, sumOf } from '../check/cells.ts';
import type { Cell, Form } from '../forms/compile.ts';
import type { ReportEntry } from './site.ts';

/** With fewer cases than this a share says nothing about the organ. */
export const smallestBase = 10;

/** A share of cases, always told with its count and its base. */
export interface Rate {
  title: string;
  /** What is counted, out of what. */
  part: string;
  base: string;
  /** What is added up; of the base what is `less` is taken off. */
  parts: CellsOf;
  bases: CellsOf;
  less: CellsOf;
}

type CellsOf = (form: Form) => (Cell | undefined)[];

const applications =
  (...rows: string[]): CellsOf =>
  (form) =>
    rows.map((row) => form.cellAt.get(`applications.${row}.total`));
/** A column of table four, over all its rows. */
const cases =
  (column: string): CellsOf =>
  (form) =>
    rowsUnder(form, 'challenges').map((row) => cellOf(row, column));

export const rates: readonly Rate[] = [
  {
    title: '予以公开和部分公开的比例',
    part: '予以公开和部分公开',
    base: '办结的申请',
    parts: applications('granted', 'partiallyGranted'),
    bases: applications('total'),
    less: () => [],
  },
  {
    title: '复议和诉讼中被纠正的比例',
    part: '结果纠正',
    base: '审结的行政复议和行政诉讼',
    parts: cases('corrected'),
    bases: cases('total'),
    less: cases('pending'),
  },
];

export interface Share {
  entry: ReportEntry;
  part: number;
  base: number;
}

/** Undefined where a number is missing. */
export function shareOf(rate: Rate, entry: ReportEntry): Share | undefined {
  const { report } = entry;
  const [part, all, less] = [rate.parts, rate.bases, rate.less].map((cells) =>
    sumOf(report, cells(report.form)),
  );
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
