import type { Form } from '../../forms/compile.ts';
import type { CellValue } from '../../forms/value.ts';
import { csvField } from './csv.ts';

/** What stands in the line of a cell before and after its number: address, table, row, column; unit. */
export type CellWording = readonly [before: string, after: string];

const wordings = new WeakMap<Form, readonly CellWording[]>();

/** In cell order, worked out once for each edition. */
export function wordingOf(form: Form): readonly CellWording[] {
  let wording = wordings.get(form);
  if (!wording) {
    wording = form.cells.map((cell) => [
      [cell.address, cell.table, cell.rowName, cell.columnName].map(csvField).join(','),
      csvField(cell.unit),
    ]);
    wordings.set(form, wording);
  }
  return wording;
}

/** Number and state: where there is no number the state says why. */
export function numberFields(value: CellValue): string {
  return typeof value === 'number' ? `${value},` : `,${value}`;
}
