import { escapeXml } from '../../office/xml.ts';
import { type DocumentCell, type DocumentTable, type Slot, tableSizes, textWidth } from '../table.ts';

/** The official table: fixed widths, heads repeated on every page, no row broken; kept on one page where it fits. */
export function tableXml({ rows, shares, small, numberSize, headRows }: DocumentTable): string {
  const total = Math.round(textWidth * 20);
  const widths = shares.map((share) => Math.round(share * total));
  const size = tableSizes[small ? 'small' : 'large'];
  const type: Type = {
    style: small ? 'TableSmall' : 'TableLarge',
    ...(numberSize < size ? { numbers: 2 * numberSize } : {}),
  };
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const margin = (side: string) => `<w:${side} w:w="40" w:type="dxa"/>`;
  const properties = `<w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margin('left')}${margin('right')}</w:tblCellMar></w:tblPr>`;
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  const lines = rows.map((row, i) => {
    const head = i < headRows ? '<w:tblHeader/>' : '';
    const cells = row.map((slot) => cellXml(slot, widths, type, i < rows.length - 1));
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl>${properties}${grid}${lines.join('')}</w:tbl>`;
}

interface Type {
  style: string;
  /** Half points, where numbers are smaller than the rest. */
  numbers?: number;
}

function cellXml(
  { cell, column, begins }: Slot,
  widths: readonly number[],
  { style, numbers }: Type,
  keep: boolean,
): string {
  const width = widths.slice(column, column + cell.colSpan).reduce((sum, one) => sum + one, 0);
  const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : '';
  const merge = cell.rowSpan === 1 ? '' : begins ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>`;
  const left = cell.kind === 'row' && cell.colSpan < 4 ? '<w:jc w:val="left"/>' : '';
  const paragraph = `<w:pPr><w:pStyle w:val="${style}"/>${keep ? '' : '<w:keepNext w:val="0"/>'}${left}</w:pPr>`;
  return `<w:tc>${properties}<w:p>${paragraph}${begins ? cellRuns(cell, numbers) : ''}</w:p></w:tc>`;
}

function cellRuns({ text, number, mark }: DocumentCell, halfPoints: number | undefined): string {
  const small = number !== undefined && halfPoints !== undefined;
  const size = small ? `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>` : '';
  const run = (words: string, more = '') => {
    const properties = size + more === '' ? '' : `<w:rPr>${size}${more}</w:rPr>`;
    return `<w:r>${properties}<w:t>${escapeXml(words)}</w:t></w:r>`;
  };
  return (text === '' ? '' : run(text)) + (mark ? run(mark, '<w:vertAlign w:val="superscript"/>') : '');
}
