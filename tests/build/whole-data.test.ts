import { strFromU8, unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/model/site.ts';
import type { Field } from '../../src/pages/feeds/data-table.ts';
import { figuresLeftOut, figuresWorkbook } from '../../src/pages/feeds/figures-workbook.ts';
import { parquetChunks } from '../../src/pages/feeds/parquet.ts';
import { type BuiltFiles, build, dataOf, page, siteOf, textFile } from '../helpers/built.ts';
import { county, towns } from '../helpers/county.ts';
import { parseCsv } from '../helpers/csv.ts';
import { byId, elements, wordsOf } from '../helpers/html.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';
import { parseXml } from '../helpers/xml.ts';

const nasty = oneOrgan(
  {
    2020: reportJson(2019, (address) =>
      address.endsWith('.change') ? -3 : address.endsWith('.amount') ? 25.1 : 0,
    ),
    2023: reportJson(
      2021,
      (address) =>
        address === 'applications.newReceived.natural'
          ? '看不清'
          : address === 'challenges.review.upheld'
            ? '不适用'
            : address.endsWith('fees')
              ? 0.0001
              : 0,
      { published: '2024-01-15', notes: { 'challenges.review.upheld': '注，"引"\n二' } },
    ),
  },
  { organ: 'code: "320102001"\n' },
);
nasty['data/organs/zhen/organ.yaml'] = nasty['data/organs/zhen/organ.yaml']!.replace(
  '某县某镇人民政府',
  '"=1+1<&𠮷"',
);
const empty = { 'data/site.yaml': 'title: 年报\npublisher: 某办\n' };

const bytesOf = (files: BuiltFiles, path: string) => Buffer.from(files.get(path)!);
const whole = (chunks: Iterable<Uint8Array>) => Buffer.concat([...chunks]);
/** A copy by itself, as a reader takes it. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

describe.each([
  ['the sample', build()],
  ['a county', build(dataOf(county))],
  ['a site with words, notes and marks', build(dataOf(nasty))],
  ['a site without reports', build(dataOf(empty))],
])('cells.parquet of %s', (_, files) => {
  const file = bufferOf(bytesOf(files, 'data/cells.parquet'));
  const [head, ...rows] = parseCsv(textFile(files, 'data/cells.csv'));
  const numbers = ['year', 'edition', 'value'];

  it('has the rows of cells.csv, numbers as numbers, and nothing where nothing is', async () => {
    expect(await parquetReadObjects({ file })).toEqual(
      rows.map((row) =>
        Object.fromEntries(
          head!.map((name, i) => {
            // In CSV an apostrophe keeps spreadsheets from reckoning a text.
            const text = row[i]!.replace(/^'(?=[=@+-])/, '');
            return [name, text === '' ? null : numbers.includes(name) ? Number(text) : text];
          }),
        ),
      ),
    );
  });

  it('says of each column what it is, and keeps each word once', () => {
    const { schema, row_groups, num_rows } = parquetMetadata(file);
    expect(Number(num_rows)).toBe(rows.length);
    expect(
      schema
        .slice(1)
        .map(({ name, type, converted_type, repetition_type }) => [
          name,
          [type, converted_type, repetition_type].filter(Boolean).join(' '),
        ]),
    ).toEqual(
      head!.map((name) => [
        name,
        (name === 'value' ? 'DOUBLE' : numbers.includes(name) ? 'INT32' : 'BYTE_ARRAY UTF8') +
          (['code', 'value', 'state', 'note'].includes(name) ? ' OPTIONAL' : ' REQUIRED'),
      ]),
    );
    for (const { columns } of row_groups)
      for (const { meta_data } of columns)
        if (meta_data!.type !== 'DOUBLE') expect(meta_data!.encodings).toContain('RLE_DICTIONARY');
  });
});

describe('a Parquet file of many rows', () => {
  const fields: Field[] = [
    { name: 'a', type: 'string', title: '', description: '', constraints: { required: true } },
    { name: 'b', type: 'number', title: '', description: '' },
    { name: 'c', type: 'date', title: '', description: '' },
  ];
  const count = 40;
  const number = (i: number) => (i % 7 === 0 ? undefined : i / 4 - 3000);
  function* blocks(taken: { blocks: number }) {
    for (let block = 0; block < count; block++) {
      taken.blocks++;
      const rows = 600 + block;
      yield {
        rows,
        columns: [`机关${block}`, Array.from({ length: rows }, (_, i) => number(i)), undefined],
      };
    }
  }

  it('has them all in groups', async () => {
    const file = bufferOf(whole(parquetChunks(fields, blocks({ blocks: 0 }))));
    const groups = parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows));
    expect(groups.length).toBe(3);
    expect(Math.max(...groups)).toBeLessThanOrEqual(10_000);
    const expected = Array.from({ length: count }, (_, block) =>
      Array.from({ length: 600 + block }, (_, i) => ({ a: `机关${block}`, b: number(i) ?? null, c: null })),
    );
    expect(await parquetReadObjects({ file })).toEqual(expected.flat());
  });

  it('is written while it is read', () => {
    const taken = { blocks: 0 };
    const seen = [...parquetChunks(fields, blocks(taken))].map(() => taken.blocks);
    expect(seen.length).toBe(3);
    const again = { blocks: 0 };
    for (const _ of parquetChunks(fields, blocks(again))) break;
    expect(again.blocks).toBeLessThan(20);
  });
});

/** What a reader of workbooks finds in the sheets, `null` where nothing is. */
const sheetsOf = async (bytes: Uint8Array) =>
  new Map(
    (await readSheets(Buffer.from(bytes))).map(({ sheet, data }) => [sheet, data] as [string, unknown[][]]),
  );

describe.each([
  ['the sample', siteOf()],
  ['a county', siteOf(dataOf(county))],
  ['a site with words and marks', siteOf(dataOf(nasty))],
])('figures.xlsx of %s', (_, site) => {
  const forms = [...new Set(site.organs.flatMap(({ reports }) => reports.map(({ report }) => report.form)))];
  const name = (form: { id: number }) => `${form.id}年版格式`;

  it('has a row for each report and a column for each cell, under the official name', async () => {
    const sheets = await sheetsOf(whole(figuresWorkbook(site)));
    expect([...sheets.keys()].sort()).toEqual([...forms.map(name), '说明'].sort());
    for (const form of forms) {
      const [tables, rows, columns, ...body] = sheets.get(name(form))!;
      const before = columns!.length - form.cells.length;
      expect(
        form.cells.map((_, i) =>
          [tables, rows, columns]
            .map((line) => line![before + i])
            .join(' · ')
            .replace(/（万元）$/, ''),
        ),
      ).toEqual(form.cells.map((cell) => cell.name));
      const at = (line: unknown[], fact: string) => line[columns!.indexOf(fact)] ?? undefined;
      const reports = site.organs
        .flatMap((organ) => organ.reports)
        .filter(({ report }) => report.form === form);
      expect(
        body.map((line) => [
          ...['机关', '代号', '区划代码', '上级机关', '年度', '虚构'].map((fact) => at(line, fact)),
          (at(line, '公布日期') as Date | undefined)?.toISOString().slice(0, 10),
          line.slice(before),
        ]),
      ).toEqual(
        reports.map(({ organ: { organ, parent }, report }) => [
          organ.fullName,
          organ.slug,
          organ.code,
          parent?.organ.fullName,
          report.year,
          organ.example ? '示例' : undefined,
          report.published,
          [...report.values],
        ]),
      );
    }
  });

  it('stays in sight, can be filtered, and holds no formula', () => {
    const parts = unzipSync(whole(figuresWorkbook(site)));
    for (const [path, bytes] of Object.entries(parts)) {
      const text = strFromU8(bytes);
      parseXml(text);
      expect(text).not.toMatch(/<f[ />]/);
      if (!/sheet[12]\.xml$/.test(path) || !text.includes('sheetView')) continue;
      expect(text).toContain(
        '<pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/>',
      );
      const last = /.*<c r="([A-Z]+\d+)"/s.exec(text)![1];
      expect(/<autoFilter ref="([^"]*)"/.exec(text)![1]).toBe(`A3:${last}`);
    }
  });
});

describe('a sheet that is full', () => {
  const site: Site = siteOf(dataOf({ ...towns(5), 'data/organs/z100/2020.json': reportJson(2019) }));

  it('ends there, and it is said', async () => {
    const sheets = await sheetsOf(whole(figuresWorkbook(site, 3)));
    expect([...sheets].map(([name, rows]) => [name, rows.length]).slice(0, 2)).toEqual([
      ['2021年版格式', 3 + 3],
      ['2019年版格式', 3 + 1],
    ]);
    const said = '2021年版格式的5份报告只列出前3份，一张表装不下更多；全部的数在 cells.csv 里。';
    expect(figuresLeftOut(site, 3)).toBe(said);
    expect(sheets.get('说明')!.flat()).toContain(said);
    expect(figuresLeftOut(site)).toBeUndefined();
  });
});

describe('the site', () => {
  const files = build(dataOf(county));

  it('tells on the data page how large each file is, and what it is for', () => {
    const data = page(files, 'data/index.html');
    const rows = elements(data, 'tr').filter((tr) => /\.(csv|xlsx|parquet)/.test(wordsOf(tr)));
    expect(rows.length).toBe(9);
    for (const row of rows) {
      const name = wordsOf(elements(row, 'th')[0]!);
      const kilobytes = Math.ceil(bytesOf(files, `data/${name}`).length / 1000);
      expect([name, wordsOf(elements(row, 'td')[2]!)]).toEqual([name, `${kilobytes}\u00a0KB`]);
    }
    expect(wordsOf(byId(data, 'figures'))).toContain('每份报告一行');
    expect(wordsOf(byId(data, 'cells-parquet'))).toContain('和 cells.csv 同样的行');
  });

  it('offers what its settings ask for', () => {
    const names = (site: string) => {
      const built = build(dataOf({ ...county, 'data/site.yaml': `${county['data/site.yaml']}${site}` }));
      const described = JSON.parse(textFile(built, 'data/datapackage.json'));
      const others = (list: string[]) => list.filter((name) => /\.(xlsx|parquet)$/.test(name)).sort();
      const made = others([...built.keys()].filter((path) => path.startsWith('data/')));
      const told = others(elements(page(built, 'data/index.html'), 'th').map(wordsOf));
      const listed = others(described.resources.map(({ path }: { path: string }) => path));
      expect([told, listed]).toEqual([listed, made.map((path) => path.slice('data/'.length))]);
      return listed;
    };
    expect(names('')).toEqual(['cells.parquet', 'figures.xlsx']);
    expect(names('dataFormats: [xlsx]\n')).toEqual(['figures.xlsx']);
    expect(names('dataFormats: []\n')).toEqual([]);
  });
});
