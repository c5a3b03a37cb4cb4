import type { Cell, Form } from './compile.ts';
import { onceFor } from './once.ts';

/**
 * What two cells of different editions have in common if they hold the same thing. Tables three and four have the same
 * addresses in every edition; of table two only the number of decisions goes on, which the 2019 edition has as the
 * column 处理决定数量 among others and the 2021 edition as the only number of the row (本年处理决定数量).
 */
export function continuedKey({ address }: Cell): string {
  return address.startsWith('disclosure.') ? address.replace(/\.decisions$/, '') : address;
}

const byKey = onceFor(({ cells }: Form) => new Map(cells.map((cell) => [continuedKey(cell), cell])));

/** The cell of an edition that holds what a cell of another edition holds. */
export function continuedCell(form: Form, cell: Cell): Cell | undefined {
  return byKey(form).get(continuedKey(cell));
}
