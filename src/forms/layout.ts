import { blockWidth, columnSteps, type Form, type FormTable, rowSteps } from './compile.ts';
import type { Block, Column, Row } from './edition.ts';

/** One printed cell of an official table. */
export interface PrintedCell {
  /** Fixed wording, or the index of the number that stands here. */
  text?: string;
  cell?: number;
  kind: 'caption' | 'stub' | 'column' | 'columnGroup' | 'row' | 'rowGroup' | 'value';
  colSpan: number;
  rowSpan: number;
  /** Keys of the printed row and column a number or a column heading stands in: `denied.stateSecret`, `review.upheld`. */
  row?: string;
  column?: string;
}

export interface PrintedBlock {
  head: PrintedCell[][];
  body: PrintedCell[][];
}

/**
 * The official table as a grid of spans, the same for HTML, Word, PDF and XLSX.
 * Rows hold only the cells that begin in them, as in HTML.
 */
export function layout(form: Form, table: FormTable): PrintedBlock[] {
  let next = form.cells.findIndex((cell) => cell.path[0] === table.key);
  return table.blocks.map((block) => {
    const columns = columnSteps(block.columns);
    const rows = rowSteps(block.rows);
    const values = (row: string) =>
      columns.map(
        ({ column, keys }): PrintedCell => ({
          cell: next++,
          kind: 'value',
          colSpan: column.valueSpan ?? column.span ?? 1,
          rowSpan: 1,
          row,
          column: keys.join('.'),
        }),
      );
    return {
      head: headRows(block, table.stubWidth),
      body: bodyRows(block.rows, table.stubWidth).map((labels, i) => [
        ...labels,
        ...values(rows[i]!.keys.join('.')),
      ]),
    };
  });
}

function headRows(block: Block, stubWidth: number): PrintedCell[][] {
  const depth = columnDepth(block.columns);
  const rows: PrintedCell[][] = Array.from({ length: depth }, () => []);
  if (block.stub !== undefined) {
    rows[0]!.push({ text: block.stub, kind: 'stub', colSpan: stubWidth, rowSpan: depth });
  }
  const place = (columns: readonly Column[], level: number, above: readonly string[]) => {
    for (const column of columns) {
      const group = column.columns !== undefined;
      const keys = column.key ? [...above, column.key] : above;
      rows[level]!.push({
        text: column.label,
        kind: group ? 'columnGroup' : 'column',
        colSpan: columnSteps([column]).reduce((sum, leaf) => sum + (leaf.column.span ?? 1), 0),
        rowSpan: group ? 1 : depth - level,
        ...(group ? {} : { column: keys.join('.') }),
      });
      if (group) place(column.columns!, level + 1, keys);
    }
  };
  place(block.columns, 0, []);
  if (block.caption !== undefined) {
    const width = stubWidth + blockWidth(block);
    rows.unshift([{ text: block.caption, kind: 'caption', colSpan: width, rowSpan: 1 }]);
  }
  return rows;
}

function columnDepth(columns: readonly Column[]): number {
  return 1 + Math.max(0, ...columns.map((column) => (column.columns ? columnDepth(column.columns) : 0)));
}

/** The label cells that begin in each number row. */
function bodyRows(rows: readonly Row[], width: number): PrintedCell[][] {
  return rows.flatMap((row) => {
    if (!row.rows) {
      return [row.label === undefined ? [] : [label(row.label, 'row', width, 1)]];
    }
    const inner = bodyRows(row.rows, width - 1);
    inner[0]!.unshift(label(row.label!, 'rowGroup', 1, inner.length));
    return inner;
  });
}

function label(text: string, kind: 'row' | 'rowGroup', colSpan: number, rowSpan: number): PrintedCell {
  return { text, kind, colSpan, rowSpan };
}
