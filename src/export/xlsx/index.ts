import { type DocumentSection, type OfficialDocument, type Paragraph, textOf } from '../document.ts';
import { once } from '../once.ts';
import {
  contentTypes,
  coreProperties,
  corePropertiesType,
  declaration,
  escapeXml,
  officeRelations,
  relations,
} from '../xml.ts';
import { pack, zip } from '../zip.ts';
import { type Line, sheetXml, tableLines } from './sheet.ts';
import { spreadsheet, styleSheet } from './styles.ts';

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook in the shape of the form: a sheet with the title and the opening, and one for each section; the official
 * tables with their spans, numbers as numbers.
 */
export function writeXlsx(document: OfficialDocument): Uint8Array {
  const sheets = [cover(document), ...document.sections.map(sectionSheet)].map(({ name, ...sheet }, i) => ({
    name,
    id: `sheet${i + 1}`,
    path: `worksheets/sheet${i + 1}.xml`,
    xml: sheetXml(sheet),
  }));
  const listed = sheets.map(
    ({ name, id }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="${id}"/>`,
  );
  return zip({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': `${excel}.sheet.main+xml`,
      'xl/styles.xml': `${excel}.styles+xml`,
      ...Object.fromEntries(sheets.map(({ path }) => [`xl/${path}`, `${excel}.worksheet+xml`])),
      'docProps/core.xml': corePropertiesType,
    }),
    '_rels/.rels': relations([
      { id: 'workbook', type: 'officeDocument', target: 'xl/workbook.xml' },
      { id: 'core', type: 'core-properties', target: 'docProps/core.xml' },
    ]),
    'docProps/core.xml': coreProperties(document.title.join(''), document.organ, document.published),
    'xl/_rels/workbook.xml.rels': relations([
      { id: 'styles', type: 'styles', target: 'styles.xml' },
      ...sheets.map(({ id, path }) => ({ id, type: 'worksheet', target: path })),
    ]),
    'xl/workbook.xml': `${declaration}<workbook ${spreadsheet} xmlns:r="${officeRelations}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/styles.xml': packedStyles(),
    ...Object.fromEntries(sheets.map(({ path, xml }) => [`xl/${path}`, xml])),
  });
}

const packedStyles = once(() => pack(styleSheet()));

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
