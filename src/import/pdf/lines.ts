import type { Item } from './text.ts';

/** A line of text. */
export interface Line {
  items: Item[];
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
}

/** Runs of text as lines, from the top of the page. */
export function linesOf(items: readonly Item[]): Line[] {
  const rows: Item[][] = [];
  for (const item of items.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && row[0]!.y - item.y < Math.min(row[0]!.size, item.size) * 0.5) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => {
    const sorted = row.toSorted((a, b) => a.x - b.x);
    return {
      items: sorted,
      text: chunks(sorted).join(' '),
      x: sorted[0]!.x,
      right: Math.max(...sorted.map(({ x, width }) => x + width)),
      y: sorted[0]!.y,
      size: Math.max(...sorted.map(({ size }) => size)),
    };
  });
}

/** The text of a cell so many points wide; its lines are apart, except where a number did not fit into one. */
export function textOfItems(items: readonly Item[], width: number): string {
  let text = '';
  let last: Line | undefined;
  for (const line of linesOf(items)) {
    const wrapped =
      last && isNumber(last.text + line.text) && last.right - last.x + line.items[0]!.width > width - padding;
    text += last && !wrapped ? ` ${line.text}` : line.text;
    last = line;
  }
  return text;
}

/** The least that is left free in a cell, on both sides together. */
const padding = 3;

function isNumber(text: string): boolean {
  return /^[\d０-９.,]+$/.test(text);
}

/** The cells of a table without lines: texts of a line far apart, with a number among them. */
export function openCells({ items }: Line): string[] | undefined {
  const cells = chunks(items, [0.3, 0.35, 1]);
  return cells.length > 1 && cells.some(isNumber) ? cells : undefined;
}

/** Texts of a line that stand apart by more than letters of one word do, by how many sides are 汉字. */
function chunks(items: readonly Item[], gaps: Gaps = [0.2, 0.6, 0.9]): string[] {
  const result: string[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { text, x, width, size } of items) {
    const before = result.at(-1);
    const joins = before !== undefined && x - end < size * gaps[hanSides(before, text)]!;
    if (joins) result[result.length - 1] += text;
    else result.push(text);
    end = x + width;
  }
  return result;
}

/**
 * From which gap on two texts are apart, in shares of the size: where neither side is 汉字, one is, both are. 汉字 are
 * spread over a line, and digits set off from them, by gaps that are no blanks.
 */
type Gaps = readonly [none: number, one: number, both: number];

function hanSides(before: string, after: string): number {
  return [before.at(-1)!, after[0]!].filter((char) => /[\u0250-\uffff]/.test(char)).length;
}
