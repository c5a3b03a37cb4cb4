import { coefOf, eliminate, type LinearRow } from './linear-row.ts';
import { type Demand, type Problem, room } from './problem.ts';
import { findWholePoint, type WholePoint } from './whole-point.ts';

/**
 * The smallest sets of cells whose change satisfies all relations (error localisation, Fellegi and Holt 1976).
 *
 * Every relation that does not hold, and every combination of relations that rids it of the cells already
 * chosen, must contain a further changed cell: so branch over its cells. A cell branched over is barred from
 * the branches after it, so each set comes up once. Blanks are chosen from the start, at no cost.
 */

/** What is added to each cell of a set. `family`: the set leaves a choice of numbers, this is one of them. */
export interface Edit {
  cells: readonly number[];
  additions: readonly number[];
  family: boolean;
}

export interface Found {
  edits: readonly Edit[];
  /** Every set of this size has been looked at; else the search was cut off. */
  complete: boolean;
}

/** Counted work, not time, so that the answer is the same on every machine. */
export interface Effort {
  left: number;
}

/** What has been chosen to change, and the relations that remain once the chosen cells have been eliminated. */
interface State {
  open: readonly LinearRow[];
  /** For each chosen cell the row that tells its addition; it names no other chosen cell but free ones. */
  solved: readonly { cell: number; row: LinearRow }[];
  /** Chosen cells that no row settles. */
  free: readonly number[];
}

export interface Search {
  problem: Problem;
  root: State;
  /** By cell: 1 where it may not change, among them blanks, whose numbers are not an edit. */
  barred: Uint8Array;
  /** What may be added to a cell, by cell. */
  least: readonly number[];
  most: readonly number[];
  /** Relations that tell what the blanks may be. */
  blankRows: readonly LinearRow[];
}

/** Edits kept; more are never shown, and from here on nothing is claimed of their number. */
const keep = 400;

export function searchOf(problem: Problem, { rows, barred }: Demand): Search {
  const { blanks, form } = problem;
  let root: State = {
    open: rows.filter((row) => row.cells.length > 0 || row.rhs !== 0),
    solved: [],
    free: [],
  };
  for (const blank of blanks) root = choose(root, blank);
  const rooms = form.cells.map(({ index }) => room(problem, index));
  const closed = new Uint8Array(form.cells.length);
  for (const cell of [...barred, ...blanks]) closed[cell] = 1;
  return {
    problem,
    root: { open: root.open, solved: [], free: [] },
    barred: closed,
    least: rooms.map(([least]) => least),
    most: rooms.map(([, most]) => most),
    blankRows: blanks.length > 0 ? [...rows, ...root.solved.map(({ row }) => row)] : [],
  };
}

/** Makes a cell's addition a variable: solves one row for it and eliminates it from the others. */
function choose({ open, solved, free }: State, cell: number): State {
  let pivot: LinearRow | undefined;
  for (const row of open) {
    if (row.cells.includes(cell) && (!pivot || row.cells.length < pivot.cells.length)) pivot = row;
  }
  if (!pivot) return { open, solved, free: [...free, cell] };
  const by = pivot;
  const rid = (row: LinearRow) => (row.cells.includes(cell) ? eliminate(row, by, cell) : row);
  return {
    open: open.flatMap((row) => (row === by ? [] : [rid(row)])),
    solved: [...solved.map((one) => ({ cell: one.cell, row: rid(one.row) })), { cell, row: by }],
    free,
  };
}

/** How many cells must change at least: relations that fail and share no cell need one each. */
export function fewest({ root, barred }: Search): number {
  return pack(
    root.open.filter((row) => row.rhs !== 0),
    barred,
  );
}

function pack(failing: readonly LinearRow[], barred: Uint8Array): number {
  const taken = new Uint8Array(barred.length);
  let count = 0;
  for (const { cells } of [...failing].sort((a, b) => a.cells.length - b.cells.length)) {
    let free = false;
    let shared = false;
    for (const cell of cells) {
      if (barred[cell] === 1) continue;
      free = true;
      if (taken[cell] === 1) shared = true;
    }
    if (!free) return Number.POSITIVE_INFINITY;
    if (shared) continue;
    for (const cell of cells) taken[cell] = 1;
    count++;
  }
  return count;
}

function shortest<T>(lists: readonly T[][]): T[] {
  return lists.reduce((best, list) => (list.length < best.length ? list : best));
}

/** All edits of exactly `size` cells, given that no smaller edit exists. */
export function editsOfSize(
  { problem, root, barred, least, most, blankRows }: Search,
  size: number,
  effort: Effort,
): Found {
  const edits: Edit[] = [];
  const banned = barred.slice();
  let complete = true;
  visit(root, size);
  return { edits, complete };

  function visit(state: State, left: number): void {
    effort.left -= 2 * state.open.length;
    const failing = state.open.filter((row) => row.rhs !== 0);
    if (effort.left < 0 || failing.some((row) => !Number.isSafeInteger(row.rhs))) complete = false;
    if (!complete) return;
    if (failing.length === 0) settle(state, left);
    else if (left === 1) finish(state, failing);
    else if (left > 1 && pack(failing, banned) <= left) {
      const ways = failing.map((row) => waysToAdd(row, row.rhs));
      branch(state, shortest(ways), left);
    }
  }

  function branch(state: State, cells: readonly number[], left: number): void {
    if (left === 0) return;
    for (const cell of cells) {
      effort.left -= 40;
      visit(choose(state, cell), left - 1);
      if (!complete) break;
      banned[cell] = 1;
    }
    for (const cell of cells) banned[cell] = 0;
  }

  /** The last cell must satisfy every failing relation at once and disturb no other. */
  function finish(state: State, failing: LinearRow[]): void {
    const [first, ...others] = failing.sort((a, b) => a.cells.length - b.cells.length);
    for (const cell of waysToAdd(first!, first!.rhs)) {
      effort.left -= failing.length;
      const addition = first!.rhs / coefOf(first!, cell);
      if (!Number.isInteger(addition)) continue;
      if (others.some((row) => coefOf(row, cell) * addition !== row.rhs)) continue;
      if (state.open.some((row) => row.rhs === 0 && row.cells.includes(cell))) continue;
      effort.left -= 40;
      settle(choose(state, cell), 0);
    }
  }

  /** Cells of a row whose change can move its sum towards what is wanted. */
  function waysToAdd({ cells, coefs }: LinearRow, wanted: number): number[] {
    return cells.filter((cell, i) => banned[cell] === 0 && canMove(cell, coefs[i]!, wanted));
  }

  function canMove(cell: number, coef: number, wanted: number): boolean {
    return coef > 0 === wanted > 0 ? most[cell]! > 0 : least[cell]! < 0;
  }

  /** All relations hold with these cells; do their numbers exist? If not, some other cell has to change too. */
  function settle(state: State, left: number): void {
    if (state.free.length > 0 || blankRows.length > 0) {
      settleByBounds(state, left);
      return;
    }
    const additions: number[] = [];
    for (const { cell, row } of state.solved) {
      const addition = row.rhs / coefOf(row, cell);
      if (!Number.isInteger(addition)) {
        const others = row.cells.filter((other) => other !== cell && banned[other] === 0);
        branch(state, others, left);
        return;
      }
      const within = Math.min(Math.max(addition, least[cell]!), most[cell]!);
      if (within !== addition) {
        branch(state, waysToMove(row, cell, within - addition), left);
        return;
      }
      additions.push(addition);
    }
    record(
      state.solved.map(({ cell }) => cell),
      additions,
      false,
    );
  }

  /** Cells beside `cell` in the row that tells its addition which can move that addition towards `missing`. */
  function waysToMove({ cells, coefs }: LinearRow, cell: number, missing: number): number[] {
    const own = coefs[cells.indexOf(cell)]!;
    return cells.filter(
      (other, i) => other !== cell && banned[other] === 0 && canMove(other, -coefs[i]! * own, missing),
    );
  }

  function settleByBounds(state: State, left: number): void {
    const chosen = [...state.solved.map(({ cell }) => cell), ...state.free];
    const rows = [...blankRows, ...state.solved.map(({ row }) => row)];
    const point = pointWith(problem, rows, chosen);
    effort.left -= rows.reduce((cost, row) => cost + 4 * row.cells.length, 0);
    if (point.status === 'unknown') complete = false;
    if (point.status === 'none') {
      const others = new Set(point.because.flatMap((row) => [...rows[row]!.cells]));
      for (const cell of chosen) others.delete(cell);
      branch(
        state,
        [...others].filter((cell) => banned[cell] === 0),
        left,
      );
    }
    if (point.status === 'found') {
      record(
        chosen,
        chosen.map((cell) => point.point.get(cell)!),
        state.free.length > 0,
      );
    }
  }

  function record(cells: number[], additions: number[], family: boolean): void {
    if (cells.length !== size) return;
    if (edits.length >= keep) complete = false;
    else edits.push({ cells, additions, family });
  }
}

/** Numbers for the blanks, and additions to the chosen cells, with which the rows hold; nothing else changes. */
export function pointWith(
  problem: Problem,
  rows: readonly LinearRow[],
  chosen: readonly number[],
): WholePoint {
  return findWholePoint(rows, chosen, problem.blanks, (cell) => room(problem, cell));
}
