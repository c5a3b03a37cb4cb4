import type { Finding, Params, Span, TextRule } from './types.ts';

/** Every place a pattern matches. The pattern needs the flags g and u. */
export function scan(text: string, pattern: RegExp): (Span & { groups: (string | undefined)[] })[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    groups: [...match],
  }));
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
  return character !== undefined && /\p{Script=Han}/u.test(character);
}
