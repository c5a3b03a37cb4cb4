/**
 * Sums of money without rounding: 0.1 + 0.2 is 0.3. Values in 万元 have at most six decimals (see
 * `forms/value.ts`), so a millionth is the smallest unit.
 */

export function millionths(value: number): bigint {
  return BigInt(value.toFixed(6).replace('.', ''));
}

/** Back to 万元, as the shortest decimal writing. */
export function fromMillionths(sum: bigint): number {
  const digits = String(sum < 0n ? -sum : sum).padStart(7, '0');
  return Number(`${sum < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`);
}
