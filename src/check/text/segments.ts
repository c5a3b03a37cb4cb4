import { longestAt, type Phrases, phraseIndex } from './phrases.ts';
import type { NamedOrgan, Span } from './types.ts';

/**
 * A stretch of text that is compared as one: a sentence, or a group of clauses of a long one.
 * Its boundaries follow from the words alone, so a copied sentence has the same segments wherever it stands.
 */
export interface Segment extends Span {
  /** The words without blanks, marks and punctuation; figures and organs by placeholders. */
  normal: string;
  /** Says no more than what every report must say (see `officialWords`). */
  official: boolean;
}

export interface SegmentWords {
  /** Names of organs and words for one's own organ. */
  organs: Phrases;
  official: Phrases;
}

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
const numerals = codes('〇零一二三四五六七八九十百千万亿两0123456789０１２３４５６７８９');
const inNumbers = codes('.．%％');
const measures = codes('件条项次份篇期场个人家年月日号元');
const clauseEnds = codes('，：,:');
const sentenceEnds = codes('。！？；!?;\n');
const ownWords = codes('我本全该各');

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

export function organWords(organs: Iterable<NamedOrgan>): Phrases {
  const words = [...levelWords];
  for (const { name, fullName, aliases } of organs) words.push(name, fullName, ...(aliases ?? []));
  return phraseIndex(words);
}

interface Clause extends Span {
  from: number;
  to: number;
  official: number;
}

/** Reads a text once, from left to right. */
export function segments(text: string, words: SegmentWords): Segment[] {
  const found: Segment[] = [];
  const normal: number[] = [];
  let clauses: Clause[] = [];
  let clause: Clause | undefined;
  let officialUntil = 0;

  const emit = (code: number, at: number, length: number, official: boolean) => {
    clause ??= { start: at, end: at, from: normal.length, to: normal.length, official: 0 };
    clause.end = at + length;
    const last = normal.length > clause.from ? normal[normal.length - 1] : undefined;
    if (code === organ && last !== undefined && ownWords[last] === 1) normal[normal.length - 1] = organ;
    else if (last === code && (code === figure || code === organ)) return;
    else normal.push(code);
    clause.to = normal.length;
    if (official) clause.official++;
    if (clause.to - clause.from >= greatestLength) endClause(clause.end);
  };
  const endClause = (end: number) => {
    if (!clause) return;
    clause.end = end;
    clauses.push(clause);
    clause = undefined;
  };
  const endSentence = (end: number) => {
    endClause(end);
    for (const group of grouped(clauses)) {
      const from = group[0]!.from;
      const length = group.at(-1)!.to - from;
      if (length < leastLength) continue;
      const official = group.reduce((sum, each) => sum + each.official, 0);
      found.push({
        start: opened(text, group[0]!.start),
        end: group.at(-1)!.end,
        normal: String.fromCharCode(...normal.slice(from, from + length)),
        official: official >= officialShare * length,
      });
    }
    clauses = [];
    normal.length = 0;
  };

  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (sentenceEnds[code] === 1) {
      endSentence(code === 10 ? (clause?.end ?? i) : i + 1);
      continue;
    }
    if (clauseEnds[code] === 1) {
      endClause(i + 1);
      continue;
    }
    const name = longestAt(words.organs, text, i);
    if (name > 0) {
      emit(organ, i, name, true);
      i += name - 1;
      continue;
    }
    if (i >= officialUntil) officialUntil = i + longestAt(words.official, text, i);
    if (numerals[code] === 1) {
      const begin = i;
      while (i + 1 < text.length && isNumber(text, i + 1)) i++;
      emit(figure, begin, i + 1 - begin, true);
      if (measures[text.charCodeAt(i + 1)] === 1) officialUntil = Math.max(officialUntil, i + 2);
    } else if (isWord(code)) {
      emit(lower(code), i, 1, i < officialUntil);
    }
  }
  endSentence(text.length);
  return found;
}

/** Where a text begins that stands in brackets or quotes: with them. */
function opened(text: string, start: number): number {
  let at = start;
  while (at > 0 && '（(“‘《〈【「'.includes(text[at - 1]!)) at--;
  return at;
}

/** Clauses of one sentence in groups of at least `groupLength`; a short rest joins the last group. */
function grouped(clauses: readonly Clause[]): Clause[][] {
  const groups: Clause[][] = [];
  let open: Clause[] = [];
  const length = (group: readonly Clause[]) => group.at(-1)!.to - group[0]!.from;
  for (const clause of clauses) {
    open.push(clause);
    if (length(open) < groupLength) continue;
    groups.push(open);
    open = [];
  }
  const last = groups.at(-1);
  if (open.length > 0 && last) last.push(...open);
  else if (open.length > 0) groups.push(open);
  return groups;
}

function isNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return numerals[code] === 1 || inNumbers[code] === 1;
}

/** Han characters, letters and whatever else is not a mark. */
function isWord(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return true;
  return (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xd800 && code <= 0xdfff);
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 32 : code;
}

/** A set of characters as a table by code unit. */
function codes(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}
