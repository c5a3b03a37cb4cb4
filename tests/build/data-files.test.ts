import { describe, expect, it } from 'vitest';
import { forms } from '../../src/forms/index.ts';
import { reportSchema } from '../../src/forms/schema.ts';
import { dataFolder } from '../../src/reports/folder.ts';
import { loadData } from '../../src/reports/load.ts';
import { build, checkout, dataOf, siteOf, textFile } from '../helpers/built.ts';
import { printedAddresses } from '../helpers/official-tables.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';

/** RFC 4180 as it is written, after the mark that says UTF-8. */
function parseCsv(text: string): string[][] {
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

const words = {
  'applications.newReceived.natural': '看不清',
  'disclosure.licensing': '未报',
  'challenges.review.upheld': '不适用',
};
const special = oneOrgan(
  {
    2020: reportJson(2019, (address) =>
      address.endsWith('.change') ? -3 : address.endsWith('.amount') ? 25.1 : 0,
    ),
    2023: reportJson(
      2021,
      (address) => (words as Record<string, string>)[address] ?? (address.endsWith('fees') ? 0.0001 : 0),
      {
        published: '2024-01-15',
        opening: '一、“开头”\n\n　　第二段 a<b & {x}\\n\n- 甲\n  乙\n',
        notes: { 'challenges.review.upheld': '注，"引"', disclosure: '全表' },
      },
    ),
  },
  { organ: 'aliases: ["a,b"]\n' },
);
special['data/organs/zhen/organ.yaml'] = special['data/organs/zhen/organ.yaml']!.replace(
  '某县某镇人民政府',
  '"某县,某\\"镇\\"人民政府"',
);

const sample = dataFolder(checkout);
const sites = [
  ['the sample', sample],
  ['a site with words, notes and marks', dataOf(special)],
] as const;

describe.each(sites)('the data files of %s', (_, data) => {
  const files = build(data);
  const site = siteOf(data);
  const reports = site.organs.flatMap((organ) => organ.reports);
  const pathOf = (entry: (typeof reports)[number], ending: string) =>
    `organs/${entry.organ.organ.slug}/${entry.report.year}.${ending}`;

  it('stand beside each report', () => {
    expect(reports.length).toBeGreaterThan(1);
    for (const entry of reports)
      for (const ending of ['json', 'csv']) expect(files.has(pathOf(entry, ending))).toBe(true);
    const count = [...files.keys()].filter((path) => /^organs\/.*\.(json|csv)$/.test(path)).length;
    expect(count).toBe(2 * reports.length);
  });

  it('JSON: what the schema asks for, and read back the same report', () => {
    for (const entry of reports) {
      const { report } = entry;
      const text = textFile(files, pathOf(entry, 'json'));
      expect(reportSchema(report.form).safeParse(JSON.parse(text)).error).toBeUndefined();
      const path = `data/organs/${report.organ}/${report.year}.json`;
      const read = (name: string) => new TextDecoder().decode(data.read(name));
      const again = loadData(
        dataOf({
          'data/site.yaml': read('data/site.yaml'),
          [`data/organs/${report.organ}/organ.yaml`]: read(`data/organs/${report.organ}/organ.yaml`).replace(
            /^parent:.*$/m,
            '',
          ),
          [path]: text,
        }),
        forms,
      );
      expect(again.diagnostics).toEqual([]);
      const { file: _f, text: _t, ...found } = again.value.reports[0]!;
      const { file: _g, text: _u, ...expected } = report;
      expect(found).toEqual(expected);
    }
  });

  it('CSV: a row for each number, as the form has them', () => {
    for (const entry of reports) {
      const { report } = entry;
      const [head, ...rows] = parseCsv(textFile(files, pathOf(entry, 'csv')));
      expect(head).toEqual([
        '机关',
        '机关名称',
        '年度',
        '格式',
        '地址',
        '表',
        '行',
        '列',
        '数值',
        '状态',
        '单位',
      ]);
      expect(rows.map((row) => row[4])).toEqual(printedAddresses(report.form.id as 2019 | 2021));
      for (const [i, row] of rows.entries()) {
        const value = report.values[i]!;
        expect(row.slice(0, 4)).toEqual([
          report.organ,
          entry.organ.organ.fullName,
          String(report.year),
          String(report.form.id),
        ]);
        expect(`${row[5]} · ${row[6]} · ${row[7]}`).toBe(report.form.cells[i]!.name);
        expect(row.slice(8, 10)).toEqual(typeof value === 'number' ? [String(value), ''] : ['', value]);
        expect(['件', '项', '万元']).toContain(row[10]);
      }
    }
  });
});

describe('a CSV file', () => {
  it('keeps words, negative numbers, decimals, commas and quotation marks', () => {
    const files = build(dataOf(special));
    const rows = (year: number) => parseCsv(textFile(files, `organs/zhen/${year}.csv`));
    const at = (year: number, address: string) => rows(year).find((row) => row[4] === address)!;
    expect(at(2023, 'disclosure.fees').slice(5)).toEqual([
      '表二',
      '行政事业性收费',
      '本年收费金额（单位：万元）',
      '0.0001',
      '',
      '万元',
    ]);
    expect(at(2023, 'applications.newReceived.natural').slice(8)).toEqual(['', '看不清', '件']);
    expect(at(2020, 'disclosure.licensing.change').slice(8)).toEqual(['-3', '', '项']);
    expect(at(2020, 'disclosure.procurement.amount').slice(8)).toEqual(['25.1', '', '万元']);
    expect(at(2020, 'disclosure.licensing.change')[1]).toBe('某县,某"镇"人民政府');
  });
});

describe('sitemap and robots', () => {
  const corrections = [
    { cell: 'disclosure.licensing', old: 1, new: 0, date: '2024-02-01', reason: '误写。' },
  ];
  const reports = {
    2022: reportJson(2021),
    2023: reportJson(2021, undefined, { published: '2024-01-15', corrections }),
  };

  /** The page for missing pages, earlier states, and comparisons, which repeat what two other pages say. */
  const unlisted = /^404\.html$|-compare\.html$|-before-/;

  it('name every page that has something of its own to say, where the address is known', () => {
    const files = build(dataOf(oneOrgan(reports, { site: 'baseUrl: https://example.cn/a&b/\n' })));
    const sitemap = textFile(files, 'sitemap.xml');
    expect(
      sitemap.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/'),
    ).toBe(true);
    expect(files.has('organs/zhen/2023-before-2024-02-01.html')).toBe(true);
    const addresses = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/g)];
    const path = (loc: string) =>
      loc.replace('https://example.cn/a&amp;b/', '').replace(/(^|\/)$/, '$1index.html');
    expect(addresses.map(([, loc]) => path(loc!)).sort()).toEqual(
      [...files.keys()].filter((name) => name.endsWith('.html') && !unlisted.test(name)).sort(),
    );
    expect(addresses.filter(([, , date]) => date).map(([, loc, date]) => [path(loc!), date])).toEqual([
      ['organs/zhen/2023.html', '2024-01-15'],
    ]);
    expect(textFile(files, 'robots.txt')).toBe(
      'User-agent: *\nAllow: /\nSitemap: https://example.cn/a&b/sitemap.xml\n',
    );
  });

  it('leave out what needs an address where it is not known', () => {
    const files = build(dataOf(oneOrgan(reports)));
    expect(files.has('sitemap.xml')).toBe(false);
    expect(textFile(files, 'robots.txt')).toBe('User-agent: *\nAllow: /\n');
  });
});
