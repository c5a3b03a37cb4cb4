import type { Edit } from '../edits.ts';
import type { SourceFault } from '../fault.ts';

/** What is not written as it must be, what is told of it, and how it is read all the same. */
export interface Slip extends SourceFault {
  edits: Edit[];
}

export const colonWords = '冒号后面要空一格，而且要用半角的“:”。';
export const oneToALine = '每行只写一个“名字: 内容”；内容里有冒号的，放进引号里或写在 | 的下一行。';

export function slip(
  what: string,
  write: string,
  { start, end }: { start: number; end: number },
  edits: Edit[],
): Slip {
  return { code: 'SRC-SYNTAX', what, write, start, end, mended: 'whole', edits };
}

/** What stands further to the right below a name: a text, or something else, such as names. */
export type Below = 'text' | 'other';

/** The name at the beginning of a line. */
export interface Name {
  /** Where its value begins, if it has one in this line. */
  value: number;
  /** The colon or a quote of the name is not as it must be. */
  slips: Slip[];
  /** Its value is the text in the lines below. */
  isText?: boolean;
  /** The name is one that only the data has, so that a sentence cannot look like it. */
  sure: boolean;
}

/** Names of the data are ASCII words; quoted they are surely meant as names. */
const plainName = /^[A-Za-z][\w.-]{0,99}/;
const quotedName = /^(?:"[^"\n]{1,100}"|'[^'\n]{1,100}')/;
const otherBlanks = '[ \\t\\u00a0\\u2000-\\u200b\\u3000]*';
/** Any name that YAML takes for one: up to a colon with a blank behind it. */
const anyName =
  /^(?:"(?:[^"\\\n]|\\.){0,200}"|'(?:[^'\n]|''){0,200}'|(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=\S))(?:(?! #).){0,200}?)[ \t]{0,20}:(?=[ \t]|$)/;
const badColon = new RegExp(`^(?:：${otherBlanks}|:(?![ \\t/]|$)${otherBlanks})`);
/** A name in 汉字, with a colon of the same width and nothing like a sentence behind it. */
const wideName = new RegExp(
  `^[^\\s:：#\\-?,[\\]{}&*!|>'"%@\`][^\\s:：#]{0,30}(?=：${otherBlanks}(?:$|[|[\\d]))`,
);
/** What follows a name whose colon is not there: a text, a row, a number, a quotation. */
const valueAhead = /^(?:[ \t]+(?=[|>"'[{]|-?\d|true$|false$)|(?=[|[]))/;

/**
 * The name that a line begins with, however its colon is written. `below` says what stands deeper in the next line;
 * `loose` whether any word after a first one may be the value of a name without a colon.
 */
export function nameAt(
  text: string,
  start: number,
  end: number,
  { below, loose }: { below: Below | undefined; loose: boolean },
): Name | undefined {
  const body = text.slice(start, Math.min(end, start + 400));
  const line = { start, end };
  const unquoted = /^["'](?=[A-Za-z])/.test(body) && !quotedName.test(body) ? body[0]! : '';
  const word = plainName.exec(body.slice(unquoted.length)) ?? (unquoted ? null : quotedName.exec(body));
  const length = word ? unquoted.length + word[0].length : 0;
  const rest = body.slice(length);
  if (word && unquoted) {
    if (!/^[ \t]*[:：]/.test(rest)) return undefined;
    const at = start + length;
    const open = slip('引号没有成对', '补上后一个引号，或者去掉引号。', line, [
      { start: at, end: at, to: unquoted },
    ]);
    const colon = /^[ \t]*:[ \t]*/.exec(rest);
    if (!colon) return undefined;
    return { value: at + colon[0].length, slips: [open], sure: true };
  }
  if (word) {
    const blanks = /^[ \t]*/.exec(rest)![0].length;
    const bad = badColon.exec(rest.slice(blanks));
    if (bad && (rest[blanks] === '：' || plainName.test(body)))
      return badlyColoned(line, start + length, blanks + bad[0].length);
  }
  const any = anyName.exec(body);
  if (any) return { value: start + any[0].length, slips: [], sure: word !== null && /^[ \t]*:/.test(rest) };
  const wide = wideName.exec(body);
  if (wide) {
    const at = start + wide[0].length;
    const bad = badColon.exec(body.slice(wide[0].length))!;
    return { ...badlyColoned(line, at, bad[0].length), sure: false };
  }
  return plainName.test(body) ? withoutColon(line, start + length, rest, below, loose) : undefined;
}

function badlyColoned(line: { start: number; end: number }, at: number, length: number): Name {
  const value = at + length;
  const to = value < line.end ? ': ' : ':';
  return {
    value,
    slips: [slip('冒号写得不对', colonWords, line, [{ start: at, end: value, to }])],
    sure: true,
  };
}

function withoutColon(
  line: { start: number; end: number },
  at: number,
  rest: string,
  below: Below | undefined,
  loose: boolean,
): Name | undefined {
  const alone = /^[ \t]*(?:$|#)/.test(rest);
  const ahead = valueAhead.exec(rest) ?? (loose ? /^[ \t]+/.exec(rest) : null);
  if (alone ? !below && !loose : !ahead) return undefined;
  const value = alone ? at : at + ahead![0].length;
  const isText = alone && below === 'text';
  const to = isText ? ': |' : alone ? ':' : ': ';
  const found = slip('名字后面没有冒号', '名字后面写半角的冒号“:”，再空一格。', line, [
    { start: at, end: value, to },
  ]);
  // A name with nothing behind or below it: what it should hold is not there.
  const slips: Slip[] = [alone && !below ? { ...found, mended: 'part' } : found];
  return { value, slips, isText, sure: true };
}
