import type { Site } from '../../model/site.ts';
import { cells } from './cells-table.ts';
import { csvLine } from './csv.ts';
import type { DataTable, Field } from './data-table.ts';
import { checks, rules } from './rule-tables.ts';
import { corrections, coverage, organs, reports } from './site-tables.ts';

/** Every open-data file, in the order of the data page. */
export const dataTables: readonly DataTable[] = [
  cells,
  organs,
  reports,
  coverage,
  corrections,
  checks,
  rules,
];

/** The whole file, piece by piece. */
export function* csvChunks(table: DataTable, site: Site): Iterable<string> {
  yield csvLine(table.fields.map(({ name }: Field) => name));
  yield* table.lines(site);
}
