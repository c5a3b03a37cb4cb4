import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { check, rulesFor } from '../../src/check/index.ts';
import { forms } from '../../src/forms/index.ts';
import { dataFolder } from '../../src/reports/folder.ts';
import { loadData } from '../../src/reports/load.ts';
import { figures, figuresReport } from '../helpers/figures.ts';
import { memory } from '../helpers/memory.ts';
import { type Data, put, type ReportData, raw } from '../helpers/report-data.ts';
import { write } from '../helpers/written.ts';

/** The rules that look at figures, dates and the list of organs, not at prose. */
const rules = rulesFor().filter(({ id }) => /^(T\d|PB|ED-YEAR)/.test(id));

/** What the rules of figures say about a few reports of one organ. */
function judge(level: string, reports: Record<number, ReportData>) {
  const files = Object.entries(reports).map(([year, report]) => [
    `data/organs/shi/${year}.yaml`,
    write(report, 'yaml').text,
  ]);
  const data = memory({
    'data/site.yaml': 'title: 年报\npublisher: 办公室\n',
    'data/organs/shi/organ.yaml': `name: 某地\nfullName: 某地人民政府\nlevel: ${level}\n`,
    ...Object.fromEntries(files),
  });
  const loaded = loadData(data, forms);
  expect(loaded.diagnostics).toEqual([]);
  const { value, diagnostics } = check(loaded.value, { rules });
  return { diagnostics, count: (id: string) => ({ ...value.rules.get(id), reasons: undefined }) };
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const outcome = (counts: object) => ({
  pass: 0,
  fail: 0,
  unknown: 0,
  notApplicable: 0,
  waived: 0,
  reasons: undefined,
  ...counts,
});

const withRemarks = (name: string, remarks: Data) => {
  const report = figuresReport(figures(name));
  put(report, 'remarks', remarks);
  return report;
};

describe('a city of five million people, 2023 and 2024', () => {
  const before = withRemarks('suqian-2023', '21件申请收取信息处理费2100元。');
  const after = withRemarks('suqian-2024', '25件申请收取信息处理费2950元。');

  test('carries over in all seven columns, and its stock of documents holds', () => {
    const { diagnostics, count } = judge('prefecture', { 2023: before, 2024: after });
    expect(diagnostics).toEqual([]);
    expect(count('T3-CARRY')).toEqual(outcome({ pass: 7, notApplicable: 7 }));
    expect(count('T2-STOCK')).toEqual(outcome({ pass: 2, notApplicable: 2 }));
  });

  test.each(['natural', 'business', 'legalService', 'total'])(
    'a slip in %s of the carry-over is found',
    (column) => {
      const slipped = structuredClone(after);
      const row = (slipped['applications'] as Record<string, number[]>)['carriedOver']!;
      const place = [
        'natural',
        'business',
        'research',
        'welfare',
        'legalService',
        'otherOrg',
        'total',
      ].indexOf(column);
      row[place]!++;
      const { diagnostics } = judge('prefecture', { 2023: before, 2024: slipped });
      const found = diagnostics.filter(({ code }) => code === 'T3-CARRY');
      expect(found.map(({ cell }) => cell)).toEqual([`applications.carriedOver.${column}`]);
    },
  );
});

test('an office of 2019 with blank totals: blanks are told, sums over them are undecided, nothing else is', () => {
  const report = figuresReport(figures('shanghai-office-2019'));
  put(report, 'source', { file: 'nianbao.html', published: raw('true') });
  const { diagnostics, count } = judge('province', { 2019: report });
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['T3-BLANK', 'T4-BLANK']));
  expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  expect(count('T2-2019-ITEMS')).toEqual(outcome({ pass: 4 }));
  expect(count('T2-REG-TOWNSHIP')).toEqual(outcome({ notApplicable: 3 }));
});

test('a township of zeros has nothing to be told', () => {
  const { diagnostics, count } = judge('township', { 2023: figuresReport(figures('sikeshu-2023')) });
  expect(diagnostics).toEqual([]);
  expect(count('T2-REG-TOWNSHIP')).toEqual(outcome({ pass: 3 }));
});

test('the data of this project give no false alarm: one report among them is late', () => {
  const loaded = loadData(dataFolder(root), forms);
  const { value, diagnostics } = check(loaded.value, { rules });
  expect(diagnostics).toMatchObject([{ code: 'PB-DEADLINE', organ: 'baishu', year: 2023 }]);
  expect(value.rules.get('T3-CARRY')!.pass).toBe(6 * 3 * 7);
  expect(value.rules.get('PB-ROLLUP')!.pass).toBeGreaterThan(100);
});
