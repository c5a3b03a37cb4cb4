import type { LinearRow } from './linear-row.ts';

/**
 * Whether relations can all hold with whole additions to some cells, each within its room, and which additions
 * they force. `none` names the rows that together rule it out; `unknown` means the search was given up.
 */
export type WholePoint =
  | { status: 'found'; point: ReadonlyMap<number, number>; forced: ReadonlyMap<number, number> }
  | { status: 'none'; because: readonly number[] }
  | { status: 'unknown' };

/** A row over the free cells, these by their place among them. */
interface Row {
  at: readonly number[];
  coefs: readonly number[];
  rhs: number;
}

/** By place. */
interface Bounds {
  least: Float64Array;
  most: Float64Array;
}

/** Rounds of narrowing before guessing; bounds that creep by one at a time would go on for very long. */
const rounds = 40;
/** Guessed numbers before giving up. */
const guesses = 120;

/**
 * All cells but `chosen` and `blanks` stay as they are. Where there is a choice, the point found keeps the
 * chosen cells near what they hold, since a blank may be anything.
 */
export function findWholePoint(
  rows: readonly LinearRow[],
  chosen: readonly number[],
  blanks: readonly number[],
  room: (cell: number) => readonly [least: number, most: number],
): WholePoint {
  const free = [...chosen, ...blanks];
  const places = new Map(free.map((cell, place) => [cell, place]));
  const system = rows.map((row) => restricted(row, places));
  const rooms = free.map(room);
  const bounds: Bounds = {
    least: Float64Array.from(rooms, ([least]) => least),
    most: Float64Array.from(rooms, ([, most]) => most),
  };
  const narrowed = free.map(() => new Set<number>());
  const conflict = narrow(system, bounds, narrowed);
  if (conflict !== undefined) return { status: 'none', because: reasons(system, narrowed, conflict) };
  const point = guess(system, bounds, chosen.length, { left: guesses });
  if (point === 'unknown') return { status: 'unknown' };
  if (point === 'none') return { status: 'none', because: rows.map((_, i) => i) };
  const byCell = (places: readonly number[]) =>
    new Map(places.map((place) => [free[place]!, point[place]! + 0]));
  const all = free.map((_, place) => place);
  return {
    status: 'found',
    point: byCell(all),
    forced: byCell(all.filter((place) => bounds.least[place] === bounds.most[place])),
  };
}

function restricted({ cells, coefs, rhs }: LinearRow, places: ReadonlyMap<number, number>): Row {
  const at: number[] = [];
  const kept: number[] = [];
  for (let i = 0; i < cells.length; i++) {
    const place = places.get(cells[i]!);
    if (place === undefined) continue;
    at.push(place);
    kept.push(coefs[i]!);
  }
  return { at, coefs: kept, rhs };
}

/**
 * Narrows the bounds by every row until nothing changes; answers a row that cannot hold. `narrowed` keeps for
 * each place the rows that did it.
 */
function narrow(
  rows: readonly Row[],
  bounds: Bounds,
  narrowed: readonly Set<number>[] = [],
): number | undefined {
  for (let round = 0; round < rounds; round++) {
    let changed = false;
    for (let i = 0; i < rows.length; i++) {
      const outcome = narrowBy(rows[i]!, bounds, (place) => narrowed[place]?.add(i));
      if (outcome === 'conflict') return i;
      if (outcome) changed = true;
    }
    if (!changed) return undefined;
  }
  return undefined;
}

function narrowBy(
  { at, coefs, rhs }: Row,
  { least, most }: Bounds,
  note: (place: number) => void,
): boolean | 'conflict' {
  let low = 0;
  let high = 0;
  for (let k = 0; k < at.length; k++) {
    const coef = coefs[k]!;
    low += coef * (coef > 0 ? least : most)[at[k]!]!;
    high += coef * (coef > 0 ? most : least)[at[k]!]!;
  }
  if (low > rhs || high < rhs) return 'conflict';
  let changed = false;
  for (let k = 0; k < at.length; k++) {
    const place = at[k]!;
    const coef = coefs[k]!;
    const [bottom, top] = coef > 0 ? [least, most] : [most, least];
    const lowest = coef * bottom[place]!;
    const highest = coef * top[place]!;
    // What the other cells leave for this one.
    const a = (rhs - (high - highest)) / coef;
    const b = (rhs - (low - lowest)) / coef;
    const from = Math.max(least[place]!, Math.ceil(Math.min(a, b)));
    const to = Math.min(most[place]!, Math.floor(Math.max(a, b)));
    if (from === least[place] && to === most[place]) continue;
    note(place);
    if (from > to) return 'conflict';
    least[place] = from;
    most[place] = to;
    low += coef * bottom[place]! - lowest;
    high += coef * top[place]! - highest;
    changed = true;
  }
  return changed;
}

/** The rows behind a conflict: the row itself, and whatever narrowed its cells, and so on. */
function reasons(rows: readonly Row[], narrowed: readonly Set<number>[], conflict: number): number[] {
  const found = new Set([conflict]);
  for (const row of found) {
    for (const place of rows[row]!.at) {
      for (const reason of narrowed[place]!) found.add(reason);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Tries additions to one cell after the other, the smallest changes first: the first few places, then the rest. */
function guess(
  rows: readonly Row[],
  bounds: Bounds,
  few: number,
  effort: { left: number },
): Float64Array | 'none' | 'unknown' {
  const { least, most } = bounds;
  const open = leastChoice(bounds, 0, few) ?? leastChoice(bounds, few, least.length);
  if (open === undefined) return holds(rows, least) ? least : 'none';
  for (const addition of outward(least[open]!, most[open]!)) {
    if (effort.left-- <= 0) return 'unknown';
    const tried: Bounds = { least: least.slice(), most: most.slice() };
    tried.least[open] = addition;
    tried.most[open] = addition;
    if (narrow(rows, tried) !== undefined) continue;
    const point = guess(rows, tried, few, effort);
    if (point !== 'none') return point;
  }
  return 'none';
}

/** The place in a run of places that is open and has the fewest numbers to choose from. */
function leastChoice({ least, most }: Bounds, from: number, to: number): number | undefined {
  let open: number | undefined;
  let choice = Number.POSITIVE_INFINITY;
  for (let place = from; place < to; place++) {
    const width = most[place]! - least[place]!;
    if (width > 0 && width < choice) {
      open = place;
      choice = width;
    }
  }
  return open;
}

/** Whole numbers of a range, those next to zero first. */
function* outward(least: number, most: number): Generator<number> {
  const start = Math.min(Math.max(0, least), most);
  yield start;
  for (let step = 1; step <= most - least; step++) {
    if (start + step <= most) yield start + step;
    if (start - step >= least) yield start - step;
  }
}

function holds(rows: readonly Row[], values: Float64Array): boolean {
  return rows.every(
    ({ at, coefs, rhs }) => at.reduce((sum, place, k) => sum + coefs[k]! * values[place]!, 0) === rhs,
  );
}
