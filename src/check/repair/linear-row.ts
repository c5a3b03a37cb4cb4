/**
 * One relation over cells in terms of what is added to them: the sum of coefficient times addition is `rhs`.
 * Cells ascend, no coefficient is zero. Whole numbers throughout.
 */
export interface LinearRow {
  readonly cells: readonly number[];
  readonly coefs: readonly number[];
  readonly rhs: number;
}

/** The coefficient of a cell, 0 where the relation does not name it. */
export function coefOf(row: LinearRow, cell: number): number {
  const i = row.cells.indexOf(cell);
  return i < 0 ? 0 : row.coefs[i]!;
}

/** The row once these additions have been made. The cells stay in it, to be left as they are from then on. */
export function withAdditions(
  row: LinearRow,
  additions: readonly (readonly [cell: number, addition: number])[],
): LinearRow {
  let { rhs } = row;
  for (const [cell, addition] of additions) rhs -= coefOf(row, cell) * addition;
  return { cells: row.cells, coefs: row.coefs, rhs };
}

/** The row less that multiple of `by` which rids it of the cell; both must name the cell. */
export function eliminate(row: LinearRow, by: LinearRow, cell: number): LinearRow {
  const inRow = coefOf(row, cell);
  const inBy = coefOf(by, cell);
  const common = gcd(inRow, inBy);
  const keep = Math.abs(inBy) / common;
  const take = (Math.sign(inBy) * inRow) / common;
  const cells: number[] = [];
  const coefs: number[] = [];
  let large = false;
  let i = 0;
  let j = 0;
  while (i < row.cells.length || j < by.cells.length) {
    const a = row.cells[i] ?? Number.POSITIVE_INFINITY;
    const b = by.cells[j] ?? Number.POSITIVE_INFINITY;
    const next = Math.min(a, b);
    let coef = 0;
    if (a === next) coef += keep * row.coefs[i++]!;
    if (b === next) coef -= take * by.coefs[j++]!;
    if (coef === 0) continue;
    cells.push(next);
    coefs.push(coef);
    if (coef !== 1 && coef !== -1) large = true;
  }
  const rhs = keep * row.rhs - take * by.rhs;
  return large ? reduced(cells, coefs, rhs) : { cells, coefs, rhs };
}

/** Divides by what all numbers of a row have in common, so that they stay small. */
function reduced(cells: number[], coefs: number[], rhs: number): LinearRow {
  const common = coefs.reduce(gcd, Math.abs(rhs));
  if (common <= 1) return { cells, coefs, rhs };
  return { cells, coefs: coefs.map((coef) => coef / common), rhs: rhs / common };
}

function gcd(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
