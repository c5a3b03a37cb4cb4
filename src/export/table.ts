import { width } from '../diagnostics/width.ts';
import type { Form, FormTable } from '../forms/compile.ts';
import { layout, type PrintedCell } from '../forms/layout.ts';
import { type CellValue, isNumber } from '../forms/value.ts';

/** An official table with its numbers, as a grid of spans. */
export interface DocumentTable {
  /** Grid columns, and how many of them hold row labels. */
  width: number;
  stubWidth: number;
  /** Rows to repeat at the head of every page; 0 where headings stand between the rows. */
  headRows: number;
  /** Only the cells that begin in a row, as in HTML. */
  rows: DocumentCell[][];
  /** Mark of the note to the table as a whole. */
  mark?: string;
}

export interface DocumentCell {
  kind: PrintedCell['kind'];
  /** A blank of the original stays blank, as in the document that it is. */
  text: string;
  /** The number itself, where the cell holds one. */
  number?: number;
  /** Mark of a note to this cell. */
  mark?: string;
  colSpan: number;
  rowSpan: number;
}

export function documentTable(
  form: Form,
  table: FormTable,
  values: readonly CellValue[],
  marks: ReadonlyMap<string, string>,
): DocumentTable {
  const blocks = layout(form, table);
  const mark = marks.get(table.key);
  return {
    width: table.width,
    stubWidth: table.stubWidth,
    headRows: blocks.length === 1 ? blocks[0]!.head.length : 0,
    rows: blocks
      .flatMap(({ head, body }) => [...head, ...body])
      .map((row) => row.map((cell) => documentCell(form, cell, values, marks))),
    ...(mark ? { mark } : {}),
  };
}

function documentCell(
  form: Form,
  { kind, text, cell, colSpan, rowSpan }: PrintedCell,
  values: readonly CellValue[],
  marks: ReadonlyMap<string, string>,
): DocumentCell {
  if (cell === undefined) return { kind, text: text!, colSpan, rowSpan };
  const { address, printUnit, unit } = form.cells[cell]!;
  const value = values[cell]!;
  const mark = marks.get(address);
  return {
    kind,
    text: isNumber(value) ? `${value}${printUnit ? unit : ''}` : value === '空' ? '' : value,
    ...(isNumber(value) ? { number: value } : {}),
    ...(mark ? { mark } : {}),
    colSpan,
    rowSpan,
  };
}

/** A place in a row where a cell begins, or through which one from a row above reaches down. */
export interface Slot {
  cell: DocumentCell;
  column: number;
  begins: boolean;
}

/** Every row with all cells that cross it, from left to right. */
export function slots(rows: readonly (readonly DocumentCell[])[]): Slot[][] {
  let reaching: { slot: Slot; left: number }[] = [];
  return rows.map((row) => {
    const line = reaching.map(({ slot }) => ({ ...slot, begins: false }));
    const free = (column: number) =>
      line.every((slot) => column < slot.column || column >= slot.column + slot.cell.colSpan);
    let column = 0;
    for (const cell of row) {
      while (!free(column)) column++;
      line.push({ cell, column, begins: true });
      column += cell.colSpan;
    }
    reaching = [
      ...reaching.map(({ slot, left }) => ({ slot, left: left - 1 })),
      ...line.filter(({ begins }) => begins).map((slot) => ({ slot, left: slot.cell.rowSpan - 1 })),
    ].filter(({ left }) => left > 0);
    return line.sort((a, b) => a.column - b.column);
  });
}

/**
 * Shares of the width for the grid columns, which add up to 1: narrow columns for labels of groups, a wide one for the
 * labels of rows, equal ones for numbers.
 */
export function columnShares({ width: columns, stubWidth }: DocumentTable): number[] {
  const stub = stubWidth === 0 ? [] : stubWidth === 1 ? [0.34] : [0.05, 0.1, 0.34].slice(-stubWidth);
  const rest = 1 - stub.reduce((sum, share) => sum + share, 0);
  const numbers = columns - stub.length;
  return [...stub, ...Array.from({ length: numbers }, () => rest / numbers)];
}

/** Grid columns from which on a table is set in small type, as offices do. */
const manyColumns = 8;

/** Points: whether a table is set in 小四 or in small type, and how small its numbers must be to stand in their cells. */
export function typeSizes(table: DocumentTable, tableWidth: number): { small: boolean; numbers: number } {
  const small = table.width >= manyColumns;
  const size = small ? 10 : 12;
  const shares = columnShares(table);
  const fits = slots(table.rows).flatMap((row) =>
    row
      .filter(({ cell, begins }) => begins && cell.number !== undefined)
      .map(({ cell, column }) => {
        const share = shares.slice(column, column + cell.colSpan).reduce((sum, one) => sum + one, 0);
        // A digit is little more than half as wide as it is high; marks are raised and smaller.
        const ems = width(cell.text) * 0.58 + width(cell.mark ?? '') * 0.35;
        return (share * tableWidth - 5) / ems;
      }),
  );
  return { small, numbers: Math.floor(2 * Math.min(size, ...fits)) / 2 };
}
