/** A decimal number without rounding: `whole` divided by ten to the power of `scale`. */
export interface Exact {
  /** A safe integer. */
  whole: number;
  scale: number;
}

export const zero: Exact = { whole: 0, scale: 0 };

/** Reads plain decimal writing; undefined where the digits are too many to be held exactly. */
export function exact(text: string): Exact | undefined {
  const point = text.indexOf('.');
  const scale = point < 0 ? 0 : text.length - point - 1;
  const whole = Number(point < 0 ? text : text.slice(0, point) + text.slice(point + 1));
  return Number.isSafeInteger(whole) ? reduced(whole, scale) : undefined;
}

/** The value of a cell: its shortest decimal writing is what stands in the file. */
export function exactOf(value: number): Exact {
  return Number.isInteger(value) ? { whole: value, scale: 0 } : (exact(String(value)) ?? zero);
}

/** The value multiplied by ten to the power of `places`. */
export function shifted({ whole, scale }: Exact, places: number): Exact | undefined {
  const left = scale - places;
  if (left >= 0) return reduced(whole, left);
  const grown = whole * 10 ** -left;
  return Number.isSafeInteger(grown) ? { whole: grown, scale: 0 } : undefined;
}

export function sum(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  return reduced(a.whole * 10 ** (scale - a.scale) + b.whole * 10 ** (scale - b.scale), scale);
}

export function difference(a: Exact, b: Exact): Exact {
  return sum(a, { whole: -b.whole, scale: b.scale });
}

export function same(a: Exact, b: Exact): boolean {
  return a.whole === b.whole && a.scale === b.scale;
}

export function compare(a: Exact, b: Exact): number {
  return difference(a, b).whole;
}

/** A quotient rounded half up to so many decimals, as a count of its last place: 258 of 805 in per cent to one decimal is 321. */
function rounded(part: Exact, whole: Exact, decimals: number): number | undefined {
  const scale = Math.max(part.scale, whole.scale);
  const [up, down] = [10 ** (scale - part.scale + decimals), 10 ** (scale - whole.scale)];
  if (whole.whole <= 0 || part.whole < 0) return undefined;
  // The quotient of whole numbers up to 2⁵³ is never rounded up to a whole number it falls short of.
  const dividend = part.whole * up * 2 + whole.whole * down;
  const divisor = whole.whole * down * 2;
  if (Number.isSafeInteger(dividend) && Number.isSafeInteger(divisor)) return Math.floor(dividend / divisor);
  const above = BigInt(part.whole) * BigInt(up);
  const below = BigInt(whole.whole) * BigInt(down);
  return Number((above * 2n + below) / (below * 2n));
}

/** Plain decimal writing. */
export function written({ whole, scale }: Exact): string {
  if (scale === 0) return String(whole);
  const digits = String(Math.abs(whole)).padStart(scale + 1, '0');
  return `${whole < 0 ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

export function isZero(value: Exact): boolean {
  return value.whole === 0;
}

/** A part of a whole in per cent, rounded half up to so many decimals. */
export function percent(part: Exact, whole: Exact, decimals: number): Exact | undefined {
  const hundredths = rounded(part, whole, decimals + 2);
  return hundredths === undefined ? undefined : shifted({ whole: hundredths, scale: 0 }, -decimals);
}

/** With the zeros of its decimals: 32.0%. */
export function percentText(value: Exact, decimals: number): string {
  const [whole, part = ''] = written(value).split('.');
  return decimals === 0 ? `${whole}%` : `${whole}.${part.padEnd(decimals, '0')}%`;
}

/** The nearest number of the machine, for what is only shown. */
export function numberOf(value: Exact): number {
  return Number(written(value));
}

/** One way of writing each value: no zeros at the end of the decimals. */
function reduced(whole: number, scale: number): Exact {
  while (scale > 0 && whole % 10 === 0) {
    whole /= 10;
    scale--;
  }
  return { whole, scale };
}
