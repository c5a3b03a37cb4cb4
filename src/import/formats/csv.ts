import { ImportFault } from '../fault.ts';
import type { Format } from '../index.ts';
import { type OwnData, ownCsv } from '../own-data.ts';
import { rowsToBlocks } from '../rows.ts';
import { decodeText } from '../text.ts';

/** Our own CSV, a row for each cell; or tables typed into a sheet and saved as CSV. */
export default {
  endings: ['.csv', '.tsv'],
  async read(bytes, headings) {
    const text = decodeText(bytes);
    const rows = parseCsv(text, separatorOf(text));
    const own: OwnData | undefined = ownCsv(rows);
    return (
      own ??
      rowsToBlocks(
        rows.map((row) => row.map(asText)),
        headings,
        '',
      )
    );
  },
} satisfies Format;

function separatorOf(text: string): string {
  const head = text.slice(0, 2000);
  const count = (separator: string) => head.split(separator).length;
  return [',', '\t', ';'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** '5 and ="5" are how a number is kept as text. */
function asText(field: string): string {
  return field.replace(/^="(.*)"$/, '$1').replace(/^'(?=[\d.+-])/, '');
}

/** RFC 4180, with a field in quotes over several lines. */
function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    let field = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) throw new ImportFault('一个引号没有配对，文件不完整。');
        field += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        field += '"';
        at++;
      }
    }
    while (at < text.length && text[at] !== separator && text[at] !== '\n') field += text[at++];
    row.push(field.replace(/\r$/, ''));
    if (text[at] !== separator) {
      rows.push(row);
      row = [];
    }
    at++;
  }
  return rows;
}
