/** Whole days from one YYYY-MM-DD to another; a calendar sum, no clock and no time zone. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((date) => {
    const [year, month, day] = date.split('-').map(Number);
    return Date.UTC(year!, month! - 1, day!);
  });
  return (b! - a!) / 86_400_000;
}
