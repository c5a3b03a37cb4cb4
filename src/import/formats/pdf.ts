import type { Block, TableBlock } from '../blocks.ts';
import { ImportFault } from '../fault.ts';
import type { Format } from '../index.ts';
import { checkPdf } from '../pdf/check.ts';
import { type Grid, ruledGrids } from '../pdf/grid.ts';
import { type Line, linesOf, openCells } from '../pdf/lines.ts';
import { pageContent } from '../pdf/page.ts';
import { paragraphs, withoutFurniture } from '../pdf/paragraphs.ts';

/** A report has ten pages; a book is none. */
const mostPages = 300;

/** The text layer of a PDF: tables by the lines that are drawn, paragraphs by the width of the text. */
export default {
  endings: ['.pdf'],
  async read(bytes) {
    checkPdf(bytes);
    const { getDocumentProxy, getResolvedPDFJS } = await library();
    const { OPS } = await getResolvedPDFJS();
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    try {
      if (document.numPages > mostPages)
        throw new ImportFault(`有${document.numPages}页，不像一份年度报告。`);
      const pages: { grids: Grid[]; lines: Line[] }[] = [];
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        const { items, rules } = await pageContent(page, OPS);
        page.cleanup();
        const grids = ruledGrids(rules, items, number);
        const free = items.filter((item) => !grids.some((grid) => holds(grid, item)));
        pages.push({ grids, lines: linesOf(free) });
      }
      if (pages.every(({ grids, lines }) => grids.length + lines.length === 0)) {
        throw new ImportFault('里面没有文字，是扫描的图片；要先作文字识别，或者用 Word 文件。');
      }
      return blocksOf(pages);
    } finally {
      await document.destroy();
    }
  },
} satisfies Format;

/** pdf.js uses a method of ArrayBuffer that Node 20 does not have; a copy does as well. */
async function library(): Promise<typeof import('unpdf')> {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: (this: ArrayBuffer) => ArrayBuffer };
  prototype.transferToFixedLength ??= function copy() {
    return this.slice(0);
  };
  return import('unpdf');
}

function holds({ top, bottom, left, right }: Grid, item: { x: number; y: number; width: number }): boolean {
  const x = item.x + item.width / 2;
  return item.y < top && item.y > bottom && x > left && x < right;
}

/** Tables without lines, as far as a row of them is a line. */
function openTables(lines: readonly Line[], where: string): { y: number; block: Block }[] {
  const tables: { y: number; block: TableBlock }[] = [];
  lines.forEach((line, i) => {
    const cells = openCells(line)?.map((text) => ({ text, where }));
    if (!cells) return;
    const goesOn = i > 0 && openCells(lines[i - 1]!) !== undefined;
    if (goesOn) tables.at(-1)!.block.rows.push(cells);
    else tables.push({ y: line.y, block: { kind: 'table', rows: [cells], where } });
  });
  return tables;
}

function blocksOf(pages: readonly { grids: readonly Grid[]; lines: Line[] }[]): Block[] {
  const lines = withoutFurniture(pages.map((page) => page.lines));
  const tableBetween = (page: number, upper: number, lower: number) =>
    pages[page]!.grids.some(({ top }) => top < upper && top > lower);
  const open = lines.map((each, page) => openTables(each, `第${page + 1}页`));
  const rest = lines.map((each) => each.filter((line) => !openCells(line)));
  const texts = paragraphs(rest, tableBetween);
  return pages.flatMap(({ grids }, page) =>
    [
      ...grids.map(({ table, top }) => ({ y: top, block: table as Block })),
      ...open[page]!,
      ...texts
        .filter((text) => text.page === page)
        .map(({ text, y }) => ({ y, block: { kind: 'text', text, where: `第${page + 1}页` } as Block })),
    ]
      .sort((a, b) => b.y - a.y)
      .map(({ block }) => block),
  );
}
