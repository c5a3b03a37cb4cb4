import { type Block, labelKey, type SourceCell } from './blocks.ts';

/** Longer texts are paragraphs, even where they stand alone in a row of a table. */
const longest = 60;

/**
 * Rows of a sheet or a CSV file as blocks: a row with one text is a paragraph until a table begins, and after an
 * official heading or an empty row; anything else is a row of a table. Every row has all columns.
 */
export function rowsToBlocks(rows: readonly string[][], headings: readonly string[], name: string): Block[] {
  const keys = headings.map(labelKey);
  const blocks: Block[] = [];
  let table: SourceCell[][] | undefined;
  rows.forEach((row, r) => {
    const filled = row.filter((text) => text.trim() !== '');
    const where = `${name}第${r + 1}行`;
    const heading = filled.length === 1 && keys.some((key) => labelKey(filled[0]!).startsWith(key));
    if (filled.length === 0 || heading) table = undefined;
    if (filled.length === 1 && (!table || filled[0]!.length > longest)) {
      const lines = filled[0]!.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
      blocks.push(...lines.map((text): Block => ({ kind: 'text', text, where })));
    } else if (filled.length > 0 || table) {
      if (!table) {
        table = [];
        blocks.push({ kind: 'table', rows: table, where: `${where}起的表` });
      }
      table.push(row.map((text, column) => ({ text, column, where: `${where}第${column + 1}格` })));
    }
  });
  return blocks;
}
