import type { Cell, Form } from './compile.ts';

/**
 * The cell of an edition that holds what an address of another edition holds. Tables three and four have the same
 * addresses in every edition; of table two only the number of decisions goes on, which the 2019 edition has as the
 * column 处理决定数量 among others and the 2021 edition as the only number of the row (本年处理决定数量).
 */
export function continuedCell(form: Form, address: string): Cell | undefined {
  const [table] = address.split('.');
  const cell = form.cellAt.get(address);
  if (table !== 'disclosure') return cell;
  return (
    cell ?? form.cellAt.get(`${address}.decisions`) ?? form.cellAt.get(address.replace(/\.decisions$/, ''))
  );
}
