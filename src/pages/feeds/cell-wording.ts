import type { Form } from '../../forms/compile.ts';
import { onceFor } from '../../forms/once.ts';
import type { CellValue } from '../../forms/value.ts';
import { csvField } from './csv.ts';

/** What stands in the line of a cell before and after its number: address, table, row, column; unit. */
export type CellWording = readonly [before: string, after: string];

interface Wording {
  /** What stands in the columns of address, table, row, column and unit. */
  columns: readonly (readonly string[])[];
  lines: readonly CellWording[];
}

/** In cell order. */
export const wordingOf = onceFor((form: Form): Wording => {
  const rows = form.cells.map(({ address, table, rowName, columnName, unit }) => [
    address,
    table,
    rowName,
    columnName,
    unit,
  ]);
  return {
    columns: rows[0]!.map((_, i) => rows.map((row) => row[i]!)),
    lines: rows.map((row) => [row.slice(0, -1).map(csvField).join(','), csvField(row.at(-1))]),
  };
});

/** Number and state: where there is no number the state says why. */
export function numberFields(value: CellValue): string {
  return typeof value === 'number' ? `${value},` : `,${value}`;
}
