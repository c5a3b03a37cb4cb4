import { expect, test } from 'vitest';
import { compareText } from '../../src/diagnostics/diagnostic.ts';
import { base, check, type Files } from '../helpers/memory.ts';
import { put, type ReportData, raw, reportData } from '../helpers/report-data.ts';
import { write } from '../helpers/written.ts';

const organ = base['data/organs/zhen/organ.yaml'] as string;

function report(change: (data: ReportData) => void, ending: 'yaml' | 'json' = 'yaml'): string {
  const data = reportData(2021);
  change(data);
  return write(data, ending).text;
}

const tables = report((data) => {
  put(data, 'disclosure.regulations.0', raw('１'));
  put(data, 'disclosure.licensing', -1);
  put(data, 'disclosure.fees', raw('12元'));
  put(data, 'applications.newReceived', [1, 0, 0, 0, 0, 0, 1]);
  put(data, 'applications.granted', [2, 0, 0, 0, 0, 0, 1]);
  put(data, 'applications.carriedOver', [0, 0]);
  put(data, 'applications.denied.thirdParty.1', raw(''));
  put(data, 'challenges.review', [3, 0, 0, 0, 2]);
  put(data, 'challenges.litigationDirect', 0);
  put(data, 'remarks', raw(''));
});

/** Every kind of fault there is, one of each or more, spread over a folder: name of the file, its content, what is wrong with it. */
const folder: [file: string, content: string | Uint8Array, codes: string[]][] = [
  ['data/organs/a-bad-name/2023.yaml', report(() => {}), []],
  ['data/organs/a-bad-name/organ.yaml', organ.replace('township', 'town'), ['DATA-VALUE']],
  ['data/organs/broken/2020.yaml', report(() => {}), ['ED-YEAR']],
  [
    'data/organs/broken/2021.json',
    report((data) => put(data, 'overview', raw("'x'")), 'json'),
    ['SRC-SYNTAX'],
  ],
  ['data/organs/broken/2021.yaml', '', ['FILE-TWICE']],
  ['data/organs/broken/2022.yaml', '# 还没有写\n', ['SRC-EMPTY']],
  ['data/organs/broken/2023.yaml', report(() => {}).replace('overview: |', 'overview:|'), ['SRC-SYNTAX']],
  ['data/organs/broken/2024.yaml', new Uint8Array([0xff, 0xfe, 0x41, 0x00]), ['SRC-ENCODING']],
  ['data/organs/broken/2025年.yaml', '', ['FILE-NAME']],
  ['data/organs/broken/readme.md', '', ['FILE-UNCLAIMED']],
  [
    'data/organs/tables/2023.yaml',
    tables,
    [
      'T2-INT',
      'T2-INT',
      'T2-INT',
      'DATA-ROW-LENGTH',
      'T3-ROW-SUM',
      'T3-BLANK',
      'T3-RESULT-SUM',
      'T3-RESULT-SUM',
      'T4-REVIEW-SUM',
      'DATA-TYPE',
      'DATA-EMPTY-TEXT',
    ],
  ],
  [
    'data/organs/tables/organ.yaml',
    `${organ}parent: nowhere\nname: 又一镇\n`,
    ['DATA-REFERENCE', 'SRC-DUPLICATE-KEY'],
  ],
  [
    'data/organs/texts/2023.yaml',
    report((data) => {
      put(data, 'organ', '别镇');
      put(data, 'overview', '本年度工作平稳。');
      put(data, 'published', raw('2024-1-5'));
      put(data, 'notes', { 'applications.nothing.total': '注' });
      put(data, 'logo', 'x.png');
      delete data['problems'];
    }).replace('本年度', '本\u0007年度'),
    ['DATA-MISSING', 'SRC-CHARACTER', 'DATA-PATH', 'DATA-VALUE', 'DATA-NOTE', 'DATA-UNKNOWN'],
  ],
  ['data/organs/texts/organ.yaml', organ, []],
  ['data/site.yaml', 'title: 年报\npublisher: 某县\nlogo: x.png\n', ['DATA-UNKNOWN']],
];

test('all faults of all files come in one run, sorted by file, line and column', () => {
  const files: Files = Object.fromEntries(folder.map(([file, content]) => [file, content]));
  const { diagnostics, ok, counts } = check(files);
  const byFile = (file: string) =>
    diagnostics.filter(({ place }) => place!.file === file).map(({ code }) => code);
  for (const [file, , codes] of folder)
    expect([file, byFile(file).sort()]).toEqual([file, [...codes].sort()]);
  // The folder broken/ has no organ.yaml; a fault of its own, in a file that is not there.
  expect(byFile('data/organs/broken/organ.yaml')).toEqual(['FILE-MISSING']);
  const expected = folder.reduce((sum, [, , codes]) => sum + codes.length, 1);
  expect(diagnostics).toHaveLength(expected);
  expect(expected).toBeGreaterThanOrEqual(30);
  expect(counts.errors).toBe(expected);
  expect(ok).toBe(false);

  const order = diagnostics.map(({ place }) => place!);
  const sorted = [...order].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
  expect(order).toEqual(sorted);
  for (const { message, hint } of diagnostics) {
    expect(message).toMatch(/[\u4e00-\u9fff].*。$/s);
    expect(`${message}${hint ?? ''}`).not.toMatch(/undefined|null|NaN|\[object|！|您/);
  }
});

test('faults come in the same order whatever the order of the files', () => {
  const shuffled = [...folder].reverse();
  const run = (list: typeof folder) =>
    check(Object.fromEntries(list.map(([file, content]) => [file, content])));
  expect(run(shuffled)).toEqual(run(folder));
});
