import { compareText } from '../diagnostics/diagnostic.ts';
import type { ReportEntry, Site } from '../model/site.ts';
import type { Correction } from '../reports/annotations.ts';
import { correctionsInOrder } from './report/versions.ts';

export interface Corrected {
  entry: ReportEntry;
  correction: Correction;
  /** Its place among the corrections of its report, from 1. */
  number: number;
  /** Of its place on the corrections page. */
  id: string;
}

/** Every correction of every report: the newest first, those of one day in the order of the site. */
export function correctionsOf(site: Site): Corrected[] {
  const all = site.organs.flatMap(({ organ, reports }) =>
    reports.flatMap((entry) =>
      correctionsInOrder(entry.report).map((correction, i) => ({
        entry,
        correction,
        number: i + 1,
        id: `${organ.slug}-${entry.report.year}-${i + 1}`,
      })),
    ),
  );
  // The sort is stable.
  return all.sort((a, b) => compareText(b.correction.date, a.correction.date));
}
