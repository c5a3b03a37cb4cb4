import { found, hasSign, signTable } from './scan.ts';
import type { Finding } from './types.ts';

/**
 * QA-TYPO, brackets and quotes. Kinds:
 * - `unopened`: a closing sign without an opening one
 * - `unclosed`: an opening sign that is not closed in its paragraph
 * params: found (the odd sign), expected (its partner)
 */
export type BracketKind = 'unopened' | 'unclosed';

/** Half-width and full-width brackets may close each other: that is seen often and misleads nobody. */
const closers = new Map([
  ['（', '）'],
  ['(', '）'],
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['【', '】'],
  ['〔', '〕'],
  ['[', ']'],
]);
const openers = new Map([...closers].map(([open, close]) => [close, open === '(' ? '（' : open]));
const same = new Map([[')', '）']]);
const signs = signTable([...closers.keys(), ...openers.keys(), ...same.keys(), '"']);

/** Signs are paired within a paragraph: lines without a blank line between them. */
export function findOddBrackets(text: string): Finding<BracketKind>[] {
  const findings: Finding<BracketKind>[] = [];
  if (!hasSign(text, signs)) return findings;
  let start = 0;
  for (const paragraph of text.split(/(\n[^\S\n]*\n+)/)) {
    findings.push(...inParagraph(text, start, start + paragraph.length));
    start += paragraph.length;
  }
  return findings.sort((a, b) => a.start - b.start);
}

function inParagraph(text: string, start: number, end: number): Finding<BracketKind>[] {
  const findings: Finding<BracketKind>[] = [];
  const open: { sign: string; close: string; at: number }[] = [];
  let straight = -1;
  const odd = (kind: BracketKind, at: number, expected: string) =>
    findings.push(found('QA-TYPO', kind, text, { start: at, end: at + 1 }, { expected }));
  for (let i = start; i < end; i++) {
    if (signs[text.charCodeAt(i)] !== 1) continue;
    const sign = same.get(text[i]!) ?? text[i]!;
    if (sign === '"') straight = straight < 0 ? i : -1;
    const close = closers.get(sign);
    if (close !== undefined) {
      open.push({ sign, close, at: i });
      continue;
    }
    if (!openers.has(sign)) continue;
    if (sign === '）' && isEnumerator(text, start, i)) continue;
    const partner = open.findLastIndex((each) => each.close === sign);
    if (partner < 0) {
      // ’ is also an apostrophe.
      if (sign !== '’') odd('unopened', i, openers.get(sign)!);
      continue;
    }
    for (const { at, close: missing } of open.splice(partner).slice(1)) odd('unclosed', at, missing);
  }
  for (const { at, close } of open) odd('unclosed', at, close);
  if (straight >= 0) odd('unclosed', straight, '"');
  return findings;
}

/** 1） and 一） at the head of a clause number it. */
function isEnumerator(text: string, start: number, at: number): boolean {
  return /(?:^|[\s。；，：、*])[\d一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(start, at - 6), at));
}
