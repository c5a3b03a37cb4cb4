import type { Cell, Form } from '../../forms/compile.ts';
import { onceFor } from '../../forms/once.ts';
import type { Frame } from './bind.ts';
import type { Terms, Topic } from './topic.ts';

/** One lawful reading as cells to add and take off; what a frame means in one edition, whatever the numbers. */
export interface Expression {
  name: string;
  /** By keys of rows and columns, so the same in every edition that has them. */
  key: string;
  parts: readonly Part[];
  cells: readonly Cell[];
}

/** One row or group of rows of an expression. */
export interface Part {
  minus: boolean;
  name: string;
  cells: readonly Cell[];
  /** Columns taken off: 总计 less 尚未审结. */
  less: readonly Cell[];
  /** Cells a blank total is the sum of. */
  beside: readonly Cell[];
  /** A sum that is good with some of its cells blank. */
  some: boolean;
  /** Whole numbers only: no money. */
  counts: boolean;
}

const mostReadings = 12;
const known = onceFor((_: Form) => new Map<number | string, readonly Expression[]>());

/** The readings of a frame in an edition, worked out once. */
export function expressionsOf(frame: Frame, form: Form): readonly Expression[] {
  const made = known(form);
  const key = keyOf(frame);
  let expressions = made.get(key);
  if (!expressions) {
    expressions = workOut(frame, form);
    made.set(key, expressions);
  }
  return expressions;
}

/** Mostly there is one row and at most one column. */
function keyOf({ rows, columns }: Frame): number | string {
  if (rows.length === 1 && columns.length < 2) return rows[0]!.id * 0x10000 + (columns[0]?.id ?? 0xffff);
  return `${rows.map(({ id }) => id).join('+')}|${columns.map(({ id }) => id).join('+')}`;
}

function workOut(frame: Frame, form: Form): Expression[] {
  const found: Expression[] = [];
  const columns = frame.columns.length > 0 ? choices(frame.columns) : [undefined];
  for (const rows of choices(frame.rows)) {
    for (const terms of columns) {
      const parts = rows.map((row) => partOf(frame.table, row, terms, form));
      if (!parts.every((part) => part !== undefined)) continue;
      const key = `${frame.table}:${rows.join('+')}|${terms?.join('+') ?? ''}`;
      if (found.some((expression) => expression.key === key)) continue;
      const cells = parts.flatMap((part) => [...part.cells, ...part.less]);
      found.push({ key, parts, name: linked(parts), cells });
      if (found.length === mostReadings) return found;
    }
  }
  return found;
}

/** One reading of each topic, added up, in every combination. */
function choices(among: readonly Topic[]): Terms[] {
  return among.reduce<Terms[]>(
    (all, { readings }) => all.flatMap((terms) => readings.map((reading) => [...terms, ...reading])),
    [[]],
  );
}

function linked(parts: readonly Pick<Part, 'minus' | 'name'>[]): string {
  return parts.map(({ minus, name }, i) => `${i === 0 ? '' : minus ? ' − ' : ' + '}${name}`).join('');
}

function partOf(table: string, term: string, columns: Terms | undefined, form: Form): Part | undefined {
  const minus = term.startsWith('-');
  const address = `${table}.${minus ? term.slice(1) : term}`;
  const cells = form.rows
    .filter((row) => row.address === address || row.address.startsWith(`${address}.`))
    .flatMap((row) => row.cells);
  if (cells.length === 0) return undefined;
  const name = rowName(address, form);
  return columns ? inColumns(cells, columns, name, minus) : whole(cells, name, minus);
}

function inColumns(cells: readonly Cell[], columns: Terms, row: string, minus: boolean): Part | undefined {
  const under = (term: string) => cells.filter((cell) => cell.column === term.replace(/^-/, ''));
  const [taken, given] = [
    columns.filter((term) => term.startsWith('-')),
    columns.filter((term) => !term.startsWith('-')),
  ];
  if (columns.some((term) => under(term).length === 0)) return undefined;
  const names = columns.map((term) => ({ minus: term.startsWith('-'), name: under(term)[0]!.columnName }));
  return {
    minus,
    name: `${row} · ${linked(names)}`,
    cells: given.flatMap(under),
    less: taken.flatMap(under),
    beside: [],
    some: given.length > 1,
    counts: cells.every(({ kind }) => kind !== 'amount'),
  };
}

/** The total of a row or group of rows, or the only number of a row. */
function whole(cells: readonly Cell[], row: string, minus: boolean): Part {
  const totals = cells.filter((cell) => cell.column === 'total' || cell.column === undefined);
  const counts = cells.every(({ kind }) => kind !== 'amount');
  const part = { minus, less: [], some: false, counts };
  if (totals.length > 0) {
    const [{ column, columnName }] = totals as [Cell];
    const beside = cells.filter((cell) => !totals.includes(cell));
    return { ...part, name: column ? `${row} · ${columnName}` : row, cells: totals, beside };
  }
  // A row without a total is best known by its decisions, or else by the first thing it tells: 本年制发件数.
  const cell = cells.find(({ column }) => column === 'decisions') ?? cells[0]!;
  return { ...part, name: `${row} · ${cell.columnName}`, cells: [cell], beside: [] };
}

/** The printed label, without the remark in brackets after it. */
function rowName(address: string, form: Form): string {
  return (form.groups.get(address) ?? address).replace(/（[^（）]{8,}）$/, '');
}
