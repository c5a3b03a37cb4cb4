import { width } from '../../diagnostics/width.ts';
import type { Span } from '../../source/node.ts';

/** What is put in place of a span of the text. */
export interface Edit extends Span {
  to: string;
}

/** The cells of a row as they stand in the text. */
export type RowSpans = readonly Span[];

/**
 * Widens or narrows an edit of a cell by blanks before it, where the columns of the table are aligned, so that
 * everything after it stays where it is.
 */
export function alignEdit(text: string, edit: Edit, row: RowSpans, neighbours: readonly RowSpans[]): Edit {
  const gap = blanksBefore(text, edit.start);
  if (edit.start === edit.end) {
    const before = text[edit.start - 1] ?? '';
    return gap > 0 || before === '[' ? edit : { ...edit, to: ` ${edit.to}` };
  }
  const measure = aligned(text, edit, row, neighbours);
  if (!measure) return edit;
  const growth = measure(edit.to) - measure(text.slice(edit.start, edit.end));
  if (growth <= 0) return { ...edit, to: ' '.repeat(-growth) + edit.to };
  const least = text[edit.start - gap - 1] === '[' ? 0 : 1;
  return { ...edit, start: edit.start - Math.max(0, Math.min(growth, gap - least)) };
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
  const end = (span: Span, measure: Measure) => measure(text.slice(lineStart(text, span.start), span.end));
  return measures.find((measure) =>
    neighbours.some((other) => {
      const beside = other[place];
      if (
        !beside ||
        other.length !== row.length ||
        lineStart(text, other[0]!.start) !== lineStart(text, beside.start)
      )
        return false;
      const same =
        measure(text.slice(beside.start, beside.end)) === measure(text.slice(cell.start, cell.end));
      return !same && end(beside, measure) === end(cell, measure);
    }),
  );
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

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, to } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < at) throw new Error('edits overlap');
    result += text.slice(at, start) + to;
    at = end;
  }
  return result + text.slice(at);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function blanksBefore(text: string, offset: number): number {
  let count = 0;
  while (text[offset - count - 1] === ' ') count++;
  return count;
}
