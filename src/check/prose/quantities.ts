import type { Exact } from './exact.ts';
import { plainText } from './plain-text.ts';
import { createScanner } from './scan.ts';

/** How a number is written: 12, １２, 十二, 1.2万. */
export type Writing = 'digits' | 'full-width' | 'hanzi' | 'multiplied';

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
  writing: Writing;
  hedge: Hedge | undefined;
  /** Power of ten of the last place written: 3.2万件 is known to the thousand, 3. */
  precision: number;
}

/** All quantities of a Markdown text, in order; places are offsets in `source`. */
export function readQuantities(source: string): Quantity[] {
  const { text, origin } = plainText(source);
  const found: Quantity[] = [];
  const scan = createScanner(text);
  for (let at = 0; at < text.length; ) {
    const hit = scan(at);
    if (!hit) at++;
    else if ('mask' in hit) at = hit.mask.end;
    else {
      const { quantity } = hit;
      found.push(inSource(quantity, origin, source));
      at = quantity.offset + quantity.length;
    }
  }
  return found;
}

/** The same quantity with its place in the source text. */
export function inSource(quantity: Quantity, origin: Uint32Array, source: string): Quantity {
  const offset = origin[quantity.offset]!;
  const end = origin[quantity.offset + quantity.length - 1]! + 1;
  const wide = quantity.writing === 'digits' && source.charCodeAt(offset) > 0xff;
  const { value, to, unit, hedge, precision } = quantity;
  const writing = wide ? 'full-width' : quantity.writing;
  return { offset, length: end - offset, value, to, unit, writing, hedge, precision };
}
