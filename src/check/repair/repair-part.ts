import { type CellValue, isNumber } from '../../forms/value.ts';
import { placesOf } from './alternatives.ts';
import { withAdditions } from './linear-row.ts';
import { type Pattern, patternsOf } from './patterns.ts';
import { demandOf, type Problem, stated } from './problem.ts';
import { type Candidate, candidateOf, compareRank } from './rank.ts';
import type { Change, PartRepair, Proposal } from './result.ts';
import { pointWith, searchOf } from './search.ts';
import { type Smallest, smallestEdits } from './smallest.ts';

/** Proposals shown of one part. */
const shown = 8;

/** What to propose for one part of a report; undefined where there is nothing to say. */
export function repairPart(problem: Problem): PartRepair | undefined {
  if (problem.failing.length === 0) {
    const filling = fillBlanks(problem);
    if (filling !== 'contradictory') return filling;
  }
  const smallest = smallestEdits(problem);
  const candidates = candidatesOf(problem, smallest);
  const proposals = candidates
    .slice(0, shown)
    .map((candidate) => proposalOf(problem, smallest, candidate, candidates));
  const determined = smallest.complete && smallest.edits.length === 1 && !smallest.edits[0]!.family;
  return {
    failing: problem.failing,
    contradictory: problem.failing.length === 0,
    proposals,
    ...(smallest.size === undefined ? {} : { size: smallest.size }),
    determined,
    complete: smallest.complete,
    ...placesOf(
      problem.form,
      problem.system,
      smallest.edits.map(({ cells }) => cells),
    ),
  };
}

/** The smallest edits and the slips that spoil several cells, each edit once, likeliest first. */
function candidatesOf(problem: Problem, { edits, demand }: Smallest): Candidate[] {
  const patterns = patternsOf(problem, demand);
  const key = (to: ReadonlyMap<number, number>) =>
    [...to]
      .filter(([cell]) => isNumber(problem.values[cell]))
      .sort(([a], [b]) => a - b)
      .join(' ');
  const merged = new Map<string, { to: ReadonlyMap<number, number>; kinds: Set<Pattern['kind']> }>();
  for (const { kind, to } of patterns) {
    const one = merged.get(key(to)) ?? { to, kinds: new Set() };
    one.kinds.add(kind);
    merged.set(key(to), one);
  }
  for (const { cells, additions } of edits) {
    const to = new Map(cells.map((cell, i) => [cell, stated(problem.values, cell) + additions[i]!]));
    if (!merged.has(key(to))) merged.set(key(to), { to, kinds: new Set() });
  }
  return [...merged.values()]
    .map(({ to, kinds }) => candidateOf(problem, to, [...kinds]))
    .sort((a, b) => compareRank(a.rank, b.rank));
}

function proposalOf(
  problem: Problem,
  smallest: Smallest,
  { to, kinds, size }: Candidate,
  all: readonly Candidate[],
): Proposal {
  const [kind] = kinds;
  const alike = all.filter((other) => other.size === size && other.kinds[0] === kind).length;
  const family = smallest.edits.some((edit) => edit.family);
  const counted = smallest.complete && !family && size === smallest.size;
  const others = counted ? smallest.edits.length - 1 : undefined;
  const held = (cell: number, value: number) => problem.values[cell] === value;
  const after = (cell: number, value: number) => (to.get(cell) ?? problem.values[cell]) === value;
  return {
    kinds,
    changes: changesOf(problem.values, new Map([...to, ...forcedBlanks(problem, smallest, to)])),
    size,
    unique: others === 0,
    // Slips over several cells are tried at any size, other kinds only at the smallest.
    uniqueInKind: alike === 1 && (counted || (size > 1 && kind !== 'cells')),
    ...(others === undefined ? {} : { others }),
    mends: problem.failing.length,
    linksMended: problem.links.filter(({ cell, value }) => !held(cell, value) && after(cell, value)).length,
    linksBroken: problem.links.filter(({ cell, value }) => held(cell, value) && !after(cell, value)).length,
  };
}

function changesOf(values: readonly CellValue[], to: ReadonlyMap<number, number>): Change[] {
  return [...to].sort(([a], [b]) => a - b).map(([cell, value]) => ({ cell, from: values[cell]!, to: value }));
}

/** Numbers of blanks that follow once the edit is made. */
function forcedBlanks(
  problem: Problem,
  { demand }: Smallest,
  to: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  if (problem.blanks.length === 0) return new Map();
  const { blankRows } = searchOf(problem, demand);
  const blanks = problem.blanks.filter((cell) => !to.has(cell));
  const additions = [...to].map(([cell, value]) => [cell, value - stated(problem.values, cell)] as const);
  const rows = blankRows.map((row) => withAdditions(row, additions));
  const point = pointWith({ ...problem, blanks }, rows, []);
  return point.status === 'found' ? point.forced : new Map();
}

/** Blanks that follow from the sums, where nothing stated contradicts them. */
function fillBlanks(problem: Problem): PartRepair | undefined | 'contradictory' {
  for (const binding of problem.links.length > 0 ? (['all', 'held', 'none'] as const) : (['none'] as const)) {
    const search = searchOf(problem, demandOf(problem, binding));
    const point = search.root.open.some((row) => row.rhs !== 0)
      ? ({ status: 'none' } as const)
      : pointWith(problem, search.blankRows, []);
    if (point.status === 'unknown') return undefined;
    if (point.status === 'none') continue;
    if (point.forced.size === 0) return undefined;
    const all = point.forced.size === problem.blanks.length;
    const decided = problem.part.relations.filter(
      ({ cells }) =>
        cells.some((cell) => point.forced.has(cell)) &&
        cells.every((cell) => isNumber(problem.values[cell]) || point.forced.has(cell)),
    );
    const proposal: Proposal = {
      kinds: ['filled'],
      changes: changesOf(problem.values, point.forced),
      size: 0,
      unique: all,
      uniqueInKind: true,
      ...(all ? { others: 0 } : {}),
      mends: decided.length,
      linksMended: problem.links.filter(({ cell, value }) => point.forced.get(cell) === value).length,
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
  return 'contradictory';
}
