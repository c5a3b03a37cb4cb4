import type { Block, SourceCell } from '../blocks.ts';
import { ImportFault } from '../fault.ts';
import type { Format } from '../index.ts';

/** Word 97 to 2003. */
export default {
  endings: ['.doc', '.wps'],
  async read(bytes) {
    const { default: WordExtractor } = await import('word-extractor');
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    // The types leave the option out, without which “ ” become straight quotes.
    const { getBody } = document as { getBody(options: { filterUnicode: boolean }): string };
    const body = getBody.call(document, { filterUnicode: false });
    if (body.trim() === '') throw new ImportFault('里面没有文字。');
    return blocksOf(body);
  },
} satisfies Format;

/**
 * A cell ends with a tab. A row ends with a line end, or where Word packed its properties away with one more tab,
 * like a blank cell; so the ends of rows are not known.
 */
function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let rows: SourceCell[][] | undefined;
  body.split(/\r\n|[\r\n\v\f]/).forEach((line, i) => {
    const where = `第${i + 1}行`;
    const cells = line.split('\t');
    const rest = cells.pop()!;
    if (cells.length > 0) {
      if (!rows) {
        rows = [];
        blocks.push({ kind: 'table', rows, where: `${where}起的表`, flat: true });
      }
      rows.push(cells.map((text, c) => ({ text, where: `${where}第${c + 1}格` })));
    }
    if (rest.trim() === '') return;
    rows = undefined;
    blocks.push({ kind: 'text', text: rest, where });
  });
  return blocks;
}
