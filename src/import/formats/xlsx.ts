import { ImportFault } from '../fault.ts';
import type { Format } from '../index.ts';
import { rowsToBlocks } from '../rows.ts';
import { type SheetFacts, sheetFacts, sheetList } from '../sheet-xml.ts';
import { checkZip } from '../zip.ts';

/** Excel; every sheet that is shown, in turn. Of merged cells the first holds the text, the others are blank. */
export default {
  endings: ['.xlsx'],
  async read(bytes, headings) {
    const parts = checkZip(bytes);
    const text = (name: string) => new TextDecoder().decode(parts.get(name)?.());
    const list = sheetList(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'));
    const facts = list.map(({ file }) => sheetFacts(text(file)));
    if (facts.some(({ openFormula }, i) => openFormula && !list[i]!.hidden))
      throw new ImportFault('里面有公式没有存下结果，用 Excel 打开、保存一次再读。');
    const { default: readSheets } = await import('read-excel-file/node');
    const sheets = await readSheets(Buffer.from(bytes), { trim: false, parseNumber: shown });
    return sheets.flatMap(({ sheet, data }, i) => {
      // Where the workbook lists other sheets than were read, nothing is known of them.
      const known = list.length === sheets.length;
      if (known && list[i]!.hidden && sheets.length > list.filter(({ hidden }) => hidden).length) return [];
      const rows = data.map((row) => row.map((value) => (value === null ? '' : String(value))));
      return rowsToBlocks(known ? seen(rows, facts[i]!) : rows, headings, `工作表“${sheet}”`);
    });
  },
} satisfies Format;

/** Rows and columns as a reader of the sheet sees them. */
function seen(rows: string[][], { hiddenRows, hiddenColumns, errors }: SheetFacts): string[][] {
  for (const { row, column, text } of errors) {
    const cells = rows[row];
    if (cells && column < cells.length) cells[column] ||= text;
  }
  return rows
    .filter((_, row) => !hiddenRows.has(row))
    .map((cells) => cells.filter((_, column) => !hiddenColumns.has(column)));
}

/** Excel keeps 96171.6 as 96171.600000000006, and shows it without what the machine's arithmetic adds. */
function shown(text: string): string {
  return String(Number(Number(text).toFixed(9)));
}
