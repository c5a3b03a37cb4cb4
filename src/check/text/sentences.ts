import type { Span } from './types.ts';

/**
 * A sentence ends at 。！？； or at the end of a line; closing quotes and brackets stay with it.
 * Blanks around it are left out. A half-width full stop ends nothing: it stands in 1. and 3.5.
 */
export function splitSentences(text: string): Span[] {
  return split(text, { start: 0, end: text.length }, '。！？；!?;\n');
}

/** A clause also ends at ， and ：, but not at 、, which joins the members of a list. */
export function splitClauses(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  return split(text, span, '。！？；!?;\n，：,:');
}

/** The sentence around a place. */
export function sentenceAround(text: string, at: number): Span {
  return around(text, at, '。！？；!?;\n');
}

export function clauseAround(text: string, at: number): Span {
  return around(text, at, '。！？；!?;\n，：,:');
}

const closing = '”’」』）)】》〉"\'';
const blank = /\s/;
/** No sentence goes on for longer; a text without any full stop must not cost the square of its length. */
const reach = 2000;

function split(text: string, span: Span, ends: string): Span[] {
  const spans: Span[] = [];
  let start = span.start;
  for (let i = span.start; i < span.end; i++) {
    if (!ends.includes(text[i]!)) continue;
    let end = i + 1;
    while (end < span.end && text[i] !== '\n' && closing.includes(text[end]!)) end++;
    add(spans, text, start, end);
    start = end;
    i = end - 1;
  }
  add(spans, text, start, span.end);
  return spans;
}

function add(spans: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && blank.test(text[from]!)) from++;
  while (to > from && blank.test(text[to - 1]!)) to--;
  if (to > from) spans.push({ start: from, end: to });
}

function around(text: string, at: number, ends: string): Span {
  const first = Math.max(0, at - reach);
  const last = Math.min(text.length, at + reach);
  let start = at;
  let end = at;
  while (start > first && !ends.includes(text[start - 1]!)) start--;
  while (end < last && !ends.includes(text[end]!)) end++;
  return { start, end: Math.min(end + 1, text.length) };
}
