import type { Cell, Equation, Form } from '../../forms/compile.ts';
import { onceFor } from '../../forms/once.ts';
import { limit } from '../../forms/value.ts';

/** An equation as coefficients: left cells +1, right cells −1; together they are zero. */
export interface Relation {
  equation: number;
  cells: readonly number[];
  coefs: readonly number[];
}

/** A cell that alone makes up one side of an equation, and what it is the sum of. */
export interface Total {
  cell: number;
  addends: readonly number[];
}

/** A row of the form whose numbers an equation ties together, in printing order. */
export interface RowSpan {
  cells: readonly number[];
  /** The same without the total. */
  addends: readonly number[];
}

/** Relations that share cells, directly or through others: no edit here matters elsewhere. */
export interface Part {
  relations: readonly Relation[];
  /** Ascending. */
  cells: readonly number[];
  totals: readonly Total[];
  spans: readonly RowSpan[];
}

/** What repairing needs to know about a form; derived from it once. */
export interface System {
  parts: readonly Part[];
  isTotal: ReadonlySet<number>;
  /** Place of a cell's row in `form.rows`, by cell. */
  rowOf: readonly number[];
  /** The least a cell may hold, by cell. */
  least: readonly number[];
  /** Cells that must stay as they are: those in relations that cannot be treated here, and those accepted. */
  fixed: ReadonlySet<number>;
}

/** The most a cell may hold. */
export const most = limit - 1;

const whole = onceFor((form: Form) => derive(form, []));

/** `accepted` are indexes of equations that need not hold; the cell where such a failure is reported stays as it is. */
export function systemOf(form: Form, accepted: readonly number[] = []): System {
  return accepted.length > 0 ? derive(form, accepted) : whole(form);
}

/** Whether two cells stand in the same row or the same column. */
export function inLine(form: Form, { rowOf }: System, a: number, b: number): boolean {
  return rowOf[a] === rowOf[b] || inColumn(form.cells[a]!, form.cells[b]!);
}

/** Whether two cells stand in one column of one table. */
export function inColumn(one: Cell, other: Cell): boolean {
  return one.column !== undefined && one.column === other.column && one.table === other.table;
}

function derive(form: Form, accepted: readonly number[]): System {
  const equations = form.equations
    .map((equation, i) => [equation, i] as const)
    .filter(([, i]) => !accepted.includes(i));
  // Amounts are decimal fractions, which whole-number arithmetic cannot treat. No edition relates any.
  const isWhole = ({ left, right }: Equation) =>
    [...left, ...right].every((cell) => form.cells[cell]!.kind !== 'amount');
  const whole = equations.filter(([equation]) => isWhole(equation));
  const others = equations.filter(([equation]) => !isWhole(equation));
  const rowOf: number[] = [];
  form.rows.forEach((row, i) => {
    for (const cell of row.cells) rowOf[cell.index] = i;
  });
  const parts = components(whole.map(([equation, i]) => relation(equation, i))).map((relations): Part => {
    const equations = relations.map((r) => form.equations[r.equation]!);
    return {
      relations,
      cells: [...new Set(relations.flatMap((r) => r.cells))].sort((a, b) => a - b),
      totals: equations.flatMap(totals),
      spans: equations.flatMap((equation) => span(form, equation)),
    };
  });
  return {
    parts,
    isTotal: new Set(parts.flatMap((part) => part.totals.map((total) => total.cell))),
    rowOf,
    least: form.cells.map((cell) => (cell.kind === 'change' ? -most : 0)),
    fixed: new Set([
      ...others.flatMap(([{ left, right }]) => [...left, ...right]),
      ...accepted.map((i) => form.equations[i]!.at),
    ]),
  };
}

function relation(equation: Equation, i: number): Relation {
  const coefs = new Map<number, number>();
  for (const cell of equation.left) coefs.set(cell, (coefs.get(cell) ?? 0) + 1);
  for (const cell of equation.right) coefs.set(cell, (coefs.get(cell) ?? 0) - 1);
  const entries = [...coefs].filter(([, coef]) => coef !== 0).sort(([a], [b]) => a - b);
  return { equation: i, cells: entries.map(([cell]) => cell), coefs: entries.map(([, coef]) => coef) };
}

function components(relations: readonly Relation[]): Relation[][] {
  let groups: Relation[][] = [];
  for (const one of relations) {
    const touches = (group: Relation[]) =>
      group.some((other) => other.cells.some((cell) => one.cells.includes(cell)));
    const joined = groups.filter(touches);
    groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), one]];
  }
  return groups.map((group) => group.sort((a, b) => a.equation - b.equation));
}

function totals({ left, right }: Equation): Total[] {
  if (right.length === 1) return [{ cell: right[0]!, addends: left }];
  return left.length === 1 ? [{ cell: left[0]!, addends: right }] : [];
}

function span(form: Form, equation: Equation): RowSpan[] {
  const [total] = totals(equation);
  if (!total) return [];
  const row = form.rows.find(({ cells }) => cells.some((cell) => cell.index === total.cell));
  const cells = row?.cells.map((cell) => cell.index) ?? [];
  if (![total.cell, ...total.addends].every((cell) => cells.includes(cell))) return [];
  return [{ cells, addends: cells.filter((cell) => cell !== total.cell) }];
}
