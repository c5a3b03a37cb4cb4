import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeDocument, type OfficialDocument } from '../../src/export/document.ts';
import { writeDocx } from '../../src/export/docx/index.ts';
import { writeXlsx } from '../../src/export/xlsx/index.ts';
import { forms } from '../../src/forms/index.ts';
import { layout } from '../../src/forms/layout.ts';
import { sample, samples } from '../helpers/export-samples.ts';
import { type Element, parseXml } from '../helpers/xml.ts';

function partsOf(file: Uint8Array): Map<string, Element> {
  return new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, parseXml(strFromU8(bytes))]));
}

function all(root: Element, name: string): Element[] {
  const own = root.name === name ? [root] : [];
  return [...own, ...root.children.flatMap((child) => all(child, name))];
}

const words = (root: Element): string => root.text + root.children.map(words).join('');

/** Prose that tries what XML and Office do not bear. */
const hostile: OfficialDocument = {
  ...makeDocument(sample('zhen 2022')),
  opening: [
    { runs: [{ text: '<w:p> & "quot" \u0000\u0008\u000b\ufffe \ud800 ]]> 𠮷', strong: true }], depth: 0 },
    { runs: [{ text: '链接', href: 'http://x.cn/?a=1&b="2"' }], depth: 9, mark: '-' },
  ],
};

describe.each([
  ['docx', writeDocx],
  ['xlsx', writeXlsx],
] as const)('%s', (_, write) => {
  const files = [...samples.map(([, entry]) => makeDocument(entry)), hostile].map((document) =>
    partsOf(write(document)),
  );

  test('consists of well-formed parts, each with a type, and every relation leads to one', () => {
    for (const parts of files) {
      const types = all(parts.get('[Content_Types].xml')!, 'Override').map(
        ({ attributes }) => attributes['PartName'],
      );
      const content = [...parts.keys()].filter(
        (name) => name !== '[Content_Types].xml' && !name.endsWith('.rels'),
      );
      expect(types.sort()).toEqual(content.map((name) => `/${name}`).sort());
      for (const [name, root] of parts) {
        if (!name.endsWith('.rels')) continue;
        const folder = name.replace(/_rels\/[^/]*$/, '');
        const relations = all(root, 'Relationship');
        const ids = relations.map(({ attributes }) => attributes['Id']);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { attributes } of relations) {
          if (attributes['TargetMode'] !== 'External')
            expect([...parts.keys()]).toContain(folder + attributes['Target']);
        }
      }
    }
  });

  test('keeps every letter of the text that XML can hold', () => {
    const text = words(
      [...files.at(-1)!.entries()].find(([name]) => /document\.xml$|sheet1\.xml$/.test(name))![1],
    );
    expect(text).toContain('<w:p> & "quot"   ]]> 𠮷');
    expect(text).toContain('链接');
  });
});

/** Children that Word takes in this order only. */
const orders: Record<string, readonly string[]> = {
  'w:pPr': [
    'pStyle',
    'keepNext',
    'keepLines',
    'widowControl',
    'numPr',
    'snapToGrid',
    'spacing',
    'ind',
    'jc',
    'outlineLvl',
  ],
  'w:rPr': ['rFonts', 'b', 'i', 'sz', 'szCs', 'vertAlign', 'lang'],
  'w:tblPr': ['tblW', 'jc', 'tblBorders', 'tblLayout', 'tblCellMar'],
  'w:tcPr': ['tcW', 'gridSpan', 'vMerge', 'vAlign'],
  'w:lvl': ['start', 'numFmt', 'suff', 'lvlText', 'lvlJc', 'pPr'],
  'w:style': ['name', 'basedOn', 'qFormat', 'pPr', 'rPr'],
  'w:font': ['altName', 'charset', 'family', 'pitch'],
};

describe('a Word document', () => {
  const parts = partsOf(writeDocx(makeDocument(sample('chengguan 2022'))));
  const body = parts.get('word/document.xml')!;

  test('has all properties in the order of the standard', () => {
    for (const root of [...parts.values(), ...partsOf(writeDocx(hostile)).values()]) {
      for (const [name, order] of Object.entries(orders)) {
        for (const element of all(root, name)) {
          const places = element.children.map((child) => order.indexOf(child.name.replace('w:', '')));
          expect(places, name).toEqual([...places].sort((a, b) => a - b));
          expect(places, element.children.map((child) => child.name).join()).not.toContain(-1);
        }
      }
    }
  });

  test('is set on A4 after GB/T 9704', () => {
    const [size, margins, grid] = ['w:pgSz', 'w:pgMar', 'w:docGrid'].map(
      (name) => all(body, name)[0]!.attributes,
    );
    const millimetres = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 25.4);
    expect([size!['w:w'], size!['w:h']].map(millimetres)).toEqual([210, 297]);
    expect(['w:top', 'w:bottom', 'w:left', 'w:right'].map((side) => millimetres(margins![side]))).toEqual([
      37, 35, 28, 26,
    ]);
    expect(Math.round(((225 / 25.4) * 1440) / Number(grid!['w:linePitch']))).toBe(22);
  });

  test('names the faces of the standard, each with others to take instead', () => {
    const fonts = all(parts.get('word/fontTable.xml')!, 'w:font');
    expect(fonts.map(({ attributes }) => attributes['w:name'])).toEqual([
      '方正小标宋简体',
      '仿宋_GB2312',
      '黑体',
      '楷体_GB2312',
      '宋体',
    ]);
    for (const font of fonts) expect(all(font, 'w:altName')[0]!.attributes['w:val']).toContain('Noto');
  });

  test('numbers its pages outside, — 1 —', () => {
    for (const side of ['odd', 'even']) expect(words(parts.get(`word/footer-${side}.xml`)!)).toBe('— 1 —');
    expect(all(parts.get('word/settings.xml')!, 'w:evenAndOddHeaders')).toHaveLength(1);
    const place = (side: string) =>
      all(parts.get(`word/footer-${side}.xml`)!, 'w:jc')[0]!.attributes['w:val'];
    expect([place('odd'), place('even')]).toEqual(['right', 'left']);
  });

  test('says on every page of a fictional organ that it is one, and on no other', () => {
    expect(words(parts.get('word/header-even.xml')!)).toContain('示例');
    const real = partsOf(writeDocx(makeDocument(sample('sikeshu 2023'))));
    expect(words(real.get('word/header-odd.xml')!)).toBe('');
  });

  test('breaks no row, repeats the heads of tables three and four, and fills every row of the grid', () => {
    const tables = all(body, 'w:tbl');
    expect(tables.map((table) => all(table, 'w:tblHeader').length)).toEqual([0, 3, 3]);
    for (const table of tables) {
      const width = all(table, 'w:gridCol').length;
      for (const row of all(table, 'w:tr')) {
        expect(all(row, 'w:cantSplit')).toHaveLength(1);
        const spans = all(row, 'w:tc').map((cell) =>
          Number(all(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1),
        );
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(width);
      }
    }
  });

  test('breaks a long title between its parts', () => {
    const title = all(body, 'w:p')[0]!;
    expect(all(title, 'w:t').map(words)).toEqual(['示例县城关镇人民政府2022年', '政府信息公开工作年度报告']);
  });
});

describe('a workbook', () => {
  test.each(forms.map((form) => [form.id, form] as const))(
    '%i: has the spans of the form and numbers as numbers',
    (id, form) => {
      const name = id === 2019 ? 'qinghe 2020' : 'chengguan 2022';
      const { report } = sample(name);
      const parts = partsOf(writeXlsx(makeDocument(sample(name))));
      form.sections.forEach(({ table }, i) => {
        if (!table) return;
        const sheet = parts.get(`xl/worksheets/sheet${i + 2}.xml`)!;
        const cells = layout(form, table).flatMap(({ head, body }) => [...head, ...body].flat());
        const spans = cells.filter(({ colSpan, rowSpan }) => colSpan * rowSpan > 1).length;
        const notes = [...report.notes.keys()].filter((address) => address.startsWith(table.key)).length;
        expect(all(sheet, 'mergeCell')).toHaveLength(spans + 1 + notes);
        const numbers = all(sheet, 'v').map((value) => Number(words(value)));
        const own = form.cells.filter(({ path, printUnit }) => path[0] === table.key && !printUnit);
        expect(numbers).toEqual(own.map(({ index }) => report.values[index]));
      });
    },
  );
});
