import { width } from '../../diagnostics/width.ts';
import type { Edit } from '../../source/edits.ts';
import { lineStart } from '../../source/lines.ts';
import type { Span } from '../../source/node.ts';

/** The cells of a row as they stand in the text. */
export type RowSpans = readonly Span[];

/**
 * Widens or narrows an edit of a cell by blanks before it, where the columns of the table are aligned, so that
 * everything after it stays where it is.
 */
export function alignEdit(text: string, edit: Edit, row: RowSpans, neighbours: readonly RowSpans[]): Edit {
  if (edit.start === edit.end) return fillGap(text, edit);
  const measure = aligned(text, edit, row, neighbours);
  if (!measure) return edit;
  const growth = measure(edit.to) - measure(text.slice(edit.start, edit.end));
  if (growth <= 0) return { ...edit, to: ' '.repeat(-growth) + edit.to };
  const gap = blanksBefore(text, edit.start);
  const least = text[edit.start - gap - 1] === '[' ? 0 : 1;
  return { ...edit, start: edit.start - Math.max(0, Math.min(growth, gap - least)) };
}

/**
 * Puts a number where there is none: at the right of the blanks that stand there, so that they keep their width.
 * A comment behind them keeps the blank without which it would be none.
 */
function fillGap(text: string, { start, to }: Edit): Edit {
  const from = start - blanksBefore(text, start);
  let end = start;
  while (text[end] === ' ') end++;
  const behind = text[end] === '#' ? ' ' : '';
  const least = text[from - 1] === '[' ? to.length : to.length + 1;
  return { start: from, end, to: to.padStart(Math.max(least, end - from - behind.length)) + behind };
}

/** Whether a cell that is empty stands on a line with the sign before it; elsewhere its line is not known. */
export function hasLine(text: string, { start, end }: Span): boolean {
  return start < end || /[^\s]/.test(text.slice(lineStart(text, start), start));
}

type Measure = (text: string) => number;
/** Some align by what they see, where a Chinese character takes two columns, some by the count of characters. */
const measures: readonly Measure[] = [width, (text) => text.length];

/** By what measure the cell ends in one column with the cell above or below it; undefined where it does not. */
function aligned(
  text: string,
  cell: Span,
  row: RowSpans,
  neighbours: readonly RowSpans[],
): Measure | undefined {
  const place = row.findIndex((span) => span.start <= cell.start && cell.end <= span.end);
  return measures.find((measure) => {
    const size = ({ start, end }: Span) => measure(text.slice(start, end));
    const until = (offset: number) => size({ start: lineStart(text, offset), end: offset });
    return neighbours.some((other) => {
      const beside = other[place];
      if (!beside || other.length !== row.length || ![row, other].every((each) => isLine(text, each))) {
        return false;
      }
      // Of cells of one width nothing can be learnt; where the rows begin differently, likeness is chance.
      return (
        size(beside) !== size(cell) &&
        until(beside.end) === until(cell.end) &&
        until(opening(text, other)) === until(opening(text, row))
      );
    });
  });
}

function isLine(text: string, row: RowSpans): boolean {
  const line = lineStart(text, row[0]!.start);
  return opening(text, row) >= line && lineStart(text, row.at(-1)!.start) === line;
}

function opening(text: string, row: RowSpans): number {
  return text.lastIndexOf('[', row[0]!.start);
}

/** Edits of the blanks before the comments of edited lines, so that the comments stay in their column. */
export function commentEdits(text: string, edits: readonly Edit[]): Edit[] {
  const lines = new Map<number, number>();
  for (const { start, end, to } of edits) {
    const line = lineStart(text, start);
    lines.set(line, (lines.get(line) ?? 0) + width(to) - width(text.slice(start, end)));
  }
  return [...lines].flatMap(([line, growth]) => {
    const last = Math.max(
      ...edits.filter(({ start }) => lineStart(text, start) === line).map(({ end }) => end),
    );
    const comment = /[^#\n]*?( +)#/y;
    comment.lastIndex = last;
    const found = comment.exec(text);
    if (!found || growth === 0) return [];
    const end = comment.lastIndex - 1;
    const blanks = found[1]!.length;
    return [{ start: end - blanks, end, to: ' '.repeat(Math.max(1, blanks - growth)) }];
  });
}

function blanksBefore(text: string, offset: number): number {
  let count = 0;
  while (text[offset - count - 1] === ' ') count++;
  return count;
}
