import { width } from '../../diagnostics/width.ts';
import { type CellStyle, spreadsheet } from '../../office/cell-styles.ts';
import { cellAddress, cellXml } from '../../office/sheet-cell.ts';
import { lineHeight } from '../../office/workbook.ts';
import { declaration } from '../../office/xml.ts';
import type { DocumentTable } from '../table.ts';

/** The cells that cross a row, with grid columns counted from 0. */
export type Line = SheetCell[];

export interface SheetCell {
  /** Undefined where a cell from above reaches down. */
  value: string | number | undefined;
  style: CellStyle;
  column: number;
  colSpan: number;
  rowSpan: number;
}

/** Characters across all columns of a table. */
const tableCharacters = 110;

export function tableLines(table: DocumentTable): { columns: number[]; lines: Line[] } {
  return {
    columns: table.shares.map((share) => Math.max(5, Math.round(share * tableCharacters))),
    lines: table.rows.map((row) =>
      row.map(({ cell, column, begins }): SheetCell => {
        const value =
          cell.number !== undefined && cell.text === String(cell.number) ? cell.number : cell.text;
        return {
          value: begins ? value : undefined,
          style: cell.kind === 'row' ? 'label' : 'cell',
          column,
          colSpan: cell.colSpan,
          rowSpan: cell.rowSpan,
        };
      }),
    ),
  };
}

/** A sheet that prints on A4, one page wide. */
export function sheetXml({ columns, lines }: { columns: readonly number[]; lines: readonly Line[] }): string {
  const merges: string[] = [];
  const rows = lines.map((line, r) => {
    const cells = line.flatMap(({ column, colSpan, rowSpan, value, style }) => {
      if (value !== undefined && colSpan * rowSpan > 1) {
        const end = cellAddress(r + rowSpan - 1, column + colSpan - 1);
        merges.push(`<mergeCell ref="${cellAddress(r, column)}:${end}"/>`);
      }
      return Array.from({ length: colSpan }, (_, i) =>
        cellXml(cellAddress(r, column + i), style, i === 0 ? value : undefined),
      );
    });
    return `<row r="${r + 1}"${height(line, columns)}>${cells.join('')}</row>`;
  });
  const cols = columns.map(
    (chars, i) => `<col min="${i + 1}" max="${i + 1}" width="${chars}" customWidth="1"/>`,
  );
  const merged =
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '';
  const landscape = columns.length > 10 ? ' orientation="landscape"' : '';
  return `${declaration}<worksheet ${spreadsheet}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="${lineHeight + 3}"/><cols>${cols.join('')}</cols><sheetData>${rows.join('')}</sheetData>${merged}<pageSetup paperSize="9"${landscape} fitToHeight="0"/></worksheet>`;
}

/** Programs do not fit the height of rows to merged cells, so it is given, from the cell with most lines. */
function height(line: Line, columns: readonly number[]): string {
  const linesOf = ({ value, column, colSpan, rowSpan }: SheetCell) => {
    const chars = columns.slice(column, column + colSpan).reduce((sum, one) => sum + one, 0);
    return rowSpan > 1 || typeof value !== 'string' ? 1 : Math.ceil(width(value) / (chars - 1));
  };
  const title = line.some(({ style }) => style === 'title') ? 2 : 1;
  const points = Math.max(title, ...line.map(linesOf)) * lineHeight + 3;
  return ` ht="${Math.min(points, 400)}" customHeight="1"`;
}
