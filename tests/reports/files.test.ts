import { describe, expect, test } from 'vitest';
import { forms } from '../../src/forms/index.ts';
import type { DataFile } from '../../src/reports/files.ts';
import { loadData } from '../../src/reports/load.ts';
import { base, check, type Files, memory } from '../helpers/memory.ts';
import { reportData } from '../helpers/report-data.ts';
import { write } from '../helpers/written.ts';

const yaml = write(reportData(2021), 'yaml').text;
const json = write(reportData(2021), 'json').text;

function found(files: Files) {
  return check(files).diagnostics.map(({ code, place, hint }) => ({ code, file: place!.file, hint }));
}

test('every place a file may have', () => {
  expect(
    found({
      'data/organs/zhen/2021.yaml': yaml,
      'data/organs/zhen/2022.json': json,
      'data/schema/site.json': '{}',
      'data/schema/organ.json': '{}',
      'data/schema/report-2019.json': '{}',
      'data/schema/report-2021.json': '{}',
    }),
  ).toEqual([]);
});

describe('a file with nearly the right name is told the right one, and is not missing too', () => {
  test.each([
    ['data/organs/zhen/2023.yml', '2023.yaml'],
    ['data/organs/zhen/2023.YAML', '2023.yaml'],
    ['data/organs/zhen/2023.JSON', '2023.json'],
    ['data/organs/zhen/2023', '2023.yaml'],
    ['data/organs/zhen/2023年.yaml', '2023.yaml'],
    ['data/organs/zhen/2023年度.json', '2023.json'],
    ['data/organs/zhen/２０２３.yaml', '2023.yaml'],
    ['data/organs/zhen/2202.yaml', '2022.yaml'],
    ['data/organs/zhen/20233.yaml', '2023.yaml'],
    ['data/organs/zhen/2022 - 副本.yaml', '2022.yaml'],
    ['data/organs/zhen/2023-副本.yaml', '2023.yaml'],
    ['data/organs/zhen/2022(1).yaml', '2022.yaml'],
    ['data/organs/zhen/2023 （1）.json', '2023.json'],
    ['data/organs/xin/organ.yml', 'organ.yaml'],
    ['data/organs/xin/organ.json', 'organ.yaml'],
    ['data/organs/xin/Organ.yaml', 'organ.yaml'],
    ['data/organs/Xin/organ.yaml', 'xin'],
    ['data/organs/ｘｉｎ/organ.yaml', 'xin'],
    ['data/organs/xin_zhen/organ.yaml', 'xin-zhen'],
  ])('%s', (file, right) => {
    expect(found({ [file]: yaml })).toEqual([{ code: 'FILE-NAME', file, hint: `改名为 ${right}。` }]);
  });

  test.each(['site.yml', 'site.json', 'Site.yaml'])('data/%s', (name) => {
    const { 'data/site.yaml': site, ...rest } = base;
    const { diagnostics } = loadData(memory({ ...rest, [`data/${name}`]: site! }), forms);
    expect(diagnostics).toMatchObject([{ code: 'FILE-NAME', hint: '改名为 site.yaml。' }]);
  });

  test('a folder in 汉字, told once for all its files', () => {
    const files = { 'data/organs/清河镇/organ.yaml': yaml, 'data/organs/清河镇/2023.yaml': yaml };
    expect(found(files)).toEqual([
      { code: 'FILE-NAME', file: 'data/organs/清河镇/2023.yaml', hint: undefined },
    ]);
  });
});

describe('a file that is nothing', () => {
  test.each([
    'data/readme.md',
    'data/2023.yaml',
    'data/organs/2023.yaml',
    'data/organs/organ.yaml',
    'data/organs/zhen/old/2023.yaml',
    'data/organs/zhen/2023.docx',
    'data/organs/zhen/2023.yaml.bak',
    'data/organs/zhen/1899.yaml',
    'data/organs/zhen/20234.yaml',
    'data/organs/zhen/报告.yaml',
    'data/organs/zhen/.2023.yaml.swp',
    'data/organs/zhen/.DS_Store',
    'data/organs/zhen/~$2023.docx',
    'data/Thumbs.db',
    'data/schema/report-2022.json',
    'data/schema/old/site.json',
    'data/organs/zhen/schema/site.json',
  ])('%s', (file) => {
    expect(found({ [file]: yaml })).toMatchObject([{ code: 'FILE-UNCLAIMED', file }]);
  });

  test.each(['data/organs/zhen/2023.yaml', 'data/site.yaml', 'data/organs/other'])('a link at %s', (path) => {
    const source = memory(base);
    const list = (): DataFile[] => [
      ...source.list().filter((file) => file.path !== path),
      { path, link: true },
    ];
    const { diagnostics } = loadData({ ...source, list }, forms);
    expect(diagnostics.filter(({ code }) => code === 'FILE-UNCLAIMED')).toMatchObject([
      { place: { file: path } },
    ]);
    expect(diagnostics[0]!.message).toContain('链接');
  });
});

test('a copy beside the report itself', () => {
  const files = { 'data/organs/zhen/2023.yaml': yaml, 'data/organs/zhen/2023 - 副本.yaml': yaml };
  const { diagnostics, counts } = check(files);
  expect(diagnostics).toMatchObject([
    { code: 'FILE-TWICE', place: { file: 'data/organs/zhen/2023 - 副本.yaml' } },
  ]);
  expect(counts.reports).toBe(1);
});

test('a folder with the name of a file', () => {
  const source = memory(base);
  const path = 'data/organs/zhen/2022.yaml';
  const list = (): DataFile[] => [...source.list(), { path, folder: true }];
  const { diagnostics } = loadData({ ...source, list }, forms);
  expect(diagnostics).toMatchObject([{ code: 'FILE-UNCLAIMED', place: { file: path } }]);
  expect(diagnostics[0]!.message).toContain('文件夹 2022.yaml');
});

test('one year in YAML and in JSON', () => {
  const files = { 'data/organs/zhen/2023.yaml': yaml, 'data/organs/zhen/2023.json': json };
  const { diagnostics, counts } = check(files);
  expect(diagnostics).toMatchObject([
    {
      code: 'FILE-TWICE',
      place: { file: 'data/organs/zhen/2023.yaml', line: 1, column: 1 },
      organ: 'zhen',
      year: 2023,
      message: expect.stringContaining('data/organs/zhen/2023.json'),
    },
  ]);
  expect(counts.reports).toBe(1);
});

describe('what is missing', () => {
  test('an organ’s own file, told once for all its reports', () => {
    const files = { 'data/organs/xin/2022.yaml': yaml, 'data/organs/xin/2023.yaml': yaml };
    expect(found(files)).toMatchObject([{ code: 'FILE-MISSING', file: 'data/organs/xin/organ.yaml' }]);
  });

  test('everything', () => {
    const { value, diagnostics } = loadData(memory({}), forms);
    expect(diagnostics.map(({ code, place }) => [code, place!.file])).toEqual([
      ['FILE-MISSING', 'data/site.yaml'],
    ]);
    expect(value).toMatchObject({ organs: new Map(), reports: [], files: 0 });
  });
});

test('a file that cannot be opened', () => {
  const source = memory({ ...base, 'data/organs/zhen/2023.yaml': yaml });
  const read = (path: string) => {
    if (path.endsWith('2023.yaml')) throw Object.assign(new Error('denied'), { code: 'EACCES' });
    return source.read(path);
  };
  const { diagnostics } = loadData({ ...source, read }, forms);
  expect(diagnostics).toMatchObject([
    { code: 'FILE-UNREADABLE', message: expect.stringContaining('EACCES'), place: { line: 1, column: 1 } },
  ]);
});

test('organs come in the order of their names, reports in that of organ and year, whatever the folder says', () => {
  const organ = base['data/organs/zhen/organ.yaml']!;
  const slugs = ['zhen-2', 'zhen', 'a-b', 'a', 'a1'];
  const files: Files = { 'data/site.yaml': base['data/site.yaml']! };
  for (const slug of slugs) {
    files[`data/organs/${slug}/organ.yaml`] = organ;
    for (const year of [2023, 2021, 2022]) files[`data/organs/${slug}/${year}.yaml`] = yaml;
  }
  const { value } = loadData(memory(files), forms);
  const order = ['a', 'a-b', 'a1', 'zhen', 'zhen-2'];
  expect([...value.organs.keys()]).toEqual(order);
  expect(value.reports.map((report) => [report.organ, report.year])).toEqual(
    order.flatMap((slug) => [2021, 2022, 2023].map((year) => [slug, year])),
  );
});
