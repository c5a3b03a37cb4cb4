import type { Form } from '../../forms/compile.ts';
import { type CellValue, isNumber } from '../../forms/value.ts';
import type { LinearRow } from './linear-row.ts';
import type { Link } from './links.ts';
import { most, type Part, type System } from './system.ts';

/** One independent part of a report, as stated. */
export interface Problem {
  form: Form;
  system: System;
  part: Part;
  values: readonly CellValue[];
  /** Cells of the part that hold no number. */
  blanks: readonly number[];
  /** Equations that fail, every cell of theirs holding a number. */
  failing: readonly number[];
  /** What neighbouring years say about cells of the part. */
  links: readonly Link[];
}

/** Relations that an edit has to satisfy, in additions to what is stated; a blank counts as 0 there. */
export interface Demand {
  rows: readonly LinearRow[];
  /** Cells that may not change. */
  barred: ReadonlySet<number>;
}

/** Which links bind: all of them, only those that hold as stated, or none. */
export type Binding = 'all' | 'held' | 'none';

export function problemOf(
  form: Form,
  system: System,
  part: Part,
  values: readonly CellValue[],
  links: readonly Link[],
): Problem {
  const blanks = part.cells.filter((cell) => !isNumber(values[cell]));
  const failing = part.relations.filter(
    (relation) => relation.cells.every((cell) => isNumber(values[cell])) && residual(relation, values) !== 0,
  );
  return {
    form,
    system,
    part,
    values,
    blanks,
    failing: failing.map(({ equation }) => equation),
    links: links.filter(({ cell }) => part.cells.includes(cell)),
  };
}

/** Whether anything of this part fails or is blank; asked for every part of every report, so it is quick. */
export function isTroubled({ relations }: Part, values: readonly CellValue[]): boolean {
  for (const { cells, coefs } of relations) {
    let sum = 0;
    for (let i = 0; i < cells.length; i++) {
      const value = values[cells[i]!];
      if (!isNumber(value)) return true;
      sum += coefs[i]! * value;
    }
    if (sum !== 0) return true;
  }
  return false;
}

function residual(
  { cells, coefs }: { cells: readonly number[]; coefs: readonly number[] },
  values: readonly CellValue[],
): number {
  let sum = 0;
  for (let i = 0; i < cells.length; i++) sum += coefs[i]! * stated(values, cells[i]!);
  return sum;
}

/** The number in a cell, 0 where there is none. */
export function stated(values: readonly CellValue[], cell: number): number {
  const value = values[cell];
  return isNumber(value) ? value : 0;
}

/** What an edit of a part has to satisfy, with the links that bind. */
export function demandOf(problem: Problem, binding: Binding): Demand {
  const { part, values, system } = problem;
  const inForce = problem.links.filter(
    (link) => binding === 'all' || (binding === 'held' && values[link.cell] === link.value),
  );
  const barred = new Set(part.cells.filter((cell) => system.fixed.has(cell)));
  const rows: LinearRow[] = [];
  for (const { cell, value } of inForce) {
    if (values[cell] === value) barred.add(cell);
    else rows.push({ cells: [cell], coefs: [1], rhs: value - stated(values, cell) });
  }
  for (const relation of part.relations) {
    const kept = relation.cells.flatMap((cell, i) => (barred.has(cell) ? [] : [i]));
    rows.push({
      cells: kept.map((i) => relation.cells[i]!),
      coefs: kept.map((i) => relation.coefs[i]!),
      rhs: -residual(relation, values) + 0,
    });
  }
  // Those that fail come first: most candidates go wrong there.
  return { rows: [...rows.filter(({ rhs }) => rhs !== 0), ...rows.filter(({ rhs }) => rhs === 0)], barred };
}

/** The least and the most that may be added to a cell. */
export function room({ system, values }: Problem, cell: number): [least: number, most: number] {
  const now = stated(values, cell);
  return [system.least[cell]! - now, most - now];
}
