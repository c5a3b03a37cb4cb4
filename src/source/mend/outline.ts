import { readText } from './block-text.ts';
import { slip } from './names.ts';
import { type Item, isEmpty, type Line, linesOf, nameIn, type Outline, type Reader } from './reader.ts';
import { readValue } from './values.ts';

/** More slips than anybody would read of; the rest of such a file is not looked at. */
const maxSlips = 100;

/**
 * The lines of a YAML file in the layout of the data, taken apart without a parser: where names stand, how far their
 * values reach, and what is slipped in them. Ends at the first line that it does not know.
 */
export function outline(text: string): Outline {
  const reader: Reader = { text, lines: linesOf(text), items: [], slips: [] };
  for (let i = 0; i < reader.lines.length && reader.slips.length < maxSlips; ) {
    const next = readLine(reader, i);
    if (next === undefined) break;
    i = next;
  }
  return reader;
}

/** Reads the item that begins in a line; the number of the line behind it, or undefined where there is no telling. */
function readLine(reader: Reader, i: number): number | undefined {
  const { lines, items } = reader;
  const line = lines[i]!;
  if (isEmpty(line)) return i + 1;
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(line.body)) return items.length === 0 ? i + 1 : undefined;
  const dash = /^-(?:[ \t]+|$)/.exec(line.body);
  const at = line.at + (dash?.[0].length ?? 0);
  const name = nameIn(reader, i, at, true);
  const last = items.at(-1);
  if (!dash && !name) {
    if (!last?.opens || line.spaces <= last.line.spaces) {
      return items.length > 0 && /^[\p{L}\d（《“]/u.test(line.body) ? setAside(reader, i) : undefined;
    }
    // A value that begins below its name.
    last.opens = false;
    const next = readValue(reader, i, at, last);
    last.end = lines[next - 1]!.end;
    return next;
  }
  const item: Item = { line, start: line.start, end: line.end, dash: dash !== null, opens: false };
  if (dash && name) item.inner = dash[0].length;
  items.push(item);
  if (name) reader.slips.push(...name.slips);
  const next = name?.isText ? readText(reader, i + 1, item) : readValue(reader, i, name?.value ?? at, item);
  item.end = Math.max(item.end, lines[next - 1]!.end);
  return next;
}

/** Words at the left, where only names may stand. */
function setAside(reader: Reader, from: number): number {
  const { lines } = reader;
  let next = from + 1;
  const isWords = (line: Line) => !isEmpty(line) && !/^-(?:[ \t]|$)/.test(line.body);
  while (next < lines.length && isWords(lines[next]!) && !nameIn(reader, next, lines[next]!.at, true)) next++;
  const what = '这一行没有冒号，也没有缩进';
  const write = '文字写在 | 的下一行，比名字多空两格；名字后面要有冒号。';
  const edits = lines.slice(from, next).map(({ start, end }) => ({ start, end, to: '' }));
  reader.slips.push({
    ...slip(what, write, { start: lines[from]!.at, end: lines[from]!.end }, edits),
    mended: 'part',
  });
  return next;
}
