import { needles, occurs } from './needles.ts';
import { found, nextSign, signTable } from './scan.ts';
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
const brackets = [...closers.keys(), ...openers.keys(), ...same.keys(), '"'];
const anyBracket = needles(brackets);
const signs = signTable([...brackets, '\n']);

interface Open {
  sign: string;
  close: string;
  at: number;
}

/** Signs are paired within a paragraph: lines without a blank line between them. */
export function findOddBrackets(text: string): Finding<BracketKind>[] {
  if (!occurs(text, anyBracket)) return [];
  const findings: Finding<BracketKind>[] = [];
  let open: Open[] = [];
  let straight = -1;
  const odd = (kind: BracketKind, at: number, expected: string) =>
    findings.push(found('QA-TYPO', kind, text, { start: at, end: at + 1 }, { expected }));
  const endParagraph = () => {
    for (const { at, close } of open) odd('unclosed', at, close);
    if (straight >= 0) odd('unclosed', straight, '"');
    open = [];
    straight = -1;
  };
  for (let i = nextSign(text, signs); i >= 0; i = nextSign(text, signs, i + 1)) {
    if (text[i] === '\n') {
      if (isBlankLine(text, i + 1)) endParagraph();
      continue;
    }
    const sign = same.get(text[i]!) ?? text[i]!;
    if (sign === '"') straight = straight < 0 ? i : -1;
    const close = closers.get(sign);
    if (close !== undefined) {
      open.push({ sign, close, at: i });
      continue;
    }
    if (!openers.has(sign)) continue;
    if (sign === '）' && isEnumerator(text, i)) continue;
    const partner = open.findLastIndex((each) => each.close === sign);
    if (partner < 0) {
      // ’ is also an apostrophe.
      if (sign !== '’') odd('unopened', i, openers.get(sign)!);
      continue;
    }
    for (const { at, close: missing } of open.splice(partner).slice(1)) odd('unclosed', at, missing);
  }
  endParagraph();
  return findings.sort((a, b) => a.start - b.start);
}

function isBlankLine(text: string, from: number): boolean {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\u3000' || text[at] === '\r') at++;
  return text[at] === '\n';
}

const numeral = /[\d一二三四五六七八九十]/;

/** 1） and 一） at the head of a clause number it. */
function isEnumerator(text: string, at: number): boolean {
  return (
    numeral.test(text[at - 1] ?? '') &&
    /(?:^|[\s。；，：、*])[\d一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, at - 6), at))
  );
}
