import type { Cell } from '../forms/compile.ts';

/**
 * Sums of money without rounding: 0.1 + 0.2 is 0.3. Values in 万元 have at most six decimals (see
 * `forms/value.ts`), so a millionth is the smallest unit.
 */

/** The sum of numbers that stand in one cell of several reports. */
export function addUp({ kind }: Pick<Cell, 'kind'>, values: readonly number[]): number {
  if (kind !== 'amount') return values.reduce((sum, value) => sum + value, 0);
  return fromMillionths(values.reduce((sum, value) => sum + millionths(value), 0n));
}

export function subtract(from: number, taken: number): number {
  return fromMillionths(millionths(from) - millionths(taken));
}

function millionths(value: number): bigint {
  return BigInt(value.toFixed(6).replace('.', ''));
}

/** Back to 万元, as the shortest decimal writing. */
function fromMillionths(sum: bigint): number {
  const digits = String(sum < 0n ? -sum : sum).padStart(7, '0');
  return Number(`${sum < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`);
}
