import type { DataRow } from '../forms/compile.ts';
import type { Block, SourceCell, TableBlock } from './blocks.ts';
import {
  headingKey,
  isHeading,
  isPrinted,
  type Labels,
  labelAndNumbers,
  rowAt,
  similarRow,
} from './labels.ts';

/** A row of the form with the cells that were found for it. */
export interface Line {
  row: DataRow;
  cells: SourceCell[];
  /** The ends of rows are not known: blanks at the end may belong elsewhere. */
  flat: boolean;
  /** Found by its place alone. */
  unproved?: string;
  /** Found by a label that resembles the official one. */
  resembles?: string;
  /** The heads of these cells' columns say which they are; a column that is not printed has none. */
  columns?: readonly (SourceCell | undefined)[];
  /** The rest of its cells, where a page ended within the row. */
  rest?: readonly SourceCell[];
}

/** Numbers that stand in a row of no known label. */
export interface Stray {
  label: string;
  cells: SourceCell[];
  flat: boolean;
}

interface Bound {
  lines: Line[];
  stray: Stray[];
}

export interface Found extends Bound {
  /** What else stands in the table and is none of the form's. */
  texts: SourceCell[];
}

interface Row {
  cells: SourceCell[];
  flat: boolean;
  /** A table begins here, with columns of its own. */
  first?: boolean;
}

/** A column by its official heading, and where it stands. */
interface Head {
  key: string;
  column: number;
}

/** Takes the cells of a section apart into the rows of the form. */
export function findLines(blocks: readonly Block[], labels: Labels): Found {
  const grids = blocks.filter((block) => block.kind === 'table');
  const texts: SourceCell[] = [];
  const rows = (
    grids.length > 0 ? grids.flatMap((grid) => gridRows(grid, labels)) : textRows(blocks, labels)
  ).map((row) => {
    const foreign = row.cells.filter(({ text }) => isSentence(text) && !isPrinted(text, labels));
    texts.push(...foreign);
    return foreign.length > 0 ? { ...row, cells: row.cells.filter((cell) => !foreign.includes(cell)) } : row;
  });
  const found = labels.labelled ? labelledLines(rows, labels) : unlabelledLines(rows, labels);
  return { ...found, texts };
}

/** Words, and not a number with a note. */
function isSentence(text: string): boolean {
  return /^\D*\p{Script=Han}/u.test(text.trim()) && text.trim().length > 5;
}

function gridRows({ rows, flat = false }: TableBlock, labels: Labels): Row[] {
  return flat
    ? rows.flatMap((cells) => cutAtLabels(cells, labels))
    : rows.map((cells, i) => ({ cells, flat, first: i === 0 }));
}

/** Lines of a document that lost its tables. */
function textRows(blocks: readonly Block[], labels: Labels): Row[] {
  const cells = blocks.flatMap((block): SourceCell[] =>
    block.kind === 'text' ? [{ text: block.text, where: block.where }] : [],
  );
  return cutAtLabels(cells, labels);
}

/** A stream of cells: a label opens a row, what follows are its cells. */
function cutAtLabels(cells: readonly SourceCell[], labels: Labels): Row[] {
  const rows: Row[] = [];
  let headings = !labels.labelled;
  for (const cell of cells) {
    const heading = isHeading(cell.text, labels);
    const opens = rowAt(cell.text, labels) ?? labelAndNumbers(cell.text, labels);
    const last = rows.at(-1);
    if (opens || (heading && !headings) || (!heading && headings && !labels.labelled))
      rows.push({ cells: [cell], flat: labels.labelled });
    else if (last) last.cells.push(cell);
    else rows.push({ cells: [cell], flat: labels.labelled });
    headings = heading || (headings && cell.text.trim() === '' && !opens);
  }
  for (const row of rows) {
    const [label, only, ...more] = row.cells;
    const tokens = only && more.every(({ text }) => text.trim() === '') ? only.text.trim().split(/\s+/) : [];
    if (tokens.length > 1 && tokens.every((token) => /^[\d０-９.,]+$/.test(token)))
      row.cells = [label!, ...tokens.map((text) => ({ text, where: only!.where }))];
  }
  return rows;
}

function labelledLines(rows: readonly Row[], labels: Labels): Bound {
  const lines: Line[] = [];
  const unknown: { row: Row; after: number }[] = [];
  let heads: Head[] = [];
  let inHead = false;
  for (const row of rows) {
    if (row.first) heads = [];
    const line = labelledLine(row, labels);
    if (line) {
      inHead = false;
      const columns = underHeads(line, heads);
      lines.push({ ...line, ...(columns ? { columns } : {}) });
      continue;
    }
    const found = headsIn(row, labels);
    const last = lines.at(-1);
    if (row.first && last && found.length === 0 && row.cells.every(isRest)) {
      if (hasNumber(row)) last.rest = row.cells;
    } else if (found.length === 0 && hasNumber(row)) unknown.push({ row, after: lines.length });
    else if (found.length > 0 || row.cells.some(({ text }) => isHeading(text, labels))) {
      heads = inHead ? [...heads, ...found] : found;
      inHead = true;
    }
  }
  return placeUnknown(lines, unknown, labels);
}

function headsIn({ cells }: Row, labels: Labels): Head[] {
  return cells.flatMap(({ text, column }) => {
    const key = labels.columns.get(headingKey(text));
    return key !== undefined && column !== undefined ? [{ key, column }] : [];
  });
}

function labelledLine({ cells, flat }: Row, labels: Labels): Line | undefined {
  for (let i = cells.length - 1; i >= 0; i--) {
    const { text, where } = cells[i]!;
    const row = rowAt(text, labels);
    if (row) return { row, cells: cells.slice(i + 1), flat };
    const both = labelAndNumbers(text, labels);
    if (both) {
      const numbers = both.numbers.map((number) => ({ text: number, where }));
      return { row: both.row, cells: [...numbers, ...cells.slice(i + 1)], flat };
    }
  }
  return undefined;
}

/** The cells by the heads of their columns, where every cell that is not blank stands under one. */
function underHeads({ row, cells }: Line, heads: readonly Head[]): (SourceCell | undefined)[] | undefined {
  const own = row.cells.map(({ columnName }) => heads.filter(({ key }) => key === columnName));
  if (own.some((found) => found.length > 1)) return undefined;
  const columns = own.map((found) => found[0]?.column);
  const known = columns.filter((column) => column !== undefined);
  if (known.length < 2 || known.length < columns.length - 2) return undefined;
  if (new Set(known).size < known.length) return undefined;
  const at = columns.map((column) => column !== undefined && cells.find((cell) => cell.column === column));
  const used = at.filter((cell) => cell !== false);
  if (used.some((cell) => cell === undefined)) return undefined;
  const rest = cells.filter((cell) => !used.includes(cell));
  return rest.every(({ text }) => text.trim() === '') ? at.map((cell) => cell || undefined) : undefined;
}

function isRest({ text, column }: SourceCell): boolean {
  return column !== undefined && /^[\d０-９.,\s]*$/.test(text);
}

function hasNumber({ cells }: Row): boolean {
  return cells.some(({ text }) => /^\s*[-+]?[\d０-９][\d０-９.,，\s]*$/.test(text));
}

/** Rows whose label cannot be read: by a label that resembles it, or as the only ones that are missing there. */
function placeUnknown(lines: Line[], unknown: readonly { row: Row; after: number }[], labels: Labels): Bound {
  const bound = new Set(lines.map(({ row }) => row));
  const placed: Line[] = [];
  const stray: Stray[] = [];
  const gaps = new Map<number, Stray[]>();
  for (const { row, after } of unknown) {
    const first = row.cells.findIndex((cell) => hasNumber({ ...row, cells: [cell] }));
    const label =
      row.cells
        .slice(0, first)
        .findLast(({ text }) => text.trim() !== '')
        ?.text.trim() ?? '';
    gaps.set(after, [...(gaps.get(after) ?? []), { label, cells: row.cells.slice(first), flat: row.flat }]);
  }
  for (const [after, found] of gaps) {
    const before = lines[after - 1];
    const behind = lines[after];
    const missing = labels.lines
      .slice(
        before ? labels.lines.indexOf(before.row) + 1 : 0,
        behind ? labels.lines.indexOf(behind.row) : undefined,
      )
      .filter((row) => !bound.has(row));
    const left = found.filter((each) => {
      const row = similarRow(each.label, labels);
      if (!row || !missing.includes(row) || bound.has(row)) return true;
      placed.push({ ...each, row, resembles: each.label });
      bound.add(row);
      return false;
    });
    const free = missing.filter((row) => !bound.has(row));
    const fit = left.length === free.length && left.every(({ label }) => !isHeading(label, labels));
    if (!fit) stray.push(...left);
    else
      placed.push(
        ...left.map((each, i) => ({
          ...each,
          row: free[i]!,
          unproved: `行名读不出（“${each.label}”），按位置是这一行`,
        })),
      );
    for (const row of fit ? free : []) bound.add(row);
  }
  return { lines: [...lines, ...placed], stray };
}

/** The numbers of a table without row labels: one row, or the rows of two tables side by side set one below the other. */
function unlabelledLines(rows: readonly Row[], labels: Labels): Bound {
  const [row] = labels.lines;
  const n = row!.cells.length;
  const heads = rows.flatMap((each) => headsIn(each, labels));
  const numbers = rows.filter(
    (each) =>
      each.cells.length > n / 4 &&
      each.cells.every(({ text }) => !isHeading(text, labels)) &&
      isNumbers(each),
  );
  const whole = numbers.filter(({ cells }) => cells.length >= n - 2);
  const chosen = whole.length > 0 ? whole : numbers;
  if (chosen.length === 0) return { lines: [], stray: [] };
  if (whole.length > 1) return { lines: [], stray: whole.map((each) => ({ label: '', ...each })) };
  const cells = chosen.flatMap((each) => each.cells);
  const line: Line = { row: row!, cells, flat: false };
  const columns = whole.length === 1 ? inHeadOrder(line, heads) : undefined;
  const unproved = whole.length === 1 && isOtherOrder(line, heads) ? '表头的次序和表格的不同' : undefined;
  return {
    lines: [{ ...line, ...(columns ? { columns } : {}), ...(unproved ? { unproved } : {}) }],
    stray: [],
  };
}

function isNumbers({ cells }: Row): boolean {
  return (
    cells.every(({ text }) => text.trim().length <= 20) && !cells.every(({ text }) => /\p{L}{3}/u.test(text))
  );
}

/** All headings are there, each above a cell of its own, and in another order than those of the form. */
function isOtherOrder({ row, cells }: Line, heads: readonly Head[]): boolean {
  const sorted = heads.toSorted((a, b) => a.column - b.column);
  const own = new Set(sorted.map(({ column }) => column));
  if (sorted.length !== row.cells.length || own.size < sorted.length) return false;
  if (![...own].every((column) => cells.some((cell) => cell.column === column))) return false;
  return row.cells.some(({ columnName }, i) => sorted[i]!.key !== columnName);
}

/** Headings that repeat tell only by their order: all of them, left to right, must be those of the form. */
function inHeadOrder({ row, cells }: Line, heads: readonly Head[]): SourceCell[] | undefined {
  const sorted = heads.toSorted((a, b) => a.column - b.column);
  if (sorted.length !== row.cells.length) return undefined;
  if (!row.cells.every(({ columnName }, i) => sorted[i]!.key === columnName)) return undefined;
  const at = sorted.map(({ column }) => cells.find((cell) => cell.column === column));
  const rest = cells.filter((cell) => !at.includes(cell));
  if (rest.some(({ text }) => text.trim() !== '')) return undefined;
  return at.every((cell) => cell !== undefined) ? at : undefined;
}
