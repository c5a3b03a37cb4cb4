import type { ListNode, MapNode, Node, ScalarNode } from './node.ts';
import { plainScalar } from './scalar.ts';

/**
 * Reads the plain layout that reports are written in, many times faster than the full parser:
 * names at the left, then a word, a row in brackets, a text after `|` or deeper names; comments and blank lines.
 * The tree is the same as that of the full parser, with the same places. Whatever is not surely so, be it
 * sound YAML or not, gives undefined: then the full parser reads the text and names its faults.
 * Every character is looked at a fixed number of times, so the time grows with the length alone.
 */
export function readPlain(text: string): Node | undefined {
  if (strange.test(text)) return undefined;
  const reader: Reader = { text, at: 0, maps: [], after: 0, open: false };
  /** Indentation of the comments above; they must stand like the name below them. */
  let comments: number | undefined;
  while (reader.at < text.length) {
    const start = reader.at;
    const indent = skipBlanks(reader) - start;
    const code = text.charCodeAt(reader.at);
    if (code === lineFeed) reader.at++;
    else if (code === hash) {
      if (comments !== undefined && comments !== indent) return undefined;
      comments = indent;
      reader.at = lineAfter(text, reader.at);
    } else if (reader.at < text.length) {
      if (comments !== undefined && comments !== indent) return undefined;
      comments = undefined;
      if (!readEntry(reader, indent)) return undefined;
    }
  }
  const root = reader.maps[0];
  if (!root || reader.open || (comments ?? 0) > 0) return undefined;
  close(reader, 0);
  root.node.end = reader.after;
  return root.node;
}

interface Reader {
  text: string;
  at: number;
  /** The maps that are open, outermost first. */
  maps: OpenMap[];
  /** Where the last value ends with its comment and line feed; a map ends where its last value does. */
  after: number;
  /** The last name has no value yet: names below it, further to the right, are its value. */
  open: boolean;
}

interface OpenMap {
  node: MapNode;
  indent: number;
  keys: Set<string>;
}

const [lineFeed, blank, quote, hash, comma, minus, bracket, bar] = [
  0x0a, 0x20, 0x22, 0x23, 0x2c, 0x2d, 0x5b, 0x7c,
];

/** Tabs, carriage returns, control characters and byte order marks. */
const strange = /[^\n\x20-\x7e\u00a0-\ufefe\uff00-\ufffd]/;
/** A name of a form or an address, and the blanks after its colon. */
const name = /[A-Za-z][\w.-]{0,99}:(?: +|(?=\n|$))/y;
/** What may follow a value in its line: blanks, and a comment set off by a blank. */
const rest = / *(?:(?<= )#[^\n]*)?(?:\n|$)/y;
/** A word in a row: a number, or 汉字 such as 空. */
const item = /(?:-(?=\d))?[\dA-Za-z\u4e00-\u9fff][\w.\u4e00-\u9fff-]*/y;
/** A value without quotes. Its colons and number signs are looked at apart. */
const words = /(?:-(?=\d))?[\dA-Za-z\u4e00-\u9fff][^\n]*/y;
const quoted = /"[^"\\\n]*"/y;
const textMark = /\|-?(?: *| +#[^\n]*)\n/y;

function readEntry(reader: Reader, indent: number): boolean {
  const { text, at: start } = reader;
  if (!skip(name, reader)) return false;
  const key = text.slice(start, text.indexOf(':', start));
  const map = mapAt(reader, indent, start);
  if (!map || map.keys.has(key)) return false;
  map.keys.add(key);
  const keySpan = { start, end: start + key.length };
  const code = text.charCodeAt(reader.at);
  if (code === lineFeed || code === hash || reader.at === text.length) {
    reader.open = true;
    map.node.entries.push({ key, keySpan, value: unread });
    return skip(rest, reader);
  }
  const value = readValue(reader, indent, code);
  if (!value) return false;
  map.node.entries.push({ key, keySpan, value });
  return true;
}

/** Stands in for the value of a name until the names below it are read. */
const unread: ScalarNode = { kind: 'scalar', start: 0, end: 0, value: null };

/** The map that a name at this indentation stands in; undefined where it is out of line. */
function mapAt(reader: Reader, indent: number, start: number): OpenMap | undefined {
  const { maps } = reader;
  const last = maps.at(-1);
  if (reader.open || !last) {
    if (last ? indent <= last.indent : indent > 0) return undefined;
    const node: MapNode = { kind: 'map', start, end: start, entries: [] };
    if (last) last.node.entries.at(-1)!.value = node;
    maps.push({ node, indent, keys: new Set() });
    reader.open = false;
  } else {
    close(reader, indent);
  }
  const map = maps.at(-1)!;
  return map.indent === indent ? map : undefined;
}

/** Ends the maps that stand further to the right. */
function close({ maps, after }: Reader, indent: number): void {
  while (maps.at(-1)!.indent > indent) maps.pop()!.node.end = after;
}

function readValue(reader: Reader, indent: number, code: number): Node | undefined {
  if (code === bar) return readText(reader, indent);
  const value = code === bracket ? readRow(reader) : code === quote ? readQuoted(reader) : readWords(reader);
  if (!value || !skip(rest, reader)) return undefined;
  reader.after = reader.at;
  return value;
}

/** `[0, 12, 空]` in one line. */
function readRow(reader: Reader): ListNode | undefined {
  const { text, at: start } = reader;
  const items: ScalarNode[] = [];
  reader.at++;
  skipBlanks(reader);
  for (let more = text[reader.at] !== ']'; more; ) {
    const from = reader.at;
    if (!skip(item, reader)) return undefined;
    items.push(scalar(from, reader.at, plainScalar(text.slice(from, reader.at))));
    skipBlanks(reader);
    more = text.charCodeAt(reader.at) === comma;
    if (more) {
      reader.at++;
      skipBlanks(reader);
    }
  }
  if (text[reader.at] !== ']') return undefined;
  reader.at++;
  return { kind: 'list', start, end: reader.at, items };
}

/** `"000000"` without a backslash. */
function readQuoted(reader: Reader): ScalarNode | undefined {
  const { text, at: start } = reader;
  if (!skip(quoted, reader)) return undefined;
  return scalar(start, reader.at, text.slice(start + 1, reader.at - 1));
}

/** A number, a date, a name, an address on the web. */
function readWords(reader: Reader): ScalarNode | undefined {
  const { text, at: start } = reader;
  if (!skip(words, reader)) return undefined;
  let found = text.slice(start, reader.at);
  const comment = found.indexOf(' #');
  if (comment >= 0) found = found.slice(0, comment);
  let length = found.length;
  while (found.charCodeAt(length - 1) === blank) length--;
  found = found.slice(0, length);
  if (found.includes(': ') || found.endsWith(':')) return undefined;
  reader.at = start + length;
  return scalar(start, reader.at, plainScalar(found));
}

/** The lines after `|`; the first that is not blank says how far they stand to the right. */
function readText(reader: Reader, parent: number): ScalarNode | undefined {
  const { text, at: start } = reader;
  if (!skip(textMark, reader)) return undefined;
  let indent = 0;
  let value = '';
  /** Line feeds owed since the last line with text; the widest blank line so far. */
  let feeds = 0;
  let widest = 0;
  let end = reader.at;
  while (reader.at < text.length) {
    const line = reader.at;
    const width = skipBlanks(reader) - line;
    if (text.charCodeAt(reader.at) === lineFeed || reader.at === text.length) {
      // Blanks beyond the indentation belong to the text.
      if (indent > 0 && width > indent) return undefined;
      widest = Math.max(widest, width);
      feeds++;
      reader.at++;
      continue;
    }
    if (indent === 0) {
      if (width <= parent || widest > width) return undefined;
      indent = width;
    } else if (width < indent) break;
    else feeds++;
    const next = lineAfter(text, reader.at);
    const stop = text.charCodeAt(next - 1) === lineFeed ? next - 1 : next;
    value += '\n'.repeat(feeds) + text.slice(line + indent, stop);
    feeds = 0;
    end = next;
    reader.at = next;
  }
  if (indent === 0) return undefined;
  reader.at = end;
  reader.after = end;
  return scalar(start, end, text.charCodeAt(start + 1) === minus ? value : `${value}\n`);
}

function scalar(start: number, end: number, value: ScalarNode['value']): ScalarNode {
  return { kind: 'scalar', start, end, value };
}

/** Moves on over what the pattern finds here. */
function skip(pattern: RegExp, reader: Reader): boolean {
  pattern.lastIndex = reader.at;
  if (!pattern.test(reader.text)) return false;
  reader.at = pattern.lastIndex;
  return true;
}

function skipBlanks(reader: Reader): number {
  while (reader.text.charCodeAt(reader.at) === blank) reader.at++;
  return reader.at;
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
