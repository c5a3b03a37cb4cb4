import type { DataRow, Form, FormTable } from '../forms/compile.ts';
import { layout } from '../forms/layout.ts';
import type { CellValue } from '../forms/value.ts';
import { type Block, labelKey, type SourceCell } from './blocks.ts';
import { readSourceCell, yuan } from './cell.ts';

export interface Doubt {
  where: string;
  what: string;
  /** Official name of the cell or row. */
  cell?: string;
}

export interface TableReading {
  /** By cell index; only the cells of this table. */
  values: Map<number, CellValue>;
  notes: Map<string, string>;
  doubts: Doubt[];
  /** Rows that were found, of all rows: how well the table fits this edition. */
  found: number;
  /** Where the table stood. */
  where?: string;
}

/** A label with the cells that follow it. */
interface LabelledRow {
  row: DataRow;
  values: SourceCell[];
}

/** Binds the cells of a section's blocks to the form by their labels, never by their place alone. */
export function readTable(form: Form, table: FormTable, blocks: readonly Block[]): TableReading {
  const labels = labelsOf(form, table);
  const grids = blocks.filter((block) => block.kind === 'table');
  const rows = grids.length > 0 ? grids.flatMap((grid) => grid.rows) : streamRows(blocks, labels);
  const reading: TableReading = { values: new Map(), notes: new Map(), doubts: [], found: 0 };
  const where = grids[0]?.where ?? blocks.find((block) => block.kind === 'text')?.where;
  if (where) reading.where = where;
  const inYuan = rows.some((cells) => cells.some((cell) => /单位[:：]?元/.test(labelKey(cell.text))));
  const bound = new Set<DataRow>();
  for (const { row, values } of labels.unlabelled.length > 0
    ? unlabelled(rows, labels)
    : labelled(rows, labels)) {
    if (bound.has(row)) {
      reading.doubts.push({
        where: values[0]?.where ?? '',
        what: '这一行出现了两次，以先出现的为准',
        cell: row.name,
      });
      continue;
    }
    bound.add(row);
    reading.found++;
    bind(row, values, inYuan, reading);
  }
  for (const row of table.rows) {
    if (bound.has(row)) continue;
    reading.doubts.push({ where: where ?? '', what: '没有找到这一行', cell: row.name });
    for (const cell of row.cells) reading.values.set(cell.index, '看不清');
  }
  return reading;
}

function bind(row: DataRow, found: readonly SourceCell[], inYuan: boolean, reading: TableReading): void {
  const values = [...found];
  while (values.length > row.cells.length && values.at(-1)!.text.trim() === '') values.pop();
  if (values.length !== row.cells.length) {
    const what = `这一行应有${row.cells.length}格，读到${values.length}格，对不上`;
    reading.doubts.push({ where: found[0]?.where ?? '', what, cell: row.name });
    for (const cell of row.cells) reading.values.set(cell.index, '看不清');
    return;
  }
  row.cells.forEach((cell, i) => {
    const { text, where } = values[i]!;
    const plain = inYuan && cell.kind === 'amount' && /^\d+(\.\d+)?$/.test(text.trim());
    const { value, note, doubt } = plain ? yuan(cell, text.trim(), text) : readSourceCell(cell, text);
    reading.values.set(cell.index, value);
    if (note) reading.notes.set(cell.address, note);
    if (doubt) reading.doubts.push({ where, what: doubt, cell: cell.name });
  });
}

interface Labels {
  rows: Map<string, DataRow>;
  /** The same without numbering, where that is not also a heading. */
  bare: Map<string, DataRow>;
  /** Headings and group labels: never a number. */
  other: Set<string>;
  /** Rows printed side by side without a label of their own. */
  unlabelled: DataRow[];
}

function labelsOf(form: Form, table: FormTable): Labels {
  const other = new Set<string>();
  for (const block of layout(form, table)) {
    for (const cell of [...block.head, ...block.body].flat()) {
      if (cell.text !== undefined && cell.kind !== 'row') other.add(labelKey(cell.text));
    }
  }
  const rows = new Map<string, DataRow>();
  const bare = new Map<string, DataRow>();
  if (table.stubWidth === 0) return { rows, bare, other, unlabelled: [...table.rows] };
  for (const row of table.rows) {
    for (const label of [row.label, ...row.variants]) {
      rows.set(labelKey(label), row);
      const short = withoutNumber(labelKey(label));
      if (!other.has(short)) bare.set(short, row);
    }
  }
  return { rows, bare, other, unlabelled: [] };
}

function withoutNumber(key: string): string {
  return key.replace(/^(\d+\.|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+(?=本年|上年|结转))/, '');
}

function rowAt(text: string, labels: Labels): DataRow | undefined {
  const key = labelKey(text);
  return key === ''
    ? undefined
    : (labels.rows.get(key) ?? (labels.other.has(key) ? undefined : labels.bare.get(withoutNumber(key))));
}

function labelled(rows: readonly SourceCell[][], labels: Labels): LabelledRow[] {
  return rows.flatMap((cells) => {
    for (let i = cells.length - 1; i >= 0; i--) {
      const row = rowAt(cells[i]!.text, labels);
      if (row) return [{ row, values: cells.slice(i + 1) }];
    }
    return [];
  });
}

/** The numbers of a table without row labels: the one row with as many cells as the table has numbers. */
function unlabelled(rows: readonly SourceCell[][], labels: Labels): LabelledRow[] {
  const total = labels.unlabelled.reduce((sum, row) => sum + row.cells.length, 0);
  const numbers = rows.filter(
    (cells) => cells.length === total && cells.every((cell) => !labels.other.has(labelKey(cell.text))),
  );
  if (numbers.length !== 1) return [];
  let at = 0;
  return labels.unlabelled.map((row) => {
    const values = numbers[0]!.slice(at, at + row.cells.length);
    at += row.cells.length;
    return { row, values };
  });
}

/** Lines of a document that lost its tables: a label opens a row, what follows are its cells. */
function streamRows(blocks: readonly Block[], labels: Labels): SourceCell[][] {
  const rows: SourceCell[][] = [];
  for (const block of blocks) {
    if (block.kind !== 'text') continue;
    const cell = { text: block.text, where: block.where };
    const heading = labels.other.has(labelKey(block.text));
    if (rowAt(block.text, labels) || (heading && (rows.length === 0 || !isHeadingRow(rows.at(-1)!, labels))))
      rows.push([cell]);
    else if (
      !heading &&
      rows.length > 0 &&
      isHeadingRow(rows.at(-1)!, labels) &&
      labels.unlabelled.length > 0
    )
      rows.push([cell]);
    else if (rows.length > 0) rows.at(-1)!.push(cell);
  }
  return rows;
}

function isHeadingRow(row: readonly SourceCell[], labels: Labels): boolean {
  return row.length > 0 && labels.other.has(labelKey(row[0]!.text));
}
