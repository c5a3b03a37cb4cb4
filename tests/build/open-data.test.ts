import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type BuiltFiles, build, dataOf, page, siteOf, textFile } from '../helpers/built.ts';
import { correction, county } from '../helpers/county.ts';
import { parseCsv } from '../helpers/csv.ts';
import { packageFaults } from '../helpers/data-package.ts';
import { attribute, byId, elements, textOf, wordsOf } from '../helpers/html.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';

const sample = build();
const files = build(dataOf(county));
const bytes = (built: BuiltFiles) => (path: string) => Buffer.from(built.get(`data/${path}`)!);
const rows = (built: BuiltFiles, name: string) => parseCsv(textFile(built, `data/${name}.csv`));

describe('the data package', () => {
  it.each([
    ['the sample', sample],
    ['a county', files],
    ['a site without reports', build(dataOf({ 'data/site.yaml': 'title: 年报\npublisher: 某办\n' }))],
  ])('of %s is valid, and its files are as it says', (_, built) => {
    expect(packageFaults(textFile(built, 'data/datapackage.json'), bytes(built))).toEqual([]);
  });

  it.each([
    ['a changed file', (text: string) => text.replace('示例县', '示例市')],
    ['a lost row', (text: string) => text.replace(/\r\n[^\r]*\r\n$/, '\r\n')],
  ])('is not valid with %s', (_, change) => {
    const read = (path: string) =>
      path === 'cells.csv' ? Buffer.from(change(textFile(sample, 'data/cells.csv'))) : bytes(sample)(path);
    expect(packageFaults(textFile(sample, 'data/datapackage.json'), read)).toContain('cells: hash');
  });

  it('names checksums that hold', () => {
    const lines = textFile(sample, 'data/sha256sums.txt').trimEnd().split('\n');
    expect(lines.length).toBe(10);
    for (const line of lines) {
      const [sum, name] = line.split('  ');
      expect([name, createHash('sha256').update(bytes(sample)(name!)).digest('hex')]).toEqual([name, sum]);
    }
  });
});

describe('the open data', () => {
  it('has each number of each report, in the order of the reports and of the form', () => {
    const [, ...cells] = rows(sample, 'cells');
    const expected = siteOf().organs.flatMap(({ organ, reports }) =>
      reports.flatMap(({ report }) =>
        report.form.cells.map((cell, i) => [
          organ.slug,
          String(report.year),
          cell.address,
          String(report.values[i]),
        ]),
      ),
    );
    expect(cells.length).toBe(4988);
    expect(
      cells.map(([organ, , , year, , cell, , , , value, state]) => [organ, year, cell, value || state]),
    ).toEqual(expected);
  });

  it('tells a number that is missing from zero, and has the footnotes', () => {
    const fees = rows(files, 'cells').filter(
      ([organ, , , year, , cell]) => organ === 'd' && year === '2023' && cell === 'disclosure.fees',
    );
    expect(fees.map((row) => row.slice(9, 12))).toEqual([['', '空', '万元']]);
    const noted = rows(sample, 'cells').filter((row) => row[12] !== '' && row[12] !== 'note');
    expect(noted.map((row) => [row[0], row[3], row[12]])).toContainEqual([
      'chengguan',
      '2022',
      '其中修订1件',
    ]);
    expect(rows(files, 'cells').find(([organ]) => organ === 'a')![2]).toBe('320102001');
  });

  it('has who published when, and each correction', () => {
    expect(rows(files, 'coverage').filter(([, year]) => year === '2023')).toEqual([
      ['xian', '2023', 'on_time'],
      ['a', '2023', 'on_time'],
      ['b', '2023', 'late'],
      ['c', '2023', 'on_time'],
      ['d', '2023', 'late'],
      ['old', '2023', 'merged'],
    ]);
    const { cell, date, reason } = correction;
    expect(rows(files, 'corrections').slice(0, 2)).toEqual([
      ['organ', 'year', 'cell', 'old', 'new', 'date', 'reason'],
      ['c', '2023', cell, '15', '14', date, reason],
    ]);
  });

  it('has what the rules answered', () => {
    const checks = rows(files, 'checks');
    expect(
      checks.find(([organ, year, rule]) => organ === 'd' && year === '2023' && rule === 'PB-DEADLINE'),
    ).toEqual(['d', '2023', 'PB-DEADLINE', '0', '0', '1', '0', '0']);
    expect(checks.some(([organ, , rule]) => organ === 'xian' && rule === 'PB-ROLLUP')).toBe(true);
  });
});

describe('the data page', () => {
  const data = page(files, 'data/index.html');

  it('says of each file how many rows it has and what its columns are', () => {
    for (const name of ['cells', 'organs', 'reports', 'coverage', 'corrections', 'checks', 'rules']) {
      const [head, ...body] = rows(files, name);
      const row = elements(data, 'tr').find((tr) => wordsOf(tr).startsWith(`${name}.csv`))!;
      expect([name, wordsOf(elements(row, 'td')[1]!)]).toEqual([name, String(body.length)]);
      expect(elements(byId(data, name), 'code').map(wordsOf)).toEqual(head);
    }
  });

  it('shows the beginning of a file as it is', () => {
    const shown = textOf(elements(data, 'pre')[0]!);
    expect(textFile(files, 'data/cells.csv').replaceAll('\r\n', '\n').startsWith(shown)).toBe(true);
    expect(shown.split('\n').length).toBe(10);
  });

  it('describes the data set for search engines, in a block that no text can end', () => {
    const nasty = '</script><b>&';
    const built = build(
      dataOf({
        ...oneOrgan({ 2023: reportJson(2021) }),
        'data/site.yaml': `title: ${JSON.stringify(nasty)}\npublisher: 某办\n`,
      }),
    );
    const [block] = elements(page(built, 'data/index.html'), 'script').filter((node) =>
      attribute(node, 'type'),
    );
    const described = JSON.parse(textOf(block!));
    expect(described).toMatchObject({
      '@type': 'Dataset',
      name: `${nasty}：开放数据`,
      temporalCoverage: '2023/2023',
    });
    expect(described.distribution[0].contentUrl).toBe('data/cells.csv');
  });
});

describe('the feeds', () => {
  const feed = textFile(files, 'feeds/reports.xml');
  const tags = (text: string, name: string) =>
    [...text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, inner]) => inner);

  it('have the newest first, each with an address of its own', () => {
    expect(tags(feed, 'published').slice(0, 2)).toEqual([
      '2024-03-20T00:00:00+08:00',
      '2024-02-05T00:00:00+08:00',
    ]);
    expect(tags(feed, 'updated')[0]).toBe('2024-03-20T00:00:00+08:00');
    const ids = tags(feed, 'id');
    expect(ids[1]).toBe('https://example.cn/nb/organs/xian/2023.html');
    expect(new Set(ids).size).toBe(ids.length);
    expect(tags(feed, 'title')[1]).toBe('某县某县人民政府2023年政府信息公开工作年度报告');
  });

  it('need an address, and a date', () => {
    const without = build(
      dataOf(oneOrgan({ 2023: reportJson(2021, undefined, { published: '2024-01-15' }) })),
    );
    expect([...without.keys()].filter((path) => path.startsWith('feeds/'))).toEqual([]);
  });
});
