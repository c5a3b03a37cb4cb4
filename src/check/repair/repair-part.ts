import { isNumber } from '../../forms/value.ts';
import { placesOf } from './alternatives.ts';
import { changesOf, fillBlanks } from './fill-blanks.ts';
import { withAdditions } from './linear-row.ts';
import { type Pattern, patternsOf } from './patterns.ts';
import { type Problem, stated } from './problem.ts';
import { type Candidate, candidateOf, compareRank } from './rank.ts';
import type { PartRepair, Proposal } from './result.ts';
import { pointWith } from './search.ts';
import { isOnlyByRelations, type Smallest, smallestEdits } from './smallest.ts';

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
  const proposals = candidates.slice(0, shown).map((candidate) => proposalOf(problem, smallest, candidate));
  const determined = smallest.complete && smallest.edits.length === 1 && !smallest.edits[0]!.family;
  return {
    failing: problem.failing,
    contradictory: problem.failing.length === 0,
    proposals,
    ...(smallest.size === undefined ? {} : { size: smallest.size }),
    determined,
    complete: smallest.complete,
    ...(smallest.complete
      ? placesOf(
          problem.form,
          problem.system,
          smallest.edits.map(({ cells }) => cells),
        )
      : { common: [], alternatives: [] }),
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

function proposalOf(problem: Problem, smallest: Smallest, { to, kinds, size }: Candidate): Proposal {
  const family = smallest.edits.some((edit) => edit.family);
  const counted = smallest.complete && !family && size === smallest.size;
  const others = counted ? smallest.edits.length - 1 : undefined;
  const held = (cell: number, value: number) => problem.values[cell] === value;
  const after = (cell: number, value: number) => (to.get(cell) ?? problem.values[cell]) === value;
  const row = kinds[0] === 'rowShifted' ? rowAfter(problem, to) : undefined;
  return {
    kinds,
    ...(row ? { row } : {}),
    changes: changesOf(problem.values, new Map([...to, ...forcedBlanks(problem, smallest, to)])),
    size,
    unique: others === 0,
    byLinks: others === 0 && problem.links.length > 0 && !isOnlyByRelations(problem, size),
    ...(others === undefined ? {} : { others }),
    mends: problem.failing.length,
    linksMended: problem.links.filter(({ cell, value }) => !held(cell, value) && after(cell, value)).length,
    linksBroken: problem.links.filter(({ cell, value }) => held(cell, value) && !after(cell, value)).length,
  };
}

/** The row in which all of an edit lies, as it is afterwards; undefined where a cell of it holds no number. */
function rowAfter({ form, system, values }: Problem, to: ReadonlyMap<number, number>): number[] | undefined {
  const rows = new Set([...to.keys()].map((cell) => system.rowOf[cell]!));
  const after = form.rows[[...rows][0]!]!.cells.map(({ index }) => to.get(index) ?? values[index]);
  return rows.size === 1 && after.every(isNumber) ? after : undefined;
}

/** Numbers of blanks that follow once the edit is made. */
function forcedBlanks(
  problem: Problem,
  { blankRows }: Smallest,
  to: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  if (problem.blanks.length === 0) return new Map();
  const blanks = problem.blanks.filter((cell) => !to.has(cell));
  const additions = [...to].map(([cell, value]) => [cell, value - stated(problem.values, cell)] as const);
  const rows = blankRows.map((row) => withAdditions(row, additions));
  const point = pointWith({ ...problem, blanks }, rows, []);
  return point.status === 'found' ? point.forced : new Map();
}
