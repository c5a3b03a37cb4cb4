/** A coordinate: two decimals are finer than any screen, and the same on every machine. */
export function place(value: number): string {
  return String(Math.round(value * 100) / 100);
}
