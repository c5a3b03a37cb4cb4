import {
  columnShares,
  type DocumentCell,
  type DocumentTable,
  type Slot,
  slots,
  typeSizes,
} from '../table.ts';
import { escapeXml } from '../xml.ts';

/** Width of the text on an A4 page of GB/T 9704, 156 mm in twentieths of a point. */
export const textWidth = 8844;

/** The official table: fixed widths, heads repeated on every page, no row broken; kept on one page where it fits. */
export function tableXml(table: DocumentTable): string {
  const widths = columnShares(table).map((share) => Math.round(share * textWidth));
  const rows = slots(table.rows);
  const { small, numbers } = typeSizes(table, textWidth / 20);
  const type = { style: small ? 'TableSmall' : 'TableLarge', numbers: 2 * numbers };
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const properties = `<w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  const lines = rows.map((row, i) => {
    const head = i < table.headRows ? '<w:tblHeader/>' : '';
    const cells = row.map((slot) => cellXml(slot, widths, type, i < rows.length - 1));
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl>${properties}${grid}${lines.join('')}</w:tbl>`;
}

function cellXml(
  { cell, column, begins }: Slot,
  widths: readonly number[],
  { style, numbers }: { style: string; numbers: number },
  keep: boolean,
): string {
  const width = widths.slice(column, column + cell.colSpan).reduce((sum, one) => sum + one, 0);
  const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : '';
  const merge = cell.rowSpan === 1 ? '' : begins ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>`;
  const left = cell.kind === 'row' && cell.colSpan < 4 ? '<w:jc w:val="left"/>' : '';
  const paragraph = `<w:pPr><w:pStyle w:val="${style}"/>${keep ? '<w:keepNext/>' : ''}${left}</w:pPr>`;
  return `<w:tc>${properties}<w:p>${paragraph}${begins ? cellRuns(cell, numbers) : ''}</w:p></w:tc>`;
}

function cellRuns({ text, number, mark }: DocumentCell, halfPoints: number): string {
  const size = number === undefined ? '' : `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
  const run = (words: string, more = '') => {
    const properties = size + more === '' ? '' : `<w:rPr>${size}${more}</w:rPr>`;
    return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
  };
  return run(text) + (mark ? run(mark, '<w:vertAlign w:val="superscript"/>') : '');
}
