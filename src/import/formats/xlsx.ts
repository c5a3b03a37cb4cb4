import { ImportFault } from '../fault.ts';
import type { Format } from '../index.ts';
import { rowsToBlocks } from '../rows.ts';
import { checkZip } from '../zip.ts';

/** Excel; every sheet in turn. Of merged cells the first holds the text, the others are blank. */
export default {
  endings: ['.xlsx'],
  async read(bytes, headings) {
    const parts = checkZip(bytes);
    if ([...parts].some(([name, unpack]) => name.startsWith('xl/worksheets/') && hasOpenFormula(unpack())))
      throw new ImportFault('里面有公式没有存下结果，用 Excel 打开、保存一次再读。');
    const { default: readSheets } = await import('read-excel-file/node');
    const sheets = await readSheets(Buffer.from(bytes), { trim: false, parseNumber: shown });
    return sheets.flatMap(({ sheet, data }) =>
      rowsToBlocks(
        data.map((row) => row.map((value) => (value === null ? '' : String(value)))),
        headings,
        `工作表“${sheet}”`,
      ),
    );
  },
} satisfies Format;

/** Excel keeps 96171.6 as 96171.600000000006, and shows it without what the machine's arithmetic adds. */
function shown(text: string): string {
  return String(Number(Number(text).toFixed(9)));
}

/** A formula without its result would be read as a blank. */
function hasOpenFormula(sheet: Uint8Array): boolean {
  const xml = new TextDecoder().decode(sheet);
  return /<f[ />](?:(?!<v>|<v |<\/c>|<is>).)*<\/c>/s.test(xml);
}
