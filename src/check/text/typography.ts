import { type BracketKind, findOddBrackets } from './brackets.ts';
import { type DoubledKind, doubledWords } from './doubled-words.ts';
import { type MissingKind, missingNumbers } from './missing-numbers.ts';
import { needles, occurs } from './needles.ts';
import { before, found, scan } from './scan.ts';
import type { Finding, Span } from './types.ts';

/**
 * QA-TYPO: slips of typing. Kinds besides those of `brackets`, `doubled-words` and `missing-numbers`:
 * - `doubled-mark`: 。。 ，。 、， params: found, write
 * - `half-width`: , ; : ! ? ( ) between Chinese characters; more than three of one sign are told once.
 *   params: found, write, count
 * - `cut-off`: a paragraph that ends in the middle of a sentence. params: found (its last characters)
 * The opening may end with a colon, since section one follows it.
 */
export type TypoKind = BracketKind | DoubledKind | MissingKind | 'doubled-mark' | 'half-width' | 'cut-off';

export function findTypos(text: string, section?: string): Finding<TypoKind>[] {
  const findings: Finding<TypoKind>[] = [
    ...findOddBrackets(text),
    ...doubledWords(text),
    ...missingNumbers(text),
    ...doubledMarks(text),
    ...halfWidthMarks(text),
    ...cutOff(text, section === 'opening'),
  ];
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The mark that ends more stays: ，。 becomes 。 */
function doubledMarks(text: string): Finding<TypoKind>[] {
  const strength = '、，：；。！？';
  return scan(text, /[。，、；：！？]{2,}/g)
    .filter(({ start, end }) => !/^[！？]+$/.test(text.slice(start, end)))
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
  '.': '。',
};
/** A text that uses half-width marks throughout has one fault, not a hundred. */
const toldOneByOne = 3;

const halfWidth = new RegExp(
  [
    String.raw`[,;:!?](?<=[㐀-鿿”》）]\s?.)(?=\s?[㐀-鿿“《（])`,
    String.raw`\((?<=[㐀-鿿].)(?=[㐀-鿿“])`,
    // A list mark such as 一) or a link such as [文字](地址) is no fault.
    String.raw`\)(?<=[㐀-鿿].)(?<!(?:^|[\s。；，：、*])[一二三四五六七八九十]{1,3}.)(?!\()`,
    // 一.总体情况 is numbered.
    String.raw`\.(?<=[㐀-鿿].)(?<![一二三四五六七八九十].)(?=[㐀-鿿]|\s*(?:\n|$))`,
  ].join('|'),
  'g',
);

const halfWidthSigns = needles(Object.keys(fullWidth));

function halfWidthMarks(text: string): Finding<TypoKind>[] {
  if (!occurs(text, halfWidthSigns)) return [];
  const bySign = new Map<string, Span[]>();
  for (const span of scan(text, halfWidth)) {
    const sign = text[span.start]!;
    bySign.set(sign, [...(bySign.get(sign) ?? []), span]);
  }
  return [...bySign].flatMap(([sign, spans]) =>
    (spans.length > toldOneByOne ? spans.slice(0, 1) : spans).map((span) =>
      found('QA-TYPO', 'half-width', text, span, { write: fullWidth[sign]!, count: spans.length }),
    ),
  );
}

/** Where a paragraph ends without marks of bold text. */
function lastWord(paragraph: string): number {
  let end = paragraph.length;
  while (end > 0 && '*_ \t\u3000'.includes(paragraph[end - 1]!)) end--;
  return end;
}

/**
 * Paragraphs of some length have a full stop. Headings, list items and lines that go on in the next
 * line have none; a comma at the end is a fault anywhere.
 */
function cutOff(text: string, opening: boolean): Finding<TypoKind>[] {
  const findings: Finding<TypoKind>[] = [];
  const paragraphs = scan(
    text,
    /[^\n]+(?:\n[^\S\n]*(?![\s\-*#]|\d+[.、]|[（(]?[一二三四五六七八九十]+[）)、])[^\n]+)*/g,
  );
  paragraphs.forEach(({ start, end }, i) => {
    const paragraph = text.slice(start, end).trimEnd();
    const at = start + paragraph.length;
    const span = { start: Math.max(start, at - 8), end: at };
    const bare = paragraph.slice(0, lastWord(paragraph));
    const isLast = i === paragraphs.length - 1;
    const colon = isLast && !opening && /[：:]$/.test(bare) && !/(?:如下|下表)[：:]$/.test(bare);
    const openEnd = /[，、,]$/.test(bare) || colon;
    const noStop =
      bare.length >= 40 && /[，。]/.test(bare) && /[㐀-鿿\d]$/.test(bare) && !/^\s*[-*|]/.test(bare);
    const dangling = before(bare, bare.length, /(?:以及|按照|由于|因为|例如|包括|特别是|尤其是|关于)[。；]$/);
    if (openEnd || noStop || dangling) findings.push(found('QA-TYPO', 'cut-off', text, span));
  });
  return findings;
}
