import type { Mask } from './masks.ts';
import type { PlainText } from './plain-text.ts';
import type { Quantity } from './quantity.ts';
import { createScanner } from './scan.ts';
import { branch, type Sense, type Vocabulary } from './vocabulary.ts';

/** A piece of the text and what it says; all of one shape, since there are hundreds in every report. */
export type Token = { at: number; end: number } & (
  | Sense
  | { kind: 'quantity'; said: Quantity }
  | { kind: 'mark'; said: string }
  | { kind: 'year'; said: Period & { year: number } }
  | { kind: 'month'; said: Period }
  /** 比上年, 同比, 较2019年: what follows is a change. `year` where it is named, 0 where it is none in particular. */
  | { kind: 'comparison'; said: Period }
  /** Text without a word of the vocabulary. */
  | { kind: 'unknown'; said: undefined }
);

/** `month`: the last one named with the year. */
export interface Period {
  year?: number | undefined;
  month?: number | undefined;
}

/** Whether it is a word of the vocabulary; asked of what stands within a phrase. */
export function isWord({ kind }: Token): boolean {
  return kind !== 'unknown' && kind !== 'year' && kind !== 'month' && kind !== 'comparison';
}

/** What parts a text: stops, semicolons, commas, colons, brackets. */
const marks = '。；，：（）\n';
const stops = '！？';
/** Quotation marks and dots stand in a phrase and part nothing. */
const silent = '“”‘’"·•-—–\'';
const comparison =
  /(?:同比|(环比)|[比较与同和]?(?:上一年度?|上年度?|去年度?|(往年|前年)|(\d{4})年度?)(?:同期|相比|比较|比)+|[比较与同](?:上一年度?|上年度?|去年度?|(往年|前年|上期)|(\d{4})年度?))(?:的?总量|的?总数)?/y;

/** What a character may begin, as bits; `goesOn`: it may be the second of a comparison. */
const kinds = new Uint8Array(0x10000);
const [aMark, isSilent, aNumber, aComparison, goesOn] = [1, 2, 4, 8, 16] as const;
function note(chars: string, bit: number): void {
  for (const char of chars) kinds[char.charCodeAt(0)]! |= bit;
}
note(marks + stops, aMark);
note(silent, isSilent);
note('“”\n第《〔［[【（〇零一二两三四五六七八九十百千万0123456789', aNumber);
note('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', aNumber);
note('同环比较与和上去前往0123456789', aComparison);
note('比上去前往一年0123456789', goesOn);

/** Splits a text into tokens, none overlapping; linear in its length. */
export function tokenize({ text }: PlainText, vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = [];
  const scan = createScanner(text);
  const { first } = vocabulary;
  let unknown: Token | undefined;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const kind = kinds[code]!;
    const begins = first[code]!;
    const token =
      kind === 0 && begins === 0
        ? undefined
        : (kind & aComparison && comparisonAt(text, at)) || tokenAt(text, at, kind, vocabulary, begins, scan);
    if (token) {
      tokens.push(token);
      unknown = undefined;
      at = token.end;
    } else if (kind & isSilent) {
      at++;
    } else if (unknown && unknown.end === at) {
      unknown.end = ++at;
    } else {
      unknown = { at, end: ++at, kind: 'unknown', said: undefined };
      tokens.push(unknown);
    }
  }
  return tokens;
}

function tokenAt(
  text: string,
  at: number,
  kind: number,
  vocabulary: Vocabulary,
  begins: number,
  scan: ReturnType<typeof createScanner>,
): Token | undefined {
  const word = begins === 0 ? undefined : longest(text, at, vocabulary, begins);
  // 一审, 第三方权益 are words; 一 alone is a number.
  const hit = kind & aNumber && !(word && word.end > at + 1) ? scan(at) : undefined;
  if (hit) {
    if ('mask' in hit) return maskToken(at, hit.mask);
    return { at, end: at + hit.quantity.length, kind: 'quantity', said: hit.quantity };
  }
  if (word) return word;
  if (!(kind & aMark)) return undefined;
  const char = text[at]!;
  return { at, end: at + 1, kind: 'mark', said: stops.includes(char) ? '。' : char };
}

/** The longest word of the vocabulary that stands here; `begins` is the node of its first character. */
function longest(text: string, at: number, vocabulary: Vocabulary, begins: number): Token | undefined {
  const { letters, ends, senses } = vocabulary;
  let last = 0;
  let end = at;
  let node = begins;
  for (let i = at + 1; node !== 0; i++) {
    if (ends[node] === 1) {
      last = node;
      end = i;
    }
    const letter = i < text.length ? letters[text.charCodeAt(i)]! : 0;
    node = letter && branch(vocabulary, node, letter);
  }
  if (last === 0) return undefined;
  const { kind, said } = senses[last]!;
  return { at, end, kind, said } as Token;
}

function maskToken(at: number, { end, year, month, name }: Mask): Token {
  if (year !== undefined) return { at, end, kind: 'year', said: { year, month } };
  if (month !== undefined) return { at, end, kind: 'month', said: { month } };
  return { at, end, kind: name ? 'thing' : 'filler', said: undefined };
}

function comparisonAt(text: string, at: number): Token | undefined {
  if (!(kinds[text.charCodeAt(at + 1)]! & goesOn)) return undefined;
  comparison.lastIndex = at;
  const found = comparison.exec(text);
  if (!found) return undefined;
  const named = found[3] ?? found[5];
  const other = found[1] ?? found[2] ?? found[4];
  const year = named ? Number(named) : other ? 0 : undefined;
  return { at, end: at + found[0].length, kind: 'comparison', said: { year } };
}
