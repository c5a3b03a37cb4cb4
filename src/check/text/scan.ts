import { type Needles, occurs } from './needles.ts';
import type { Finding, Params, Span, TextRule } from './types.ts';

/**
 * Every place a pattern matches; the pattern needs the flag g. Patterns write Chinese characters as
 * [㐀-鿿] and do without the flag u, which makes them several times slower; a look behind
 * stands after the first character, so that it is not made at every place. `needles` spare the search
 * where a text has none of them.
 */
export function scan(
  text: string,
  pattern: RegExp,
  needles?: Needles,
): (Span & { groups: (string | undefined)[] })[] {
  if (needles !== undefined && !occurs(text, needles)) return [];
  const places: (Span & { groups: (string | undefined)[] })[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole] = match;
    places.push({ start: match.index, end: match.index + whole.length, groups: match });
    if (whole === '') pattern.lastIndex++;
  }
  return places;
}

/** A set of characters, as a table by code unit: to look through a text once, in place of once for each of them. */
export type Signs = Uint8Array;

/** `ranges`: first and last code unit of each. */
export function signTable(
  characters: Iterable<string>,
  ranges: readonly (readonly [number, number])[] = [],
): Signs {
  const table = new Uint8Array(0x10000);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  for (const [first, last] of ranges) table.fill(1, first, last + 1);
  return table;
}

/** Where the next of them stands, from a place on; -1 if none does. */
export function nextSign(text: string, signs: Signs, from = 0): number {
  for (let i = from; i < text.length; i++) if (signs[text.charCodeAt(i)] === 1) return i;
  return -1;
}

/** A finding whose params hold the text found. */
export function found<K extends string>(
  rule: TextRule,
  kind: K,
  text: string,
  { start, end }: Span,
  params: Params = {},
): Finding<K> {
  return { rule, kind, start, end, params: { found: text.slice(start, end), ...params } };
}

/** In reading order; of findings that overlap the one that begins first, then the longer, stays. */
export function withoutOverlaps<K extends string>(findings: readonly Finding<K>[]): Finding<K>[] {
  const sorted = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Finding<K>[] = [];
  let end = -1;
  for (const finding of sorted) {
    if (finding.start < end) continue;
    kept.push(finding);
    end = finding.end;
  }
  return kept;
}

/** Of findings that overlap the one that comes first in the list stays. */
export function firstOfOverlaps<K extends string>(
  text: string,
  findings: readonly Finding<K>[],
): Finding<K>[] {
  if (findings.length < 2) return [...findings];
  const taken = new Uint8Array(text.length);
  return findings.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
}

/** Does a pattern match right before the place, within the last `reach` characters? */
export function before(text: string, at: number, pattern: RegExp, reach = 16): boolean {
  return pattern.test(text.slice(Math.max(0, at - reach), at));
}

/** Does a pattern match right after the place? */
export function after(text: string, at: number, pattern: RegExp, reach = 16): boolean {
  return pattern.test(text.slice(at, at + reach));
}

export function isHan(character: string | undefined): boolean {
  return character !== undefined && /[㐀-鿿]/.test(character);
}
