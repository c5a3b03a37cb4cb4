import type { Cell, DataRow, Form, FormTable } from '../forms/compile.ts';
import type { CellValue } from '../forms/value.ts';
import { type Block, labelKey, type SourceCell } from './blocks.ts';
import { type CellReading, type ReadCell, readSourceCell, yuan } from './cell.ts';
import { labelsOf } from './labels.ts';
import { believed, rowReadings } from './row-readings.ts';
import { type OpenRow, settle } from './settle.ts';
import { findLines, type Line } from './table-lines.ts';

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
  /** Blank cells that were taken for 0, as was asked. */
  zeros: number;
  /** Rows that were found, of all rows: how well the table fits this edition. */
  found: number;
  /** Where the table stood. */
  where?: string;
}

/** Binds the cells of a section's blocks to the form by their labels, never by their place alone. */
export function readTable(
  form: Form,
  table: FormTable,
  blocks: readonly Block[],
  blankAsZero: boolean,
): TableReading {
  const labels = labelsOf(table, form);
  const reading: TableReading = { values: new Map(), notes: new Map(), doubts: [], zeros: 0, found: 0 };
  const where = (blocks.find(({ kind }) => kind === 'table') ?? blocks[0])?.where;
  if (where) reading.where = where;
  const read = reader(blocks, blankAsZero);
  const { lines, stray, texts } = findLines(blocks, labels);
  const bound = new Map<DataRow, Line>();
  for (const line of lines) {
    const earlier = bound.get(line.row);
    if (!earlier) bound.set(line.row, line);
    else if (textOf(earlier) !== textOf(line)) tell(reading, line, '这一行出现了两次，以先出现的为准');
  }
  reading.found = bound.size;
  const open = [...bound.values()].map((each): OpenRow => {
    const line = each.rest ? continued(each, each.rest) : each;
    const { columns } = line;
    const readings = columns
      ? believed(line.row.cells.map((cell, i) => underHead(cell, columns[i], read)))
      : rowReadings(line.row, line.cells, read, line.flat);
    const sure = readings.length === 1 && !line.unproved ? readings[0]!.sure : undefined;
    return {
      row: line.row,
      readings,
      ...(line.unproved ? { unproved: line.unproved } : {}),
      ...(sure ? { otherwise: { cells: sure } } : {}),
    };
  });
  for (const { row, cells, told } of settle(form, open)) {
    const line = bound.get(row)!;
    if (line.resembles) tell(reading, line, `行名写的是“${line.resembles}”，当作这一行`);
    if (told) tell(reading, line, `${told}（原文是 ${shown(line.cells)}）`);
    for (const [i, cell] of row.cells.entries()) take(reading, cell, cells[i]!, line, i);
  }
  for (const row of labels.lines) {
    if (bound.has(row)) continue;
    reading.doubts.push({ where: where ?? '', what: '没有找到这一行', cell: row.name });
    for (const cell of row.cells) reading.values.set(cell.index, '看不清');
  }
  for (const { label, cells } of stray) {
    const what = `${form.id}年版的${table.number}里没有“${label}”这一行，没有读入：${shown(cells)}`;
    reading.doubts.push({ where: cells[0]?.where ?? '', what });
  }
  for (const { text, where: at } of texts) {
    reading.doubts.push({ where: at, what: `${table.number}里还有文字，没有读入：“${text.trim()}”` });
  }
  return reading;
}

/** A row that goes on on the next page: what stands below is the rest of a number. Only the sums can tell. */
function continued({ columns, ...line }: Line, rest: readonly SourceCell[]): Line {
  const below = (cell: SourceCell) => rest.find(({ column }) => column === cell.column)?.text.trim() ?? '';
  const cells = line.cells.map((cell) => ({ ...cell, text: `${cell.text.trim()}${below(cell)}` }));
  const all =
    cells.map(({ text }) => text).join('').length ===
    [...line.cells, ...rest].map(({ text }) => text.trim()).join('').length;
  return { ...line, cells: all ? cells : [], unproved: '这一行分在了两页' };
}

/** Amounts are in 元 where a heading says so. */
function reader(blocks: readonly Block[], blankAsZero: boolean): ReadCell {
  const texts = blocks.flatMap((block) =>
    block.kind === 'text' ? [block.text] : block.rows.flatMap((cells) => cells.map(({ text }) => text)),
  );
  const inYuan = texts.some((text) => text.includes('元') && /单位元|\(元\)/.test(labelKey(text)));
  return (cell, { text }) => {
    if (inYuan && cell.kind === 'amount' && /^\d+(\.\d+)?$/.test(text.trim()))
      return yuan(cell, text.trim(), text);
    const reading = readSourceCell(cell, text);
    return blankAsZero && reading.value === '空' ? { value: 0, blank: true } : reading;
  };
}

function underHead(cell: Cell, source: SourceCell | undefined, read: ReadCell): CellReading {
  if (source) return read(cell, source);
  return { value: '看不清', doubt: `表头里没有“${cell.columnName}”这一列` };
}

function take(reading: TableReading, cell: Cell, taken: CellReading, line: Line, i: number): void {
  const { value, note, doubt, blank } = taken;
  if (blank) reading.zeros++;
  reading.values.set(cell.index, value);
  if (note) reading.notes.set(cell.address, note);
  if (doubt) {
    const where = (line.columns?.[i] ?? line.cells[i] ?? line.cells[0])?.where ?? '';
    reading.doubts.push({ where, what: doubt, cell: cell.name });
  }
}

function tell(reading: TableReading, { row, cells }: Line, what: string): void {
  reading.doubts.push({ where: cells[0]?.where ?? '', what, cell: row.name });
}

function textOf({ cells }: Line): string {
  return cells.map(({ text }) => text.trim()).join('|');
}

function shown(cells: readonly SourceCell[]): string {
  const texts = cells.map(({ text }) => text.trim() || '空');
  return texts.length > 20 ? `${texts.slice(0, 20).join('、')}……` : texts.join('、');
}
