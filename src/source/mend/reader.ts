import type { Span } from '../node.ts';
import { type Name, nameAt, type Slip } from './names.ts';

/** A line of the file: its blanks, and from `at` what stands behind them. */
export interface Line extends Span {
  /** Blanks of the kind that YAML counts. */
  spaces: number;
  at: number;
  /** Without blanks behind it, the carriage return among them. */
  body: string;
}

/** A name with its value, or a dash with what follows it: what stands at an indentation of its own. */
export interface Item extends Span {
  line: Line;
  dash: boolean;
  /** How far behind the dash a name stands. */
  inner?: number;
  /** Nothing stands behind it: what it holds begins in the next line, further to the right. */
  opens: boolean;
  /** How far to the right its text stands. */
  text?: number;
}

export interface Outline {
  items: Item[];
  slips: Slip[];
}

export interface Reader extends Outline {
  text: string;
  lines: Line[];
}

/** Every line, blank ones too. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end);
    const at = start + /^[ \t\u00a0\u2000-\u200b\u3000\ufeff]*/.exec(line)![0].length;
    const body = text.slice(at, end).trimEnd();
    lines.push({ start, end: at + body.length, spaces: /^ */.exec(line)![0].length, at, body });
    start = end + 1;
  }
  return lines;
}

/** Nothing but a comment stands in it. */
export function isEmpty({ body }: Line): boolean {
  return body === '' || body.startsWith('#');
}

/** The name that begins at an offset of a line. `loose`: any word behind it may be its value, if its colon is not there. */
export function nameIn({ text, lines }: Reader, i: number, at: number, loose: boolean): Name | undefined {
  const line = lines[i]!;
  const next = lines.slice(i + 1, i + 20).find((each) => !isEmpty(each));
  const deeper = next !== undefined && next.spaces > line.spaces;
  const below = !deeper ? undefined : /^[\p{Script=Han}\d（《“]/u.test(next.body) ? 'text' : 'other';
  return nameAt(text, at, line.end, { below, loose });
}

/** Whether a line begins with a name of the data, so that it cannot belong to a text or a row. */
export function isNamed(reader: Reader, i: number): boolean {
  return nameIn(reader, i, reader.lines[i]!.at, false)?.sure ?? false;
}
