import { width } from '../diagnostics/width.ts';
import type { Form, FormTable } from '../forms/compile.ts';
import { layout, type PrintedCell } from '../forms/layout.ts';
import { onceFor } from '../forms/once.ts';
import { type CellValue, isNumber } from '../forms/value.ts';

/** An official table with its numbers, laid out for paper. */
export interface DocumentTable {
  /** Rows to repeat at the head of every page; 0 where headings stand between the rows. */
  headRows: number;
  /** Shares of the width that the grid columns take; they add up to 1. */
  shares: readonly number[];
  /** Small type, as offices set tables of many columns. */
  small: boolean;
  /** Points: as the table, or smaller where a number would not stand in its cell. */
  numberSize: number;
  rows: Slot[][];
  /** Mark of the note to the table as a whole. */
  mark?: string;
}

/** A place in a row where a cell begins, or through which one from a row above reaches down; from left to right. */
export interface Slot {
  cell: DocumentCell;
  column: number;
  begins: boolean;
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

/** 156 mm, the width of the text on an A4 page after GB/T 9704, in points. */
export const textWidth = 442.2;
/** Points of the type of tables. */
export const tableSizes = { large: 12, small: 10 };

export function documentTable(
  form: Form,
  table: FormTable,
  values: readonly CellValue[],
  marks: ReadonlyMap<string, string>,
): DocumentTable {
  const { rows, ...frame } = frameOf(table, form);
  const size = tableSizes[frame.small ? 'small' : 'large'];
  let numberSize = size;
  const made = new Map<PrintedCell, DocumentCell>();
  const slots = rows.map((row) =>
    row.map(({ printed, column, begins, points }): Slot => {
      if (!begins) return { cell: made.get(printed)!, column, begins };
      const cell = documentCell(form, printed, values, marks);
      if (cell.number !== undefined) numberSize = Math.min(numberSize, largest(cell.text, points));
      made.set(printed, cell);
      return { cell, column, begins };
    }),
  );
  const mark = marks.get(table.key);
  return { ...frame, numberSize, rows: slots, ...(mark ? { mark } : {}) };
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

/** Points, in halves, at which a number stands in a cell; a digit is little more than half as wide as it is high. */
function largest(text: string, points: number): number {
  return Math.floor((2 * (points - 5)) / (width(text) * 0.58)) / 2;
}

/** What of a table does not depend on its numbers; worked out once. */
interface Frame extends Pick<DocumentTable, 'headRows' | 'shares' | 'small'> {
  rows: { printed: PrintedCell; column: number; begins: boolean; points: number }[][];
}
/** Grid columns from which on a table is set in small type. */
const manyColumns = 8;

const frameOf = onceFor((table: FormTable, form: Form): Frame => {
  const blocks = layout(form, table);
  const shares = columnShares(table);
  return {
    headRows: blocks.length === 1 ? blocks[0]!.head.length : 0,
    shares,
    small: table.width >= manyColumns,
    rows: place(blocks.flatMap(({ head, body }) => [...head, ...body])).map((row) =>
      row.map((slot) => {
        const taken = shares.slice(slot.column, slot.column + slot.printed.colSpan);
        return { ...slot, points: textWidth * taken.reduce((sum, share) => sum + share, 0) };
      }),
    ),
  };
});

interface Placed {
  printed: PrintedCell;
  column: number;
  begins: boolean;
}

/** Every row with all cells that cross it, from left to right. */
function place(rows: readonly (readonly PrintedCell[])[]): Placed[][] {
  let reaching: { slot: Placed; left: number }[] = [];
  return rows.map((row) => {
    const line = reaching.map(({ slot }) => ({ ...slot, begins: false }));
    const free = (column: number) =>
      line.every((slot) => column < slot.column || column >= slot.column + slot.printed.colSpan);
    let column = 0;
    const begun = row.map((printed): Placed => {
      while (!free(column)) column++;
      const slot = { printed, column, begins: true };
      column += printed.colSpan;
      return slot;
    });
    reaching = [
      ...reaching.map(({ slot, left }) => ({ slot, left: left - 1 })),
      ...begun.map((slot) => ({ slot, left: slot.printed.rowSpan - 1 })),
    ].filter(({ left }) => left > 0);
    return [...line, ...begun].sort((a, b) => a.column - b.column);
  });
}

/** Narrow columns for the labels of groups, a wide one for the labels of rows, equal ones for numbers. */
function columnShares({ width: columns, stubWidth }: FormTable): number[] {
  const stub = stubWidth === 0 ? [] : stubWidth === 1 ? [0.34] : [0.05, 0.1, 0.34].slice(-stubWidth);
  const rest = 1 - stub.reduce((sum, share) => sum + share, 0);
  const numbers = columns - stub.length;
  return [...stub, ...Array.from({ length: numbers }, () => rest / numbers)];
}
