import { isNumber } from '../../forms/value.ts';
import { type LinearRow, withAdditions } from './linear-row.ts';
import { type Demand, type Problem, room, stated } from './problem.ts';
import { pointWith } from './search.ts';
import { inLine, type RowSpan } from './system.ts';

/**
 * Slips of one hand that change several cells. They are tried whatever number of cells the smallest edit has:
 * a row typed one column too far is a likelier story than three independent errors.
 */
export interface Pattern {
  kind: 'cellsSwapped' | 'rowShifted' | 'totalStale';
  /** What the cells should hold. */
  to: ReadonlyMap<number, number>;
}

/** All slips of these kinds whose undoing satisfies the demand. */
export function patternsOf(problem: Problem, demand: Demand): Pattern[] {
  const candidates = [
    ...swappedCells(problem),
    ...spansAtFault(problem).flatMap((span) => shiftedRow(problem, span)),
    ...staleTotals(problem),
  ];
  const seen = new Set<string>();
  return candidates.filter((pattern) => {
    const { kind, to } = pattern;
    if (![...to.keys()].some((cell) => isNumber(problem.values[cell]))) return false;
    if (!satisfies(problem, demand, to)) return false;
    const key = `${kind} ${[...to].sort(([a], [b]) => a - b).join(' ')}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether the relations hold with these numbers, given some numbers for the blanks. */
export function satisfies(problem: Problem, demand: Demand, to: ReadonlyMap<number, number>): boolean {
  const additions = [...to].map(([cell, value]) => [cell, value - stated(problem.values, cell)] as const);
  const impossible = additions.some(([cell, addition]) => {
    const [least, most] = room(problem, cell);
    return demand.barred.has(cell) || addition < least || addition > most || !Number.isInteger(addition);
  });
  if (impossible) return false;
  const blanks = problem.blanks.filter((cell) => !to.has(cell));
  const open = new Set(blanks);
  const rows: LinearRow[] = [];
  for (const row of demand.rows) {
    const rest = withAdditions(row, additions);
    if (blanks.length > 0 && row.cells.some((cell) => open.has(cell))) rows.push(rest);
    else if (rest.rhs !== 0) return false;
  }
  return rows.length === 0 || pointWith({ ...problem, blanks }, rows, []).status === 'found';
}

/** Rows that have a cell in every failing relation: only there can one slip explain all. */
function spansAtFault({ part, form, failing }: Problem): readonly RowSpan[] {
  return part.spans.filter(({ cells }) =>
    failing.every((equation) => {
      const { left, right } = form.equations[equation]!;
      return cells.some((cell) => left.includes(cell) || right.includes(cell));
    }),
  );
}

/** Two numbers of a row or a column in each other's place. One of them stands in any relation that fails. */
function swappedCells({ system, part, form, values, failing }: Problem): Pattern[] {
  const lines = failing.map((equation) => part.relations.find((one) => one.equation === equation)!.cells);
  const fewest = lines.sort((a, b) => a.length - b.length)[0] ?? [];
  return fewest.flatMap((a) =>
    part.cells.flatMap((b): Pattern[] => {
      const [x, y] = [values[a], values[b]];
      if (x === y || !isNumber(x) || !isNumber(y) || !inLine(form, system, a, b)) return [];
      return [
        {
          kind: 'cellsSwapped',
          to: new Map([
            [a, y],
            [b, x],
          ]),
        },
      ];
    }),
  );
}

/** Numbers typed one column too far to the right or left, from some column on, with or without the total. */
function shiftedRow(problem: Problem, { cells, addends }: RowSpan): Pattern[] {
  const patterns: Pattern[] = [];
  for (const run of [addends, cells]) {
    for (let from = 0; from + 3 <= run.length; from++) {
      for (let to = from + 3; to <= run.length; to++) {
        const moved = run.slice(from, to);
        for (const order of [moved, [...moved].reverse()]) {
          const back = moveBack(problem, order);
          if (back) patterns.push({ kind: 'rowShifted', to: back });
        }
      }
    }
  }
  return patterns;
}

/** Each cell takes the number of the next in this order; what the last one held before is told by its sum. */
function moveBack(problem: Problem, order: readonly number[]): ReadonlyMap<number, number> | undefined {
  const { values } = problem;
  const to = new Map<number, number>();
  for (let i = 0; i + 1 < order.length; i++) {
    const now = values[order[i]!];
    const next = values[order[i + 1]!];
    if (!isNumber(next)) return undefined;
    if (now !== next) to.set(order[i]!, next);
  }
  if (to.size < 2) return undefined;
  const last = order.at(-1)!;
  const needed = neededIn(problem, last, to);
  if (needed === undefined) return undefined;
  if (needed !== values[last]) to.set(last, needed);
  return to;
}

/** The number with which a relation of this cell holds, the other cells being as in `to` or as stated. */
function neededIn(problem: Problem, cell: number, to: ReadonlyMap<number, number>): number | undefined {
  for (const { cells, coefs } of problem.part.relations) {
    const at = cells.indexOf(cell);
    if (at < 0) continue;
    let sum = 0;
    const known = cells.every((other, i) => {
      const value = other === cell ? 0 : (to.get(other) ?? problem.values[other]);
      if (isNumber(value)) sum += coefs[i]! * value;
      return isNumber(value);
    });
    if (known) return -sum / coefs[at]! + 0;
  }
  return undefined;
}

/** Addends brought up to date and some totals forgotten: all totals anew from what they are the sum of. */
function staleTotals({ part, system, values }: Problem): Pattern[] {
  const known = new Map<number, number>();
  for (const cell of part.cells) {
    const value = values[cell];
    if (!system.isTotal.has(cell) && isNumber(value)) known.set(cell, value);
  }
  const waiting = new Set(part.totals);
  for (let before = -1; before !== waiting.size; ) {
    before = waiting.size;
    for (const total of waiting) {
      if (!total.addends.every((cell) => known.has(cell))) continue;
      waiting.delete(total);
      if (known.has(total.cell)) continue;
      known.set(
        total.cell,
        total.addends.reduce((sum, cell) => sum + known.get(cell)!, 0),
      );
    }
  }
  const to = new Map([...known].filter(([cell, value]) => values[cell] !== value));
  return to.size > 0 ? [{ kind: 'totalStale', to }] : [];
}
