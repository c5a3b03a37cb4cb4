import type { Finding, Params, Span, TextRule } from './types.ts';

/**
 * Every place a pattern matches; the pattern needs the flag g. Patterns write Chinese characters as
 * [㐀-鿿] and do without the flag u, which makes them several times slower. `needles` spare the search
 * where a text has none of them: most checks look for signs that a good report doesn't have.
 */
export function scan(
  text: string,
  pattern: RegExp,
  needles?: readonly string[],
): (Span & { groups: (string | undefined)[] })[] {
  if (needles && !needles.some((needle) => text.includes(needle))) return [];
  const places: (Span & { groups: (string | undefined)[] })[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole] = match;
    places.push({ start: match.index, end: match.index + whole.length, groups: match });
    if (whole === '') pattern.lastIndex++;
  }
  return places;
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
