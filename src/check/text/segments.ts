import type { Form } from '../../forms/compile.ts';
import type { Units } from './fingerprint.ts';
import { officialWords } from './official-words.ts';
import { type Phrases, phraseIndex, step } from './phrases.ts';
import { signTable } from './scan.ts';
import type { NamedOrgan, Span } from './types.ts';

/**
 * A stretch of text that is compared as one: a sentence, or a group of clauses of a long one.
 * Its boundaries follow from the words alone, so a copied sentence has the same segments wherever it stands.
 */
export interface Segment extends Span {
  /** Says no more than what every report must say (see `officialWords`). */
  official: boolean;
}

/** All words that are looked for, in one index, and what each of them is. */
export interface SegmentWords {
  phrases: Phrases;
  /** By position in the phrases: `ofOrgan`, `ofOffice` or both. */
  kinds: Uint8Array;
}

/** Names of organs and words for one's own organ. */
const ofOrgan = 1;
const ofOffice = 2;

/** A group of clauses closes at this length; shorter ends of a sentence stay with the group before. */
const groupLength = 16;
/** Too short to tell a copy from chance, such as 无其他事项. */
const leastLength = 8;
/** A clause without any mark, such as a list run together, is cut here. */
const greatestLength = 64;
/** Share of official words, figures and names from which a segment counts as official. */
const officialShare = 0.7;

const figure = '0'.charCodeAt(0);
const organ = '#'.charCodeAt(0);
const lineFeed = 10;
const numerals = '〇零一二三四五六七八九十百千万亿两0123456789０１２３４５６７８９';
const inNumbers = signTable(`${numerals}.．%％`);
const measures = signTable('件条项次份篇期场个人家年月日号元');
const ownWords = signTable('我本全该各');
const openingSigns = signTable('（(“‘《〈【「');

const [word, numeral, clauseEnd, sentenceEnd] = [1, 2, 3, 4];
/** By code unit; what is none of the four counts for nothing. */
const classes = new Uint8Array(0x10000);
/** Han characters, letters, and the halves of characters beyond the first plane. */
for (const [first, last] of [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xd800, 0xdfff],
] as const) {
  classes.fill(word, first, last + 1);
}
for (const character of numerals) classes[character.charCodeAt(0)] = numeral;
for (const character of '，：,:') classes[character.charCodeAt(0)] = clauseEnd;
for (const character of '。！？；!?;\n') classes[character.charCodeAt(0)] = sentenceEnd;

/**
 * Words for one's own organ, so that a text is known again after 我镇 became 我乡. The words are
 * replaced wherever they stand: 城镇 too, on both sides alike, which costs nothing.
 */
const levelWords = [
  ...['镇', '乡', '街道', '街道办', '街道办事处', '办事处', '苏木', '人民政府'],
  ...['我', '本', '全'].flatMap((word) =>
    ['省', '市', '县', '区', '旗', '州', '局', '委', '办', '厅', '院', '处', '单位', '机关', '中心'].map(
      (level) => word + level,
    ),
  ),
];

export function segmentWords(organs: Iterable<NamedOrgan>, forms: readonly Form[]): SegmentWords {
  const kinds = new Map<string, number>();
  const add = (phrase: string, kind: number) => kinds.set(phrase, (kinds.get(phrase) ?? 0) | kind);
  for (const phrase of levelWords) add(phrase, ofOrgan);
  for (const { name, fullName, aliases = [] } of organs) {
    for (const phrase of [name, fullName, ...aliases]) add(phrase, ofOrgan);
  }
  for (const phrase of officialWords(forms)) add(phrase, ofOffice);
  return { phrases: phraseIndex([...kinds.keys()]), kinds: Uint8Array.from(kinds.values()) };
}

/** Clauses that belong together: where they stand in the text and in the units, and how many units are official. */
interface Group extends Span {
  from: number;
  to: number;
  official: number;
}

interface Reader {
  text: string;
  /** The words of the sentence so far without blanks, marks and punctuation; figures and organs by placeholders. */
  units: Uint16Array;
  /** Not yet long enough. */
  open: Group | undefined;
  /** Long enough; gets the rest of the sentence if that stays short. */
  whole: Group | undefined;
  tell: Tell;
}

/** The units are written over after the call. */
type Tell = (segment: Segment, normal: Units) => void;

let buffer = new Uint16Array(4096);

/** Reads a text once, from left to right. */
export function readSegments(text: string, { phrases, kinds }: SegmentWords, tell: Tell): void {
  if (buffer.length < text.length) buffer = new Uint16Array(text.length * 2);
  const units = buffer;
  const reader: Reader = { text, units, open: undefined, whole: undefined, tell };
  const { at, first, steps } = phrases;
  let officialUntil = 0;
  /** Units of the sentence, and from where on they are those of the clause: what it has of them, where it begins and ends. */
  let [length, from, official, start, end] = [0, 0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = classes[code]!;
    if (kind === sentenceEnd || kind === clauseEnd) {
      if (code !== lineFeed) end = i + 1;
      if (length > from) from = addClause(reader, { start, end, from, to: length, official });
      if (kind === sentenceEnd) length = from = endSentence(reader);
      continue;
    }
    let name = 0;
    let stock = 0;
    if (first[code] === 1) {
      let node = 0;
      for (let next = i; next < text.length; ) {
        node = step(steps, node, text.charCodeAt(next++));
        if (node < 0) break;
        const position = at[node]!;
        if (position < 0) continue;
        if ((kinds[position]! & ofOrgan) !== 0) name = next - i;
        if ((kinds[position]! & ofOffice) !== 0) stock = next - i;
      }
    }
    if (name === 0 && i >= officialUntil) officialUntil = i + stock;
    let unit = lower(code);
    let width = 1;
    let isOfficial = i < officialUntil;
    if (name > 0) {
      unit = organ;
      width = name;
      isOfficial = true;
    } else if (kind === numeral) {
      unit = figure;
      while (inNumbers[text.charCodeAt(i + width)] === 1) width++;
      if (measures[text.charCodeAt(i + width)] === 1) officialUntil = Math.max(officialUntil, i + width + 1);
      isOfficial = true;
    } else if (kind !== word) continue;

    const last = length > from ? units[length - 1]! : 0;
    if (last === 0) {
      start = i;
      official = 0;
    }
    end = i + width;
    i = end - 1;
    if (unit === organ && ownWords[last] === 1) units[length - 1] = organ;
    else if (last === unit && (unit === figure || unit === organ)) continue;
    else units[length++] = unit;
    if (isOfficial) official++;
    if (length - from >= greatestLength) {
      from = addClause(reader, { start, end, from, to: length, official });
    }
  }
  if (length > from) addClause(reader, { start, end: text.length, from, to: length, official });
  endSentence(reader);
}

/** Clauses of one sentence come in groups of at least `groupLength`; a short rest joins the last group. */
function addClause(reader: Reader, clause: Group): number {
  if (reader.open) join(reader.open, clause);
  else reader.open = clause;
  if (clause.to - reader.open.from >= groupLength) {
    tellWhole(reader);
    reader.whole = reader.open;
    reader.open = undefined;
  }
  return clause.to;
}

function endSentence(reader: Reader): 0 {
  const { open, whole } = reader;
  if (open && whole) join(whole, open);
  else if (open) reader.whole = open;
  tellWhole(reader);
  reader.open = undefined;
  reader.whole = undefined;
  return 0;
}

function join(group: Group, { end, to, official }: Group): void {
  group.end = end;
  group.to = to;
  group.official += official;
}

function tellWhole({ text, units, whole, tell }: Reader): void {
  if (!whole) return;
  const { start, end, from, to, official } = whole;
  const length = to - from;
  if (length < leastLength) return;
  const segment = { start: opened(text, start), end, official: official >= officialShare * length };
  tell(segment, { codes: units, from, to });
}

/** Where a text begins that stands in brackets or quotes: with them. */
function opened(text: string, start: number): number {
  let at = start;
  while (openingSigns[text.charCodeAt(at - 1)] === 1) at--;
  return at;
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 32 : code;
}
