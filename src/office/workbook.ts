import { once } from '../forms/once.ts';
import { spreadsheet, styleSheet } from './cell-styles.ts';
import {
  contentTypes,
  coreProperties,
  corePropertiesType,
  declaration,
  escapeXml,
  officeRelations,
  relations,
} from './xml.ts';
import { type Part, pack } from './zip.ts';

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Points a line of a cell is high. */
export const lineHeight = 15;

export interface Workbook {
  title: string;
  creator: string;
  /** YYYY-MM-DD. */
  published: string | undefined;
  /** Each sheet's XML, in order. */
  sheets: readonly { name: string; xml: Part }[];
}

/** The parts of an Excel file, for `zip`. */
export function workbookParts({ title, creator, published, sheets }: Workbook): Record<string, Part> {
  const named = sheets.map((sheet, i) => ({
    ...sheet,
    id: `sheet${i + 1}`,
    path: `worksheets/sheet${i + 1}.xml`,
  }));
  const listed = named.map(
    ({ name, id }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="${id}"/>`,
  );
  return {
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': `${excel}.sheet.main+xml`,
      'xl/styles.xml': `${excel}.styles+xml`,
      ...Object.fromEntries(named.map(({ path }) => [`xl/${path}`, `${excel}.worksheet+xml`])),
      'docProps/core.xml': corePropertiesType,
    }),
    '_rels/.rels': relations([
      { id: 'workbook', type: 'officeDocument', target: 'xl/workbook.xml' },
      { id: 'core', type: 'core-properties', target: 'docProps/core.xml' },
    ]),
    'docProps/core.xml': coreProperties(title, creator, published),
    'xl/_rels/workbook.xml.rels': relations([
      { id: 'styles', type: 'styles', target: 'styles.xml' },
      ...named.map(({ id, path }) => ({ id, type: 'worksheet', target: path })),
    ]),
    'xl/workbook.xml': `${declaration}<workbook ${spreadsheet} xmlns:r="${officeRelations}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/styles.xml': packedStyles(),
    ...Object.fromEntries(named.map(({ path, xml }) => [`xl/${path}`, xml])),
  };
}

const packedStyles = once(() => pack(styleSheet()));
