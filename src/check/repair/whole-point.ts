import type { LinearRow } from './linear-row.ts';

/**
 * Whether relations over a few cells can all hold with whole numbers within bounds, and what they force.
 * `none` names the rows that together rule it out; `unknown` means the search was given up.
 */
export type WholePoint =
  | { status: 'found'; point: ReadonlyMap<number, number>; forced: ReadonlyMap<number, number> }
  | { status: 'none'; because: readonly number[] }
  | { status: 'unknown' };

interface Bounds {
  least: Map<number, number>;
  most: Map<number, number>;
  /** Rows that have narrowed a cell so far, by cell. */
  why: Map<number, Set<number>>;
}

/** Rounds of narrowing before guessing; bounds that creep by one at a time would go on for very long. */
const rounds = 40;
/** Guessed numbers before giving up. */
const guesses = 120;

/** `rows` hold values, not additions, and only the cells that are free. */
export function findWholePoint(
  rows: readonly LinearRow[],
  least: ReadonlyMap<number, number>,
  most: ReadonlyMap<number, number>,
): WholePoint {
  const why = new Map([...least.keys()].map((cell) => [cell, new Set<number>()]));
  const bounds: Bounds = { least: new Map(least), most: new Map(most), why };
  const conflict = narrow(rows, bounds);
  if (conflict !== undefined) return { status: 'none', because: reasons(rows, bounds, conflict) };
  const left = { guesses };
  const point = guess(rows, bounds, left);
  if (point === 'unknown') return { status: 'unknown' };
  if (point === 'none') return { status: 'none', because: rows.map((_, i) => i) };
  const forced = new Map([...bounds.least].filter(([cell, value]) => bounds.most.get(cell) === value));
  return { status: 'found', point, forced };
}

/** Narrows the bounds by every row until nothing changes; answers a row that cannot hold. */
function narrow(rows: readonly LinearRow[], bounds: Bounds): number | undefined {
  for (let round = 0; round < rounds; round++) {
    let changed = false;
    for (let i = 0; i < rows.length; i++) {
      const outcome = narrowBy(rows[i]!, i, bounds);
      if (outcome === 'conflict') return i;
      if (outcome) changed = true;
    }
    if (!changed) return undefined;
  }
  return undefined;
}

function narrowBy({ cells, coefs, rhs }: LinearRow, index: number, bounds: Bounds): boolean | 'conflict' {
  let low = 0;
  let high = 0;
  cells.forEach((cell, k) => {
    const [a, b] = range(coefs[k]!, cell, bounds);
    low += a;
    high += b;
  });
  if (low > rhs || high < rhs) return 'conflict';
  let changed = false;
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k]!;
    const coef = coefs[k]!;
    const [a, b] = range(coef, cell, bounds);
    // What the other cells leave for this one.
    const ends = [(rhs - (high - b)) / coef, (rhs - (low - a)) / coef];
    const least = Math.ceil(Math.min(...ends));
    const most = Math.floor(Math.max(...ends));
    if (least <= bounds.least.get(cell)! && most >= bounds.most.get(cell)!) continue;
    bounds.why.get(cell)!.add(index);
    bounds.least.set(cell, Math.max(least, bounds.least.get(cell)!));
    bounds.most.set(cell, Math.min(most, bounds.most.get(cell)!));
    if (bounds.least.get(cell)! > bounds.most.get(cell)!) return 'conflict';
    const [newLow, newHigh] = range(coef, cell, bounds);
    low += newLow - a;
    high += newHigh - b;
    changed = true;
  }
  return changed;
}

function range(coef: number, cell: number, { least, most }: Bounds): [low: number, high: number] {
  const a = coef * least.get(cell)!;
  const b = coef * most.get(cell)!;
  return a < b ? [a, b] : [b, a];
}

/** The rows behind a conflict: the row itself, and whatever narrowed its cells, and so on. */
function reasons(rows: readonly LinearRow[], { why }: Bounds, conflict: number): number[] {
  const found = new Set([conflict]);
  for (const row of found) {
    for (const cell of rows[row]!.cells) {
      for (const reason of why.get(cell)!) found.add(reason);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Tries numbers for the cell with the least choice, smallest first. */
function guess(
  rows: readonly LinearRow[],
  bounds: Bounds,
  left: { guesses: number },
): ReadonlyMap<number, number> | 'none' | 'unknown' {
  let open: number | undefined;
  let choice = Number.POSITIVE_INFINITY;
  for (const [cell, least] of bounds.least) {
    const width = bounds.most.get(cell)! - least;
    if (width > 0 && width < choice) {
      open = cell;
      choice = width;
    }
  }
  if (open === undefined) return holds(rows, bounds.least) ? bounds.least : 'none';
  const from = bounds.least.get(open)!;
  for (let value = from; value <= from + choice; value++) {
    if (left.guesses-- <= 0) return 'unknown';
    const tried: Bounds = { least: new Map(bounds.least), most: new Map(bounds.most), why: bounds.why };
    tried.least.set(open, value);
    tried.most.set(open, value);
    if (narrow(rows, tried) !== undefined) continue;
    const point = guess(rows, tried, left);
    if (point !== 'none') return point;
  }
  return 'none';
}

function holds(rows: readonly LinearRow[], values: ReadonlyMap<number, number>): boolean {
  return rows.every(
    ({ cells, coefs, rhs }) => cells.reduce((sum, cell, k) => sum + coefs[k]! * values.get(cell)!, 0) === rhs,
  );
}
