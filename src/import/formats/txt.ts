import type { Block, SourceCell } from '../blocks.ts';
import type { Format } from '../index.ts';
import { decodeText } from '../text.ts';

/**
 * Text extracted from Word: a paragraph is a line; a cell is a line that begins with a tab, rows are apart by
 * an empty line, and a line without a tab inside a row goes on with the cell before. Or a row is a line, its cells
 * apart by several blanks.
 */
function read(bytes: Uint8Array): Block[] {
  const blocks: Block[] = [];
  let rows: SourceCell[][] = [];
  let row: SourceCell[] | undefined;
  let first = 0;
  const closeTable = () => {
    if (row && row.length > 0) rows.push(row);
    if (rows.length > 0) {
      blocks.push({ kind: 'table', rows, where: `第${first}行起的表` });
    }
    rows = [];
    row = undefined;
  };
  decodeText(bytes)
    .split(/\r\n|[\n\r\u2028\v\f]/)
    .filter((line) => !isRuleOnly(line))
    .forEach((line, i) => {
      const where = `第${i + 1}行`;
      const apart = columns(line);
      if (apart) {
        if (row) rows.push(row);
        if (rows.length === 0) first = i + 1;
        rows.push(apart.map((text) => ({ text, where })));
        row = undefined;
      } else if (line.startsWith('\t')) {
        if (rows.length === 0 && !row) first = i + 1;
        row ??= [];
        row.push(
          ...line
            .slice(1)
            .split('\t')
            .map((text) => ({ text, where })),
        );
      } else if (line.trim() === '') {
        if (row) rows.push(row);
        row = undefined;
      } else if (row) {
        const last = row.at(-1)!;
        last.text += line;
      } else {
        closeTable();
        blocks.push({ kind: 'text', text: line, where });
      }
    });
  closeTable();
  return blocks;
}

/** A line of a table that is drawn with characters. */
function isRuleOnly(line: string): boolean {
  return /^[\s|│+:\-─━┌┬┐├┼┤└┴┘═]{3,}$/.test(line) && /[-─━═]/.test(line);
}

/** A row of a table whose cells are set apart by blanks, as in text taken from a PDF; with a number among them. */
function columns(line: string): string[] | undefined {
  const ruled = line.trim().split(/\s*[|│┃｜]\s*/);
  if (ruled.length > 3) return ruled[0] === '' && ruled.at(-1) === '' ? ruled.slice(1, -1) : ruled;
  // A row whose first cells are covered from above begins with tabs, and one whose last are blank ends with them.
  if (line.split('\t').length > 3) return line.split('\t');
  if (line.startsWith('\t')) return undefined;
  const parts = line.trim().split(/\s{2,}|\t/);
  return parts.length > 2 || (parts.length === 2 && /^[\d０-９.,]+$/.test(parts[1]!)) ? parts : undefined;
}

export default { endings: ['.txt'], read: async (bytes) => read(bytes) } satisfies Format;
