import { type Signs, signTable } from './scan.ts';
import type { Span } from './types.ts';

/** The sentence around a place; it ends at 。！？； or with the line. A half-width full stop ends nothing: it stands in 1. and 3.5. */
export function sentenceAround(text: string, at: number): Span {
  return around(text, at, sentenceEnds);
}

/** The clause around a place; it also ends at ， and ：, but not at 、, which joins the members of a list. */
export function clauseAround(text: string, at: number): Span {
  return around(text, at, clauseEnds);
}

const sentenceEnds = signTable('。！？；!?;\n');
const clauseEnds = signTable('。！？；!?;\n，：,:');

/** No sentence goes on for longer; a text without any full stop must not cost the square of its length. */
const reach = 2000;

function around(text: string, at: number, ends: Signs): Span {
  const first = Math.max(0, at - reach);
  const last = Math.min(text.length, at + reach);
  let start = at;
  let end = at;
  while (start > first && ends[text.charCodeAt(start - 1)] === 0) start--;
  while (end < last && ends[text.charCodeAt(end)] === 0) end++;
  return { start, end: Math.min(end + 1, text.length) };
}
