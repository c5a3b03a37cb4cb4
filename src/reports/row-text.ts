import type { DataRow } from '../forms/compile.ts';
import type { SourceDocument } from '../source/document.ts';
import { nodeAt, type Span } from '../source/node.ts';

/** A row of numbers as it is written, found without YAML or JSON, which could not read it. */
export interface RowText {
  /** Everything that belongs to the row, after its name. */
  span: Span;
  /** The cells, where there are as many as the row must have. */
  tokens: Span[];
  /** Where the square bracket opens, and whether it closes. */
  open?: number;
  closed: boolean;
}

/** No row is longer, however it is written; keeps the work on hostile files small. */
const longest = 4_000;

export function rowText(document: SourceDocument, row: DataRow): RowText | undefined {
  const key = document.root && nodeAt(document.root, row.path)?.key;
  if (!key) return undefined;
  const { text } = document;
  const from = key.end + /^\s{0,100}[:：]?/.exec(text.slice(key.end, key.end + 101))![0].length;
  const area = { start: from, end: Math.min(nextName(document, from), from + longest) };
  const first = trim(text, area).start;
  if (row.single) return singleText(document, area);
  if (text[first] === '[') return bracketText(document, row, { start: first, end: area.end });
  return listText(text, { start: first, end: area.end });
}

/** Where the next name with its colon begins: after a comma or bracket in JSON, on a line of its own in YAML. */
function nextName(document: SourceDocument, from: number): number {
  const { text } = document;
  const name = isJson(document)
    ? /[\n,{]\s*"[^"\n]*"\s*:/g
    : /\n[ \t]*(?:[^\s#:"'[\]{},]+|"[^"\n]*"|'[^'\n]*')[ \t]*[:：]/g;
  name.lastIndex = from;
  return name.exec(text)?.index ?? text.length;
}

function singleText(document: SourceDocument, { start, end }: Span): RowText {
  const { text } = document;
  const line = Math.min(end, endOf(text, start, /\n/));
  let span = trim(text, { start, end: isJson(document) ? line : endOf(text, start, /\s#|\n/) });
  if (isJson(document)) {
    const written = text.slice(span.start, span.end).replace(/,$/, '');
    const spare = count(written, '}') > count(written, '{') ? /[\s}]+$/ : /$/;
    span = trim(text, { start: span.start, end: span.start + written.replace(spare, '').length });
  }
  const blank = span.end === span.start;
  return { span: blank ? { start, end: span.end } : span, tokens: [span], closed: true };
}

function bracketText(document: SourceDocument, row: DataRow, { start, end }: Span): RowText {
  const { text } = document;
  const closes = [...text.slice(start, end).matchAll(/\]/g)].map((match) => start + match.index);
  const whole = isJson(document)
    ? start + text.slice(start, end).replace(/[\s},]+$/, '').length
    : Math.min(end, endOf(text, start, /\s#/));
  for (const close of [...closes, whole]) {
    const inner = { start: start + 1, end: close };
    const tokens = [split(text, inner, /,/g), split(text, inner, /,(?=\s)|，/g)].find(
      (spans) => spans.length === row.cells.length,
    );
    const closed = text[close] === ']';
    if (tokens)
      return { span: { start, end: closed ? tail(document, close) : close }, tokens, open: start, closed };
  }
  const close = closes[0];
  const span = {
    start,
    end: close === undefined ? trim(text, { start, end: whole }).end : tail(document, close),
  };
  return { span, tokens: [], open: start, closed: close !== undefined };
}

/** A bracket's line to its end, without a comment and without the comma that JSON wants. */
function tail(document: SourceDocument, close: number): number {
  const { text } = document;
  if (isJson(document))
    return close + 1 + (/^(\s*\])*/.exec(text.slice(close + 1, close + 80))?.[0].length ?? 0);
  return trim(text, { start: close, end: endOf(text, close, /\s#|\r?\n/) }).end;
}

/** A row written as a list, one number to a line. */
function listText(text: string, area: Span): RowText {
  const span = trim(text, area);
  const items = [...text.slice(span.start, span.end).matchAll(/^[ \t]*-(?=\s|$)(.*?)(?=\s#|\s*$)/gm)];
  const tokens = items.map((item) => {
    const start = span.start + item.index + item[0].length - item[1]!.length;
    return trim(text, { start, end: start + item[1]!.length });
  });
  return { span, tokens, closed: true };
}

function isJson(document: SourceDocument): boolean {
  return document.file.endsWith('.json');
}

function endOf(text: string, from: number, mark: RegExp): number {
  const at = text.slice(from).search(mark);
  return at < 0 ? text.length : from + at;
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}

function split(text: string, { start, end }: Span, separator: RegExp): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(separator)) {
    spans.push(trim(text, { start: from, end: start + match.index }));
    from = start + match.index + match[0].length;
  }
  return [...spans, trim(text, { start: from, end })];
}

/** Without ASCII blanks; a blank of another kind belongs to the cell, as YAML and JSON see it. */
function trim(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const from = start + inner.search(/[^ \t\r\n]|$/);
  return { start: from, end: Math.max(from, start + inner.replace(/[ \t\r\n]+$/, '').length) };
}
