import { workbookParts } from '../../office/workbook.ts';
import { zip } from '../../office/zip.ts';
import { type DocumentSection, type OfficialDocument, type Paragraph, textOf } from '../document.ts';
import { type Line, sheetXml, tableLines } from './sheet.ts';

/**
 * A workbook in the shape of the form: a sheet with the title and the opening, and one for each section; the official
 * tables with their spans, numbers as numbers.
 */
export function writeXlsx(document: OfficialDocument): Uint8Array {
  const sheets = [cover(document), ...document.sections.map(sectionSheet)];
  return zip(
    workbookParts({
      title: document.title.join(''),
      creator: document.organ,
      published: document.published,
      sheets: sheets.map(({ name, ...sheet }) => ({ name, xml: sheetXml(sheet) })),
    }),
  );
}

interface Sheet {
  name: string;
  /** Widths of the columns in characters. */
  columns: number[];
  lines: Line[];
}

/** Characters of the one column of a sheet of text. */
const textColumn = 96;

function cover({ title, facts, opening, banner }: OfficialDocument): Sheet {
  return {
    name: '报告',
    columns: [textColumn],
    lines: [
      ...(banner ? [line('text', banner)] : []),
      line('title', title.join('')),
      ...facts.map(({ name, value }) => line('text', `${name}：${value}`)),
      ...opening.map(paragraphLine),
    ],
  };
}

/** The longest name of a sheet, in characters. */
const longestName = 31;

function sectionSheet({ heading, paragraphs, table, notes }: DocumentSection): Sheet {
  const name = heading.replace(/[[\]:*?/\\]/g, '').slice(0, longestName);
  if (!table) {
    return {
      name,
      columns: [textColumn],
      lines: [line('heading', heading), ...paragraphs.map(paragraphLine)],
    };
  }
  const { columns, lines } = tableLines(table);
  const across = (style: Line[number]['style'], text: string): Line => [
    { style, value: text, column: 0, colSpan: table.shares.length, rowSpan: 1 },
  ];
  return {
    name,
    columns,
    lines: [across('heading', heading), ...lines, [], ...notes.map((note) => across('text', note))],
  };
}

function paragraphLine({ runs, mark }: Paragraph): Line {
  return line('text', `${mark ? `${mark === '-' ? '•' : mark} ` : ''}${textOf(runs)}`);
}

function line(style: Line[number]['style'], value: string): Line {
  return [{ style, value, column: 0, colSpan: 1, rowSpan: 1 }];
}
