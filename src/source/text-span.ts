import { onceFor } from '../forms/once.ts';
import type { ScalarNode, Span } from './node.ts';

/**
 * Where a passage of a text value stands in the file: for block texts (`|` and `>`, whatever their indentation),
 * quoted, plain and JSON strings. Undefined where value and file cannot be brought together; they always can
 * where the value is what the reader made of the file.
 */
export function spanInSource(source: string, node: ScalarNode, { start, end }: Span): Span | undefined {
  const places = placesOf(node, source);
  if (!places || start < 0 || end <= start || end > places.length) return undefined;
  const last = places[end - 1]!;
  return { start: places[start]!, end: last + width(source, last, source[node.start]!) };
}

/** By code unit of a value, its offset in the file. */
const placesOf = onceFor(({ start, end, value }: ScalarNode, source: string): Int32Array | undefined => {
  if (typeof value !== 'string') return undefined;
  switch (source[start]) {
    case '"':
      return decoded(source, start + 1, end - 1, value);
    case "'":
      return aligned(source, start + 1, end - 1, value, 'single');
    case '|':
    case '>':
      return aligned(source, source.indexOf('\n', start) + 1, end, value, 'block');
    default:
      return aligned(source, start, end, value, 'plain');
  }
});

/**
 * Without escapes the characters of value and file are the same in the same order; only the blanks between them
 * differ, by indentation and folded lines.
 */
function aligned(
  source: string,
  from: number,
  to: number,
  value: string,
  style: 'single' | 'block' | 'plain',
): Int32Array | undefined {
  const places = new Int32Array(value.length);
  let at = from;
  let i = 0;
  while (i < value.length) {
    const gap = { start: at, end: at };
    while (gap.end < to && isBlank(source, gap.end)) gap.end++;
    at = gap.end;
    const first = i;
    while (i < value.length && isBlank(value, i)) i++;
    const inLine = !(style === 'block' && first === 0);
    if (i > first && !alignBlanks(source, gap, value, { start: first, end: i }, inLine, places))
      return undefined;
    while (i < value.length && !isBlank(value, i)) {
      if (at >= to || source[at] !== value[i]) return undefined;
      places[i++] = at;
      at += style === 'single' ? width(source, at, "'") : 1;
    }
  }
  return places;
}

/**
 * Blanks before the first line feed begin where those of the file do; blanks after one end where those of the file
 * end, since the indentation comes before them. Where the value has no line feed, the file's was folded to a blank.
 */
function alignBlanks(
  source: string,
  gap: Span,
  value: string,
  blanks: Span,
  inLine: boolean,
  places: Int32Array,
): boolean {
  const feeds: number[] = [];
  for (let at = gap.start; at < gap.end; at++) if (source[at] === '\n') feeds.push(at);
  let i = blanks.start;
  if (inLine) {
    if (feeds.length === 0 && blanks.end - i !== gap.end - gap.start) return gap.start === gap.end;
    const edge = feeds[0] ?? gap.end;
    for (; i < blanks.end && value[i] !== '\n'; i++) {
      places[i] = Math.min(gap.start + i - blanks.start, edge);
    }
  }
  let feed = 0;
  while (i < blanks.end) {
    if (value[i] === '\n') {
      places[i++] = feeds[feed++] ?? gap.end;
      continue;
    }
    let stop = i;
    while (stop < blanks.end && value[stop] !== '\n') stop++;
    const edge = stop === blanks.end ? gap.end : (feeds[feed] ?? gap.end);
    for (; i < stop; i++) places[i] = edge - (stop - i);
  }
  return true;
}

/** Strings in double quotes: escapes of one or several characters, in YAML also folded lines. */
function decoded(source: string, from: number, to: number, value: string): Int32Array | undefined {
  const places = new Int32Array(value.length);
  let i = 0;
  let at = from;
  const emit = (place: number) => {
    places[i++] = place;
  };
  while (at < to) {
    if (source[at] === '\\') {
      const step = escapeWidth(source, at);
      if (!/[\r\n]/.test(source[at + 1]!)) emit(at);
      // \U may stand for two code units.
      if (source[at + 1] === 'U' && (value.codePointAt(i - 1) ?? 0) > 0xffff) emit(at);
      at += step;
    } else if (isBlank(source, at)) {
      const begin = at;
      let feeds = 0;
      for (; at < to && isBlank(source, at); at++) if (source[at] === '\n') feeds++;
      if (feeds === 0) for (let place = begin; place < at; place++) emit(place);
      else for (let n = Math.max(1, feeds - 1); n > 0; n--) emit(source.indexOf('\n', begin));
    } else emit(at++);
  }
  return i === value.length ? places : undefined;
}

function width(source: string, at: number, style: string): number {
  if (style === '"' && source[at] === '\\') return escapeWidth(source, at);
  return style === "'" && source[at] === "'" && source[at + 1] === "'" ? 2 : 1;
}

/** \n has two characters, \x0a four, \u000a six, \U0000000a ten; \ at the end of a line takes the line break and the indentation with it. */
function escapeWidth(source: string, at: number): number {
  const sign = source[at + 1];
  if (sign === 'x') return 4;
  if (sign === 'u') return 6;
  if (sign === 'U') return 10;
  if (sign !== '\n' && sign !== '\r') return 2;
  let end = at + 1;
  while (isBlank(source, end)) end++;
  return end - at;
}

/** Blanks, tabs, line breaks, and control characters, which are read as blanks. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || (code >= 0x7f && code <= 0x9f && code !== 0x85);
}
