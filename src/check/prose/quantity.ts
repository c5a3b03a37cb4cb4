import { compare, difference, type Exact, same, shifted, written } from './exact.ts';

/** What the words around it make of it: 近300件 is not exactly 300, 300余件 is more, 不足10件 is less. */
export type Hedge = 'about' | 'more' | 'less';

/** A number that counts or measures something. Money is in 元, shares are in hundredths; nothing is rounded. */
export interface Quantity {
  /** Place in the text that was read. */
  offset: number;
  length: number;
  value: Exact;
  /** 3—5件: the upper end. */
  to: Exact | undefined;
  /** 件, 条, 元, %, … or empty where none is written (部分公开67，). */
  unit: string;
  /** 12, 十二 or 1.2万. */
  writing: 'digits' | 'hanzi' | 'multiplied';
  hedge: Hedge | undefined;
  /** Power of ten of the last place written: 3.2万件 is known to the thousand, 3. */
  precision: number;
}

/** A statement in words that stands for the number 0. */
export function nothing(at: number, end: number): Quantity {
  return {
    offset: at,
    length: end - at,
    value: { whole: 0, scale: 0 },
    unit: '',
    writing: 'hanzi',
    precision: 0,
    to: undefined,
    hedge: undefined,
  };
}

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

/** What is shown of a value: money back in 万元. */
export function valueText(value: Exact, unit: string): string {
  if (unit !== '元') return written(value);
  return `${written(shifted(value, -4) ?? value)}万元`;
}
