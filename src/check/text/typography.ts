import { type BracketKind, findOddBrackets } from './brackets.ts';
import { type DoubledKind, doubledWords } from './doubled-words.ts';
import { type MissingKind, missingNumbers } from './missing-numbers.ts';
import { found, scan } from './scan.ts';
import type { Finding, Span } from './types.ts';

/**
 * QA-TYPO: slips of typing. Kinds besides those of `brackets`, `doubled-words` and `missing-numbers`:
 * - `doubled-mark`: 。。 ，。 、， params: found, write
 * - `half-width`: , ; : ! ? ( ) between Chinese characters; more than three of one sign are told once.
 *   params: found, write, count
 * - `cut-off`: a paragraph that ends in the middle of a sentence. params: found (its last characters)
 */
export type TypoKind = BracketKind | DoubledKind | MissingKind | 'doubled-mark' | 'half-width' | 'cut-off';

export function findTypos(text: string): Finding<TypoKind>[] {
  const findings: Finding<TypoKind>[] = [
    ...findOddBrackets(text),
    ...doubledWords(text),
    ...missingNumbers(text),
    ...doubledMarks(text),
    ...halfWidthMarks(text),
    ...cutOff(text),
  ];
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The mark that ends more stays: ，。 becomes 。 */
function doubledMarks(text: string): Finding<TypoKind>[] {
  const strength = '、，：；。！？';
  return scan(text, /[。，、；：！？]{2,}/gu)
    .filter(({ start, end }) => !/^[！？]+$/u.test(text.slice(start, end)))
    .map((span) => {
      const marks = [...text.slice(span.start, span.end)];
      const write = marks.reduce((a, b) => (strength.indexOf(b) > strength.indexOf(a) ? b : a));
      return found('QA-TYPO', 'doubled-mark', text, span, { write });
    });
}

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};
/** A text that uses half-width marks throughout has one fault, not a hundred. */
const toldOneByOne = 3;

function halfWidthMarks(text: string): Finding<TypoKind>[] {
  const bySign = new Map<string, Span[]>();
  const pattern =
    /(?<=[\p{Script=Han}”》）]\s?)[,;:!?](?=\s?[\p{Script=Han}“《（])|(?<=\p{Script=Han})\((?=[\p{Script=Han}“])|(?<=\p{Script=Han})\)(?!\()/gu;
  for (const span of scan(text, pattern)) {
    const sign = text[span.start]!;
    // A list mark: 1) or 一); a link: [文字](地址) is no prose.
    if (/[（\]]/u.test(text[span.start - 1] ?? '')) continue;
    if (
      sign === ')' &&
      /(?:^|[\s。；，：、*])[一二三四五六七八九十]{1,3}$/u.test(text.slice(0, span.start).slice(-6))
    )
      continue;
    bySign.set(sign, [...(bySign.get(sign) ?? []), span]);
  }
  return [...bySign].flatMap(([sign, spans]) =>
    (spans.length > toldOneByOne ? spans.slice(0, 1) : spans).map((span) =>
      found('QA-TYPO', 'half-width', text, span, { write: fullWidth[sign]!, count: spans.length }),
    ),
  );
}

/**
 * Paragraphs of some length have a full stop. Headings, list items and lines that go on in the next
 * line have none; a comma at the end is a fault anywhere.
 */
function cutOff(text: string): Finding<TypoKind>[] {
  const findings: Finding<TypoKind>[] = [];
  const paragraphs = scan(
    text,
    /[^\n]+(?:\n[^\S\n]*(?![\s\-*#]|\d+[.、]|[（(]?[一二三四五六七八九十]+[）)、])[^\n]+)*/gu,
  );
  paragraphs.forEach(({ start, end }, i) => {
    const paragraph = text.slice(start, end).trimEnd();
    const at = start + paragraph.length;
    const span = { start: Math.max(start, at - 8), end: at };
    const bare = paragraph.replace(/[*_\s]+$/u, '');
    const isLast = i === paragraphs.length - 1;
    const openEnd = /[，、,]$/u.test(bare) || (isLast && /[：:]$/u.test(bare) && !/\|/.test(bare));
    const noStop =
      bare.length >= 40 &&
      /[，。]/u.test(bare) &&
      /[\p{Script=Han}\d]$/u.test(bare) &&
      !/^\s*[-*|]/u.test(bare);
    const dangling = /(?:以及|按照|由于|因为|例如|包括|其中包括|特别是|尤其是|关于)[。；]$/u.test(bare);
    if (openEnd || noStop || dangling) findings.push(found('QA-TYPO', 'cut-off', text, span));
  });
  return findings;
}
