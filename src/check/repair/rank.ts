import { typingDistance } from '../../diagnostics/typing-distance.ts';
import { isNumber } from '../../forms/value.ts';
import type { Pattern } from './patterns.ts';
import { type Problem, stated } from './problem.ts';
import type { EditKind } from './result.ts';
import { typingSlip } from './typing.ts';

/** An edit on its way to a proposal. */
export interface Candidate {
  /** What the cells hold afterwards, in the order of the form; blanks may be among them. */
  to: ReadonlyMap<number, number>;
  kinds: readonly EditKind[];
  size: number;
  /** Likelier ones are smaller, compared place by place. */
  rank: readonly number[];
}

/** `to` is what the cells hold afterwards; `patterns` are the slips of several cells that it undoes. */
export function candidateOf(
  problem: Problem,
  to: ReadonlyMap<number, number>,
  patterns: readonly Pattern['kind'][],
): Candidate {
  const ordered = new Map([...to].sort(([a], [b]) => a - b));
  const changed = [...ordered.keys()].filter((cell) => isNumber(problem.values[cell]));
  const kinds = kindsOf(problem, ordered, changed, patterns);
  return { to: ordered, kinds, size: changed.length, rank: rankOf(problem, ordered, changed, kinds) };
}

function kindsOf(
  problem: Problem,
  to: ReadonlyMap<number, number>,
  changed: readonly number[],
  patterns: readonly Pattern['kind'][],
): EditKind[] {
  const kinds = new Set<EditKind>();
  const [only] = changed;
  if (changed.length === 1 && only !== undefined) {
    const slip = typingSlip(to.get(only)!, stated(problem.values, only));
    // A digit in place of another says little: any one-digit number is that close to any other.
    if (slip && slip !== 'digitChanged') kinds.add(slip);
    if (problem.system.isTotal.has(only)) kinds.add('totalStale');
    if (slip) kinds.add(slip);
  }
  for (const pattern of patterns) kinds.add(pattern);
  if (kinds.size === 0) kinds.add(changed.length === 1 ? 'cell' : 'cells');
  return [...kinds];
}

/** Slips of several cells; the first leave the least to chance: two numbers are exactly each other's. */
const oneSlip: readonly EditKind[] = ['cellsSwapped', 'rowShifted', 'totalStale'];

/** How people err, from what decides most to what decides least. */
function rankOf(
  { values, system, links }: Problem,
  to: ReadonlyMap<number, number>,
  changed: readonly number[],
  kinds: readonly EditKind[],
): number[] {
  const pattern = oneSlip.findIndex((kind) => kinds.includes(kind));
  const onePattern = pattern >= 0 && changed.length > 1;
  const linksHeld = links.filter((link) => (to.get(link.cell) ?? values[link.cell]) === link.value).length;
  let far = 0;
  let telling = 0;
  let fromZero = 0;
  let distance = 0;
  let difference = 0;
  for (const cell of changed) {
    const typed = stated(values, cell);
    const meant = to.get(cell)!;
    const slip = typingSlip(meant, typed);
    if (!slip) far++;
    if (slip && slip !== 'digitChanged' && Math.max(meant, typed) > 9 && typed !== 0) telling++;
    if (typed === 0) fromZero++;
    distance += slip ? 1 : typingDistance(String(meant), String(typed));
    difference += Math.abs(meant - typed);
  }
  return [
    // One slip of the hand, however many cells it spoils, is likelier than several.
    onePattern ? 1 : changed.length,
    changed.length,
    -linksHeld,
    onePattern ? pattern : 0,
    onePattern ? 0 : far,
    -telling,
    -changed.filter((cell) => system.isTotal.has(cell)).length,
    fromZero,
    distance,
    difference,
    ...changed,
  ];
}

/** For sorting, likelier ones first. */
export function compareRank(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) return a[i]! - b[i]!;
  }
  return a.length - b.length;
}
