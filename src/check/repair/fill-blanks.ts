import { type CellValue, isNumber } from '../../forms/value.ts';
import { demandOf, type Problem } from './problem.ts';
import type { Change, PartRepair, Proposal } from './result.ts';
import { pointWith, searchOf } from './search.ts';

/**
 * Blanks that follow from the sums: a total of known addends, the one missing addend, several that have nothing
 * left to share. Undefined where none does; contradictory where no numbers for the blanks satisfy everything.
 */
export function fillBlanks(problem: Problem): PartRepair | undefined | 'contradictory' {
  for (const binding of problem.links.length > 0 ? (['all', 'held', 'none'] as const) : (['none'] as const)) {
    const { root, blankRows } = searchOf(problem, demandOf(problem, binding));
    if (root.open.some((row) => row.rhs !== 0)) continue;
    const point = pointWith(problem, blankRows, []);
    if (point.status === 'unknown') return undefined;
    if (point.status === 'found') return point.forced.size > 0 ? filled(problem, point.forced) : undefined;
  }
  return 'contradictory';
}

function filled(problem: Problem, forced: ReadonlyMap<number, number>): PartRepair {
  const { part, values, blanks, links } = problem;
  const all = forced.size === blanks.length;
  const decided = part.relations.filter(
    ({ cells }) =>
      cells.some((cell) => forced.has(cell)) &&
      cells.every((cell) => isNumber(values[cell]) || forced.has(cell)),
  );
  const proposal: Proposal = {
    kinds: ['filled'],
    changes: changesOf(values, forced),
    size: 0,
    unique: all,
    byLinks: false,
    ...(all ? { others: 0 } : {}),
    mends: decided.length,
    linksMended: links.filter(({ cell, value }) => forced.get(cell) === value).length,
    linksBroken: 0,
  };
  return {
    failing: [],
    contradictory: false,
    proposals: [proposal],
    size: 0,
    determined: all,
    complete: true,
    common: [],
    alternatives: [],
  };
}

/** What the cells hold now and should hold, in the order of the form. */
export function changesOf(values: readonly CellValue[], to: ReadonlyMap<number, number>): Change[] {
  return [...to].sort(([a], [b]) => a - b).map(([cell, value]) => ({ cell, from: values[cell]!, to: value }));
}
