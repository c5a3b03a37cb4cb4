import { isPageNumber } from '../blocks.ts';
import type { Line } from './lines.ts';

export interface Paragraph {
  text: string;
  y: number;
  page: number;
}

interface PagedLine extends Line {
  page: number;
}

/** Lines that a page sets above or below the text: page numbers, and what every page repeats. */
export function withoutFurniture(pages: readonly Line[][]): Line[][] {
  const edges = pages.map((lines) => [lines[0], lines.at(-1)].filter((line) => line !== undefined));
  const key = ({ text }: Line) => text.replace(/\d+/g, '#').replace(/\s+/g, '');
  const counts = new Map<string, number>();
  for (const lines of edges)
    for (const each of new Set(lines.map(key))) counts.set(each, (counts.get(each) ?? 0) + 1);
  return pages.map((lines, i) =>
    lines.filter((line) => {
      if (!edges[i]!.includes(line)) return true;
      const repeated =
        pages.length > 1 && counts.get(key(line))! > pages.length / 2 && counts.get(key(line))! > 1;
      return (
        !repeated && !isPageNumber(line.text) && !/^\d{1,3}(\s*[/／]\s*\d{1,3})?$/.test(line.text.trim())
      );
    }),
  );
}

/** Puts lines together that belong to one paragraph, also over the end of a page. */
export function paragraphs(
  pages: readonly Line[][],
  broken: (page: number, upper: number, lower: number) => boolean,
): Paragraph[] {
  const lines = pages.flatMap((each, page) => each.map((line): PagedLine => ({ ...line, page })));
  if (lines.length === 0) return [];
  const size = middle(lines.map((line) => line.size));
  const left = middle(longest(lines).map(({ x }) => x));
  const right = middle(longest(lines).map((line) => line.right));
  const result: Paragraph[] = [];
  let last: PagedLine | undefined;
  for (const line of lines) {
    const goesOn = last !== undefined && continues(last, line, { size, left, right }, broken);
    if (goesOn) result.at(-1)!.text += line.text;
    else result.push({ text: line.text, y: line.y, page: line.page });
    last = line;
  }
  return result;
}

interface Measure {
  size: number;
  left: number;
  right: number;
}

function continues(
  last: PagedLine,
  line: PagedLine,
  { size, left, right }: Measure,
  broken: (page: number, upper: number, lower: number) => boolean,
): boolean {
  if (Math.abs(last.size - line.size) > size * 0.12) return false;
  const samePage = last.page === line.page;
  if (samePage && broken(line.page, last.y, line.y)) return false;
  if (!samePage && (broken(last.page, last.y, -1) || broken(line.page, Number.MAX_VALUE, line.y)))
    return false;
  // A title is centred and larger, and all its lines are one.
  if (line.size > size * 1.2) return samePage && last.y - line.y < line.size * 2.2;
  return last.right > right - size * 1.6 && line.x < left + size * 1.2;
}

/** The lines that fill the width of the text. */
function longest(lines: readonly Line[]): Line[] {
  const width = Math.max(...lines.map((line) => line.right - line.x));
  return lines.filter((line) => line.right - line.x > width * 0.9);
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
