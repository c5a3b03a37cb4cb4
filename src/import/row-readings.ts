import type { DataRow } from '../forms/compile.ts';
import { isNumber } from '../forms/value.ts';
import type { SourceCell } from './blocks.ts';
import { type CellReading, lost, type ReadCell } from './cell.ts';

/** One way to take what stands in a row for the cells of the form. */
export interface RowReading {
  cells: CellReading[];
  /** What has to be believed for it, said to a person; absent for the plain way. */
  how?: string;
  /** What is sure of it without any belief: the cells that are not in question. */
  sure?: CellReading[];
}

/** More ways than this are not tried: the row is 看不清. */
const most = 3000;

/**
 * Every way to take a row. One plain way: nothing is in doubt. Several, or one that has to be believed: the sums
 * have to prove it. None: what is there cannot be brought together with the form.
 */
export function rowReadings(
  row: DataRow,
  found: readonly SourceCell[],
  read: ReadCell,
  flat: boolean,
): RowReading[] {
  const n = row.cells.length;
  const filled = found.filter((cell) => !isBlank(cell));
  if (filled.length === n) return spelled(row, filled, read);
  const cells = flat ? withoutEnd(found, n) : found;
  const uncertainEnd = flat && filled.length > 0 && filled.length < n && isBlank(found.at(-1)!);
  const plain = choices(cells, n).flatMap((choice) => spelled(row, choice, read));
  const shorter = uncertainEnd ? withoutEnd(found, 0) : cells;
  const tried =
    cells.length === n && !uncertainEnd
      ? []
      : [...cut(row, shorter, read), ...joined(row, cells, read), ...gaps(row, shorter, read)];
  const all = [...plain, ...tried].slice(0, most);
  if (plain.length > 1) for (const reading of all) reading.how ??= '空格比表格的多，去掉的是哪几格看不出';
  if (uncertainEnd && tried.length > 0) for (const reading of all) reading.how ??= '行末的空格算这一行的';
  return all;
}

/** A row whose first or last cells are blank, moved along so that the blanks stand at the other end. */
export function shifted(reading: RowReading): RowReading[] {
  const blanks = (cells: readonly CellReading[]) => {
    const end = cells.findIndex(({ value }) => value !== '空');
    return end < 0 ? 0 : end;
  };
  const lead = blanks(reading.cells);
  const trail = blanks(reading.cells.toReversed());
  const fill = (count: number) => Array.from({ length: count }, () => lost);
  const how = '这一行的数错开了格';
  return [
    ...(lead > 0 ? [{ cells: [...reading.cells.slice(lead), ...fill(lead)], how }] : []),
    ...(trail > 0 ? [{ cells: [...fill(trail), ...reading.cells.slice(0, -trail)], how }] : []),
  ];
}

function isBlank(cell: SourceCell): boolean {
  return cell.text.trim() === '';
}

function withoutEnd(found: readonly SourceCell[], n: number): SourceCell[] {
  let end = found.length;
  while (end > n && isBlank(found[end - 1]!)) end--;
  return found.slice(0, end);
}

/** The cells as they stand; digits with a blank between them may be one number that was split. */
function spelled(row: DataRow, cells: readonly SourceCell[], read: ReadCell): RowReading[] {
  return believed(row.cells.map((cell, i) => read(cell, cells[i]!)));
}

/** Readings of the cells of a row, each in its place. */
export function believed(readings: readonly CellReading[]): RowReading[] {
  if (!readings.some(({ joined }) => joined)) return [{ cells: [...readings] }];
  const how = '一格里有空格的数字是一个数';
  const cells = readings.map(({ joined, ...reading }) => joined ?? reading);
  return [{ cells, how, sure: readings.map(({ joined, ...reading }) => reading) }];
}

/** Rows that are left when surplus blanks are dropped, each once. */
function choices(cells: readonly SourceCell[], n: number): SourceCell[][] {
  const surplus = cells.length - n;
  const blanks = cells.flatMap((cell, i) => (isBlank(cell) ? [i] : []));
  if (surplus < 0 || blanks.length < surplus || surplus > 4) return [];
  const rows = combinations(blanks, surplus).map((dropped) => cells.filter((_, i) => !dropped.includes(i)));
  return [...new Map(rows.map((row) => [row.map((cell) => cell.text.trim()).join('|'), row])).values()];
}

/** Too few cells: one text holds the numbers of several. */
function cut(row: DataRow, cells: readonly SourceCell[], read: ReadCell): RowReading[] {
  const missing = row.cells.length - cells.length;
  if (missing <= 0) return [];
  const rows: SourceCell[][] = [];
  const visit = (at: number, left: number, made: readonly SourceCell[]) => {
    if (rows.length > most) return;
    const cell = cells[at];
    if (!cell) {
      if (left === 0) rows.push([...made]);
      return;
    }
    for (const parts of partings(cell.text.trim(), left)) {
      const apart = parts.map((text) => (parts.length === 1 ? cell : { text, where: cell.where }));
      visit(at + 1, left - parts.length + 1, [...made, ...apart]);
    }
  };
  visit(0, missing, []);
  if (rows.length > most) return [];
  return rows.flatMap((texts) => numbersOnly(row, texts, read, '几格的数连在了一起'));
}

/** The ways to part a text into at most `cuts` more pieces: at its blanks where it has some, else between any digits. */
function partings(text: string, cuts: number): string[][] {
  const blanks = text.split(/\s+/);
  if (blanks.length > 1) return blanks.length - 1 <= cuts ? [[text], blanks] : [[text]];
  if (!/^[\d０-９]{2,}$/.test(text)) return [[text]];
  const places = Array.from({ length: text.length - 1 }, (_, i) => i + 1);
  return Array.from({ length: Math.min(cuts, places.length) + 1 }, (_, count) => count).flatMap((count) =>
    count > 6
      ? []
      : combinations(places, count).map((at) => [0, ...at].map((from, i) => text.slice(from, at[i]))),
  );
}

/** Too many cells: neighbours hold the digits of one number. */
function joined(row: DataRow, cells: readonly SourceCell[], read: ReadCell): RowReading[] {
  const surplus = cells.length - row.cells.length;
  if (surplus <= 0 || surplus > 2) return [];
  const places = cells.flatMap(({ text }, i) =>
    i > 0 && isDigits(text) && isDigits(cells[i - 1]!.text) ? [i] : [],
  );
  return combinations(places, surplus).flatMap((at) => {
    const parts: SourceCell[] = [];
    cells.forEach((cell, i) => {
      const last = parts.at(-1);
      if (at.includes(i) && last)
        parts[parts.length - 1] = { ...last, text: last.text.trim() + cell.text.trim() };
      else parts.push(cell);
    });
    return numbersOnly(row, parts, read, '一个数的数字分在了几格');
  });
}

function isDigits(text: string): boolean {
  return /^\s*[\d０-９]+\s*$/.test(text);
}

/** Too few cells: some were lost, and it has to be found which. */
function gaps(row: DataRow, cells: readonly SourceCell[], read: ReadCell): RowReading[] {
  const missing = row.cells.length - cells.length;
  if (missing <= 0 || missing > 2 || cells.length === 0) return [];
  const places = row.cells.map((_, i) => i);
  return combinations(places, missing).flatMap((at): RowReading[] => {
    let next = 0;
    const readings = row.cells.map((cell, i) => (at.includes(i) ? lost : read(cell, cells[next++]!)));
    return readings.every((reading) => reading === lost || isNumber(reading.value))
      ? [{ cells: readings, how: `少了${missing}格` }]
      : [];
  });
}

function numbersOnly(row: DataRow, cells: readonly SourceCell[], read: ReadCell, how: string): RowReading[] {
  const readings = row.cells.map((cell, i) => read(cell, cells[i]!));
  return readings.every(({ value }) => isNumber(value) || value === '空') ? [{ cells: readings, how }] : [];
}

/** All ways to take `count` of the items, in order; no more than can be tried. */
function combinations<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  const result: T[][] = [];
  items.forEach((item, i) => {
    if (result.length > most) return;
    for (const rest of combinations(items.slice(i + 1), count - 1)) result.push([item, ...rest]);
  });
  return result;
}
