import { compare, difference, type Exact, rounded, same, shifted, written } from './exact.ts';
import type { Quantity } from './quantities.ts';

/** Whether a number as written may stand for a value: exactly, or rounded where it is written in 万 or as money. */
export function states(quantity: Quantity, value: Exact): boolean {
  if (quantity.to) return false;
  if (quantity.hedge) return roughly(quantity, value);
  if (same(quantity.value, value)) return true;
  const coarse = quantity.writing === 'multiplied' || quantity.unit === '元';
  if (!coarse || quantity.precision <= 0) return false;
  // 3.2万件 is said of anything that rounds to it or, as is often done, is cut to it.
  const step = shifted({ whole: 1, scale: 0 }, quantity.precision);
  const gap = difference(value, quantity.value);
  return step !== undefined && compare({ whole: Math.abs(gap.whole), scale: gap.scale }, step) < 0;
}

/** 近300件 is a little less or more, 300余件 is at least 300, 不足10件 is less than 10. */
function roughly({ hedge, value: said }: Quantity, value: Exact): boolean {
  const gap = difference(value, said);
  const tenth = shifted(said, -1)!;
  const half = { whole: said.whole * 5, scale: said.scale + 1 };
  if (hedge === 'more') return gap.whole >= 0 && compare(gap, half) <= 0;
  if (hedge === 'less') return gap.whole <= 0;
  return compare({ whole: Math.abs(gap.whole), scale: gap.scale }, tenth) <= 0;
}

/** Decimals a share is written with. */
export function decimalsOf(quantity: Quantity): number {
  return Math.max(0, -quantity.precision);
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

/** What is shown of a value: money back in 万元. */
export function valueText(value: Exact, unit: string): string {
  if (unit !== '元') return written(value);
  return `${written(shifted(value, -4) ?? value)}万元`;
}

export function isZero(value: Exact): boolean {
  return value.whole === 0;
}
