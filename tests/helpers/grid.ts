import { attribute, elements, type HtmlElement, wordsOf } from './html.ts';

/**
 * A table as the grid its spans describe: every place holds the cell that covers it. A place that two cells cover or
 * none is an error, and so is a span that leaves its row group, as browsers cut it off there.
 */
export function tableGrid(table: HtmlElement): HtmlElement[][] {
  const grid: HtmlElement[][] = [];
  for (const group of elements(table, 'thead', 'tbody', 'tfoot')) grid.push(...groupGrid(group));
  const width = grid[0]?.length ?? 0;
  grid.forEach((row, y) => {
    if (row.length !== width) throw new Error(`row ${y} is ${row.length} wide, not ${width}`);
  });
  return grid;
}

function groupGrid(group: HtmlElement): HtmlElement[][] {
  const rows = elements(group, 'tr');
  const grid: HtmlElement[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of elements(row, 'th', 'td')) {
      while (grid[y]![x]) x++;
      const [width, height] = [span(cell, 'colspan'), span(cell, 'rowspan')];
      for (let dy = 0; dy < height; dy++) {
        for (let dx = 0; dx < width; dx++) {
          const line = grid[y + dy];
          if (!line) throw new Error(`“${wordsOf(cell)}” reaches below its group`);
          if (line[x + dx]) throw new Error(`“${wordsOf(cell)}” overlaps “${wordsOf(line[x + dx]!)}”`);
          line[x + dx] = cell;
        }
      }
      x += width;
    }
  });
  grid.forEach((line, y) => {
    for (let x = 0; x < line.length; x++) if (!line[x]) throw new Error(`no cell at row ${y}, column ${x}`);
  });
  return grid;
}

export function span(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const text = attribute(cell, name) ?? '1';
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${name}="${text}"`);
  return Number(text);
}

/** The different headings left of a place in its row, outermost first. */
export function rowLabels(grid: HtmlElement[][], y: number, x: number): string[] {
  return headings(grid[y]!.slice(0, x));
}

/** The different headings above a place in its column, up to the next number, outermost first. */
export function columnLabels(grid: HtmlElement[][], y: number, x: number): string[] {
  const above = grid.slice(0, y).map((row) => row[x]!);
  const block: HtmlElement[] = [];
  for (let i = above.length - 1; i >= 0; i--) {
    if (above[i]!.name === 'th') block.unshift(above[i]!);
    else if (block.length > 0) break;
  }
  return headings(block);
}

function headings(cells: HtmlElement[]): string[] {
  return [...new Set(cells)].filter((cell) => cell.name === 'th').map(wordsOf);
}
