import { slip } from './names.ts';
import { type Item, type Line, nameIn, type Reader } from './reader.ts';

/** The lines of a text after `|`. Those that stand too far to the left for it belong to it if they are no names. */
export function readText(reader: Reader, from: number, item: Item): number {
  const { lines } = reader;
  const left = item.line.spaces + (item.inner ?? 0);
  const own: Line[] = [];
  let first: number | undefined;
  let i = from;
  for (; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.body === '') continue;
    const inside = line.spaces > left && (first === undefined || line.spaces >= first);
    if (!inside) {
      if (line.body.startsWith('#')) continue;
      if (endsText(reader, i, left)) break;
    }
    own.push(line);
    if (line.spaces > left) first ??= line.spaces;
  }
  if (own.length === 0) return i;
  const widths = own.map(({ spaces }) => spaces).filter((width) => width > left);
  const others = widths.slice(1);
  const least = Math.min(...others);
  // Where all other lines stand alike, it is the first that stands wrong.
  const indent =
    widths.length === 0
      ? left + 2
      : others.every((width) => width === least)
        ? Math.min(widths[0]!, least)
        : widths[0]!;
  item.text = indent;
  const wrong = own.filter(
    ({ spaces }, n) => spaces < indent || (n === 0 && spaces > indent && least === indent),
  );
  for (let n = 0; n < wrong.length; ) n = textSlip(reader, own, wrong, n, indent);
  return i;
}

/** Whether a line that stands further left than a text begins something else. */
function endsText(reader: Reader, i: number, left: number): boolean {
  const line = reader.lines[i]!;
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(line.body)) return true;
  if (/^-(?:[ \t]|$)/.test(line.body))
    return reader.items.some((item) => item.dash && item.line.spaces === line.spaces);
  const name = nameIn(reader, i, line.at, false);
  return name !== undefined && (name.sure || (name.slips.length === 0 && line.spaces <= left));
}

/** Lines of a text that stand wrong one below the other are one slip. */
function textSlip(reader: Reader, own: Line[], wrong: Line[], from: number, indent: number): number {
  const first = wrong[from]!;
  const at = own.indexOf(first);
  let next = from + 1;
  while (next < wrong.length && own[at + next - from] === wrong[next]) next++;
  const tab = reader.text[first.start + first.spaces] === '\t';
  const edits = wrong
    .slice(from, next)
    .map(({ start, spaces, at }) => ({ start, end: tab ? at : start + spaces, to: ' '.repeat(indent) }));
  const span = { start: first.at, end: first.end };
  const found = tab
    ? slip(
        '行首用了制表符（Tab）',
        '缩进只用空格，每层两个。',
        { start: first.start + first.spaces, end: first.at },
        edits,
      )
    : first.spaces > indent
      ? slip('这一行缩进多了', '同一段文字的各行左边对齐，比名字多空两格。', span, edits)
      : slip(
          first.spaces > 0 ? '这一行缩进少了' : '这一行没有冒号，也没有缩进',
          '文字写在 | 的下一行，比名字多空两格；名字后面要有冒号。',
          span,
          edits,
        );
  reader.slips.push(found);
  return next;
}
