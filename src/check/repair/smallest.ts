import type { LinearRow } from './linear-row.ts';
import { type Binding, type Demand, demandOf, type Problem } from './problem.ts';
import { type Edit, type Effort, editsOfSize, fewest, searchOf } from './search.ts';

export interface Smallest {
  /** Cells of the smallest edits; absent where none was found. */
  size?: number;
  edits: readonly Edit[];
  /** All edits of that size are here. Never so without a size. */
  complete: boolean;
  /** What they satisfy, links included as far as they bind. */
  demand: Demand;
  /** What tells the numbers of blanks. */
  blankRows: readonly LinearRow[];
}

/** Cells in an edit at most; more wrong cells than this are for the original register to sort out. */
const mostCells = 12;
/** Spent by a search that is cut off; see `Effort`. */
const effortLimit = 150_000;

/**
 * The smallest edits that satisfy every relation of the part. Links that hold as stated go on to hold; those
 * that do not are mended where an edit of the same size does it. Only where nothing else is found are links
 * left out of account: then the neighbouring year may be the one in error.
 */
export function smallestEdits(problem: Problem): Smallest {
  const { links, values } = problem;
  const effort: Effort = { left: effortLimit };
  const open = links.some(({ cell, value }) => values[cell] !== value);
  const found = searchBySize(problem, open ? ['all', 'held'] : ['held'], effort);
  if (found.size !== undefined || links.length === 0) return found;
  const unbound = searchBySize(problem, ['none'], effort);
  return unbound.size === undefined ? found : unbound;
}

/** Whether the relations of the form alone, without what other years say, admit this one edit of so few cells only. */
export function isOnlyByRelations(problem: Problem, size: number): boolean {
  const found = searchBySize(problem, ['none'], { left: effortLimit });
  return found.size === size && found.complete && found.edits.length === 1 && !found.edits[0]!.family;
}

/** Each size under each binding in turn, so that the first find is the smallest and binds the most. */
function searchBySize(problem: Problem, bindings: readonly Binding[], effort: Effort): Smallest {
  const demands = bindings.map((binding) => {
    const demand = demandOf(problem, binding);
    const search = searchOf(problem, demand);
    return { binding, demand, search, from: fewest(search) };
  });
  const last = demands.at(-1)!;
  const told = ({ demand, search: { blankRows } }: (typeof demands)[number]) => ({ demand, blankRows });
  const none = { edits: [], complete: false, ...told(last) };
  const cutOff = new Set<Binding>();
  for (let size = 1; size <= mostCells; size++) {
    for (const one of demands) {
      const { binding, search, from } = one;
      if (from > size || cutOff.has(binding)) continue;
      const { edits, complete } = editsOfSize(search, size, effort);
      if (edits.length > 0) return { size, edits, complete, ...told(one) };
      if (!complete) cutOff.add(binding);
    }
    if (cutOff.has(last.binding)) return none;
  }
  return none;
}
