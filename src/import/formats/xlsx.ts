import type { Format } from '../index.ts';
import { rowsToBlocks } from '../rows.ts';
import { checkZip } from '../zip.ts';

/** Excel; every sheet in turn. Of merged cells the first holds the text, the others are blank. */
export default {
  endings: ['.xlsx'],
  async read(bytes, headings) {
    checkZip(bytes);
    const { default: readSheets } = await import('read-excel-file/node');
    // Numbers as they are written in the file: 0.1 stays 0.1.
    const sheets = await readSheets(Buffer.from(bytes), { trim: false, parseNumber: (text) => text });
    return sheets.flatMap(({ sheet, data }) =>
      rowsToBlocks(
        data.map((row) => row.map((value) => (value === null ? '' : String(value)))),
        headings,
        `工作表“${sheet}”`,
      ),
    );
  },
} satisfies Format;
