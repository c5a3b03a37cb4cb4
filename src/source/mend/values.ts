import { unclosedBracket } from '../bracket.ts';
import { readText } from './block-text.ts';
import { oneToALine, slip } from './names.ts';
import { type Item, isEmpty, isNamed, type Reader } from './reader.ts';

/** Reads what stands behind a name or a dash; the number of the line behind it. */
export function readValue(reader: Reader, i: number, at: number, item: Item): number {
  const { text, lines } = reader;
  const { end } = lines[i]!;
  const value = text.slice(at, end);
  const first = at + /^[ \t]*/.exec(value)![0].length;
  const rest = text.slice(first, end);
  if (rest === '' || rest.startsWith('#')) {
    item.opens = true;
    return i + 1;
  }
  if (/^[|>｜＞][-+\d]{0,2}[ \t]*(?:$|#)/.test(rest)) {
    const sign = { '｜': '|', '＞': '>' }[rest[0]!];
    const span = { start: first, end: first + 1 };
    if (sign) {
      const what = `这里用了全角的“${rest[0]}”`;
      reader.slips.push(slip(what, '“|”和“>”用半角的。', span, [{ ...span, to: sign }]));
    }
    return readText(reader, i + 1, item);
  }
  if (rest[0] === '[' || rest[0] === '{') return readFlow(reader, i, first, item);
  if (rest[0] === '"' || rest[0] === "'") return readQuoted(reader, i, first, item);
  colonInside(reader, first, end);
  let next = i + 1;
  while (next < lines.length && continues(reader, next, item)) next++;
  return next;
}

/** Whether a line goes on with the value of an item: it stands further to the right and is no name. */
function continues(reader: Reader, i: number, { line }: Item): boolean {
  const each = reader.lines[i]!;
  return each.body === '' ? false : each.spaces > line.spaces && !isEmpty(each) && !isNamed(reader, i);
}

/** A colon in a text without quotes; where a name stands before it, two lines have become one. */
function colonInside(reader: Reader, start: number, end: number): void {
  const { text } = reader;
  const value = text
    .slice(start, end)
    .replace(/[ \t]#.*$/, '')
    .trimEnd();
  if (!/:(?:[ \t]|$)/.test(value) || /^[&*!]/.test(value)) return;
  const span = { start, end: start + value.length };
  const joined = /[ \t][A-Za-z][\w.-]*:(?:[ \t]|$)/.test(value);
  const found = slip('这里的冒号或缩进不对', oneToALine, span, [
    { ...span, to: joined ? '' : `'${value.replaceAll("'", "''")}'` },
  ]);
  reader.slips.push(joined ? { ...found, mended: 'part' } : found);
}

/** Where the text of a line ends before a comment. */
function commentAt(text: string, from: number, end: number): number {
  const comment = /[ \t]+#/.exec(text.slice(from, end));
  return comment ? from + comment.index : end;
}

/** A row or a group in brackets, over as many lines as it takes. */
function readFlow(reader: Reader, from: number, at: number, item: Item): number {
  const { text, lines } = reader;
  const open: string[] = [];
  let last = at;
  let i = from;
  for (; i < lines.length; i++) {
    const line = lines[i]!;
    if (i > from && isEmpty(line)) continue;
    const ends = text[at] === '[' || line.spaces <= item.line.spaces;
    if (i > from && ends && isNamed(reader, i)) break;
    for (let pos = i === from ? at : line.at; pos < line.end; pos++) {
      const char = text[pos]!;
      if (char === '#' && /\s/.test(text[pos - 1]!)) break;
      if ((char === '"' || char === "'") && /[[{,:\s]/.test(text[pos - 1]!)) {
        const close = quoteEnd(text, pos, line.end);
        if (close === undefined) {
          const span = { start: pos, end: line.end };
          const edit = { start: pos, end: pos + 1, to: ' ' };
          reader.slips.push(slip('引号没有成对', '补上后一个引号，或者去掉引号。', span, [edit]));
        } else pos = close - 1;
      } else if (char === '[') open.push(']');
      else if (char === '{') open.push('}');
      else if (char === ']' || char === '}') open.pop();
      if (open.length === 0) return i + 1;
      if (text[pos] !== ' ' && text[pos] !== '\t') last = pos + 1;
    }
  }
  const close = open.reverse().join('');
  const found = unclosedBracket(text, at, last);
  reader.slips.push({ ...found, mended: 'whole', edits: [{ start: last, end: last, to: close }] });
  return i;
}

/** Behind the quote that closes the one here; undefined where none does before `end`. */
function quoteEnd(text: string, start: number, end: number): number | undefined {
  const quote = text[start]!;
  for (let at = start + 1; at < end; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return undefined;
}

function readQuoted(reader: Reader, from: number, at: number, item: Item): number {
  const { text, lines } = reader;
  const first = lines[from]!;
  if (quoteEnd(text, at, first.end) !== undefined) return from + 1;
  let i = from + 1;
  let last = commentAt(text, at, first.end);
  const span = { start: at, end: last };
  for (; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.body === '') continue;
    if (line.spaces <= item.line.spaces || isNamed(reader, i)) break;
    if (quoteEnd(text, at, line.end) !== undefined) return i + 1;
    last = line.end;
  }
  // A number is one without its quote.
  const edit = /^[-\d.]+$/.test(text.slice(at + 1, last))
    ? { start: at, end: at + 1, to: '' }
    : { start: last, end: last, to: text[at]! };
  reader.slips.push(slip('引号没有成对', '补上后一个引号，或者去掉引号。', span, [edit]));
  return i;
}
