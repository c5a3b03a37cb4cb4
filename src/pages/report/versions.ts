import { compareText } from '../../diagnostics/diagnostic.ts';
import type { ReportEntry } from '../../model/site.ts';
import type { Correction } from '../../reports/annotations.ts';
import type { Report } from '../../reports/report.ts';

/** A report as it stood until its figures were corrected on a day. */
export interface Version {
  /** The day of the correction, YYYY-MM-DD. */
  until: string;
  /** Name of its page beside the report's own. */
  file: string;
  entry: ReportEntry;
}

/** By day; those of one day in the order of the file. */
export function correctionsInOrder({ corrections = [] }: Report): Correction[] {
  return [...corrections].sort((a, b) => compareText(a.date, b.date));
}

/** The earlier states of a report, oldest first: the figures with later corrections undone, and their sums. */
export function versionsOf(entry: ReportEntry): Version[] {
  const { report } = entry;
  if (!report.corrections) return [];
  const corrections = correctionsInOrder(report);
  const days = [...new Set(corrections.map(({ date }) => date))];
  return days.map((until) => {
    const values = [...report.values];
    for (const { cell, old } of corrections.filter(({ date }) => date >= until).reverse()) {
      values[report.form.cellAt.get(cell)!.index] = old;
    }
    const earlier = corrections.filter(({ date }) => date < until);
    return {
      until,
      file: `${report.year}-before-${until}.html`,
      entry: {
        ...entry,
        report: { ...report, values, corrections: earlier },
        waived: [],
        warned: [],
      },
    };
  });
}

/** The state of a report that a correction of it ended. */
export function versionBefore(entry: ReportEntry, { date }: Correction): Version {
  return versionsOf(entry).find(({ until }) => until === date)!;
}
