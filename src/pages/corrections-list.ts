import type { ReportEntry, Site } from '../model/site.ts';
import type { Correction } from '../reports/annotations.ts';

export interface Corrected {
  entry: ReportEntry;
  correction: Correction;
  /** Of its place on the corrections page; stays as long as the report's earlier corrections stay. */
  id: string;
}

/** Every correction of every report: the newest first, those of one day in the order of the site. */
export function correctionsOf(site: Site): Corrected[] {
  const all = site.organs.flatMap(({ organ, reports }) =>
    reports.flatMap((entry) =>
      (entry.report.corrections ?? []).map((correction, i) => ({
        entry,
        correction,
        id: `${organ.slug}-${entry.report.year}-${i + 1}`,
      })),
    ),
  );
  const date = ({ correction }: Corrected) => correction.date;
  return all
    .map((corrected, i) => ({ corrected, i }))
    .sort((a, b) =>
      date(a.corrected) < date(b.corrected) ? 1 : date(a.corrected) > date(b.corrected) ? -1 : a.i - b.i,
    )
    .map(({ corrected }) => corrected);
}
