import type { Cell, DataRow, Form } from '../forms/compile.ts';
import { onceFor } from '../forms/once.ts';
import { type CellValue, isNumber } from '../forms/value.ts';
import type { Report } from '../reports/report.ts';
import { type Finding, spot } from './rule.ts';

/** How rules reach the numbers of a report: by the addresses of the form. */

const rowsOf = onceFor(({ rows }: Form) => new Map(rows.map((row) => [row.address, row])));

/** The row at an address such as `applications.carriedOver`; undefined where the edition has no such row. */
export function rowAt(form: Form, address: string): DataRow | undefined {
  return rowsOf(form).get(address);
}

/** The cells of rows; rows the edition does not have are left out. */
export function cellsOf(form: Form, ...addresses: string[]): Cell[] {
  return addresses.flatMap((address) => rowAt(form, address)?.cells ?? []);
}

const rowsAsked = onceFor((_: Form) => new Map<string, readonly DataRow[]>());

/** All rows under a key, such as `applications.unable`, or the one row that stands at it. */
export function rowsUnder(form: Form, address: string): readonly DataRow[] {
  const known = rowsAsked(form);
  let rows = known.get(address);
  if (!rows) {
    rows = form.rows.filter((row) => row.address === address || row.address.startsWith(`${address}.`));
    known.set(address, rows);
  }
  return rows;
}

/** `undefined` where the edition has no such cell. */
export function valueAt(report: Report, address: string): CellValue | undefined {
  const cell = report.form.cellAt.get(address);
  return cell && report.values[cell.index];
}

/** The number in a cell; undefined where there is none, for whatever reason. */
export function numberAt(report: Report, address: string): number | undefined {
  const value = valueAt(report, address);
  return isNumber(value) ? value : undefined;
}

/** Their sum, exact for counts; undefined where one of them holds no number. */
export function sumOf(report: Report, cells: readonly (Cell | undefined)[]): number | undefined {
  let sum = 0;
  for (const cell of cells) {
    const value = cell && report.values[cell.index];
    if (!isNumber(value)) return undefined;
    sum += value;
  }
  return sum;
}

/** By the key of its column; undefined where the row has no such column. */
export function cellOf(row: DataRow, column: string): Cell | undefined {
  return row.cells.find((cell) => cell.column === column);
}

type Related = NonNullable<Finding['related']>[number];

/** The other cells of a row, beside the one a finding is about. */
export function besides(report: Report, row: DataRow, at: Cell): Related[] {
  return row.cells
    .filter((cell) => cell !== at)
    .map((cell) => ({
      message: `${cell.columnName} ${report.values[cell.index]}`,
      at: spot(report, cell.address),
    }));
}

/** A cell of the year before. */
export function inYear(report: Report, cell: Cell): Related {
  return {
    message: `${report.year}年报告 ${cell.name} ${report.values[cell.index]}`,
    at: spot(report, cell.address),
  };
}
