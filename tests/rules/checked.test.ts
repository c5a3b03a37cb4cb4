import { describe, expect, test } from 'vitest';
import type { CoverageState } from '../../src/check/coverage.ts';
import { check, rulesFor } from '../../src/check/index.ts';
import { compile } from '../../src/forms/compile.ts';
import { forms } from '../../src/forms/index.ts';
import { loadData } from '../../src/reports/load.ts';
import { thirdEdition } from '../forms/third-edition.ts';
import { base, memory } from '../helpers/memory.ts';
import { reportData } from '../helpers/report-data.ts';
import { write } from '../helpers/written.ts';
import { type Fixture, readFixtures, runFixture } from './fixture.ts';

const fixtures = new Map(readFixtures().map((fixture) => [fixture.name, fixture]));
const fixture = (name: string): Fixture => fixtures.get(`${name}.yaml`)!;

describe('an accepted failure', () => {
  const { checked, diagnostics } = runFixture(fixture('waivers/accepted'));
  const [[report, entries] = []] = [...checked.waived];

  test('is no diagnostic, but stands with its report, its finding and its public text', () => {
    expect(diagnostics).toEqual([]);
    expect(report?.year).toBe(2023);
    expect(
      entries?.map(({ rule, diagnostic }) => [rule.id, diagnostic.cell, diagnostic.place?.file]),
    ).toEqual([
      ['T3-CARRY', 'applications.carriedOver.natural', 'data/organs/zhen/2023.yaml'],
      ['T3-CARRY', 'applications.carriedOver.total', 'data/organs/zhen/2023.yaml'],
    ]);
  });

  test('says why, by whom and until when', () => {
    const [entry] = entries!;
    expect(entry?.text).toContain('一件申请经复核改计为当年办结');
    expect(entry?.text).toContain('镇人民政府办公室');
    expect(entry?.text).toContain('2024-12-31');
  });
});

test('sums are the same whether or not a waiver accepts them', () => {
  const each = fixture('waivers/value-changed');
  const { pass, fail, unknown } = runFixture(each).checked.sums;
  const relations = each.data.reports.reduce((n, { form }) => n + form.equations.length, 0);
  expect(pass + fail + unknown).toBe(relations);
});

test('every answer is counted once, with a reason where it is no answer', () => {
  for (const each of fixtures.values()) {
    for (const [id, count] of runFixture(each).checked.rules) {
      const reasons = [...count.reasons.values()].reduce((sum, times) => sum + times, 0);
      expect(reasons, `${each.name} ${id}`).toBe(count.unknown + count.notApplicable);
      for (const reason of count.reasons.keys()) expect(reason).toMatch(/[\u4e00-\u9fff]/);
    }
  }
});

test('a rule that is switched off is not counted', () => {
  const { checked } = runFixture(fixture('settings/warning-off'), rulesFor());
  expect(checked.rules.has('PB-DEADLINE')).toBe(false);
  expect(checked.rules.has('PB-EARLY')).toBe(true);
});

test('a switched-off error still counts, and a setting for a known rule is no fault', () => {
  const { data } = fixture('settings/errors-stay');
  const { diagnostics } = check(data);
  const codes = diagnostics.map(({ code }) => code);
  expect(codes.filter((code) => code === 'SETTING-ERROR' || code === 'SETTING-RULE')).toHaveLength(2);
  expect(codes.filter((code) => code === 'T3-CARRY')).toHaveLength(2);
});

test('coverage tells what became of every expected report', () => {
  const states = (name: string, organ: string): Record<number, CoverageState> =>
    Object.fromEntries(runFixture(fixture(name)).checked.coverage.get(organ) ?? []);
  expect(states('PB-COVER/merged', 'jiu')).toEqual({ 2020: 'undated', 2021: 'merged', 2022: 'merged' });
  expect(states('PB-COVER/merged', 'che')).toEqual({ 2020: 'undated', 2021: 'undated' });
  expect(states('PB-COVER/complete', 'zhen')).toEqual({ 2021: 'undated', 2022: 'late', 2023: 'late' });
  expect(states('PB-COVER/not-yet-due', 'xian')).toEqual({ 2022: 'undated', 2023: 'notDue' });
  expect(states('PB-COVER/not-yet-due', 'xiang')).toEqual({ 2022: 'undated', 2023: 'missing' });
  expect(states('PB-COVER/not-yet-due', 'zhen')).toEqual({ 2023: 'onTime' });
});

test('a roll-up that fails names the part that makes exactly the difference', () => {
  const { diagnostics } = runFixture(fixture('PB-ROLLUP/one-left-out'));
  const hint = (cell: string) => diagnostics.find((diagnostic) => diagnostic.cell === cell)?.hint;
  expect(hint('applications.newReceived.total')).toContain('xiang');
  expect(hint('disclosure.licensing')).toContain('zhen');
  expect(hint('disclosure.fees')).not.toMatch(/xiang|zhen/);
  expect(diagnostics.map(({ message }) => message).join()).toContain('同一行的自然人也不符');
});

test('a carry-over that fails points into both years', () => {
  const { diagnostics } = runFixture(fixture('T3-CARRY/columns-exchanged'));
  for (const { place, related, left, right } of diagnostics) {
    expect(place?.file).toBe('data/organs/zhen/2023.yaml');
    expect(related?.map(({ place }) => place?.file)).toEqual(['data/organs/zhen/2022.yaml']);
    expect(Math.abs(left! - right!)).toBe(1);
  }
});

test('only the newest date of publication stands for today', () => {
  const { data } = fixture('PB-COVER/not-yet-due');
  const missing = (today?: string) =>
    check(data, { today }).diagnostics.filter(({ code }) => code === 'PB-COVER').length;
  expect(missing()).toBe(0);
  expect(missing('2024-01-31')).toBe(0);
  expect(missing('2024-04-01')).toBe(2);
});

test('an edition without the rows a rule is about is no case for it', () => {
  const form = compile(thirdEdition);
  const report = {
    form: 2031,
    summary: '平稳。',
    output: { rules: [5, -2, 3], notices: [0, 4, 4], income: 1.5 },
    requests: {
      received: [10, 3, 2, 5, 15],
      answered: { given: [6, 2, 1, 3, 9], moved: [1, 0, 1, 1, 2] },
      waiting: [3, 1, 0, 1, 4],
    },
    disputes: { first: [2, 1, 3], second: [0, 1, 1] },
    plans: '继续。',
    extra: '无。',
    thanks: '无。',
  };
  const files = {
    ...base,
    'data/organs/zhen/2030.yaml': write(reportData(2021), 'yaml').text,
    'data/organs/zhen/2031.yaml': write(report, 'yaml').text,
    'data/organs/zhen/2032.yaml': write(report, 'yaml').text,
  };
  const { value } = loadData(memory(files), [...forms, form]);
  const rules = rulesFor([...forms, form]).filter(({ id }) => /^([TX]\d|ED-YEAR)/.test(id));
  const { value: checked, diagnostics } = check(value, { forms: [...forms, form], rules });
  expect(diagnostics).toEqual([]);
  for (const [id, { unknown, reasons }] of checked.rules) {
    expect(unknown, `${id} ${[...reasons.keys()]}`).toBe(0);
  }
  expect(checked.rules.get('T3-CARRY')?.reasons).toEqual(
    new Map([
      ['没有上一年的报告', 7],
      ['这一版表格没有这一项', 2],
    ]),
  );
});

describe('a finding says', () => {
  const findings = (name: string) => runFixture(fixture(name)).diagnostics;

  test('by how many days a report is late', () => {
    const messages = findings('PB-DEADLINE/late').map(({ message }) => message);
    expect(messages.map((message) => /迟了 (\d+) 天/.exec(message)?.[1])).toEqual(['1', '1', '1', '222']);
  });

  test('what else to look at, in this year and the last', () => {
    const cells = (name: string) =>
      findings(name)[0]!.related!.map(({ cell, place }) => `${place!.file.slice(-9, -5)} ${cell}`);
    expect(cells('T2-STOCK/repeal-forgotten')).toEqual([
      '2022 disclosure.normativeDocuments.inForce',
      '2023 disclosure.normativeDocuments.issued',
      '2023 disclosure.normativeDocuments.repealed',
    ]);
    expect(cells('T2-STOCK-1Y/too-few')).toEqual([
      '2023 disclosure.normativeDocuments.issued',
      '2023 disclosure.normativeDocuments.repealed',
    ]);
    expect(cells('T3-ZERO-HIGH/waiting-for-a-year')).toEqual([
      '2023 applications.newReceived.total',
      '2023 applications.carriedOver.total',
    ]);
    expect(cells('T4-NO-REQ/other-cases-counted')).toEqual([
      '2022 applications.newReceived.total',
      '2023 applications.newReceived.total',
    ]);
    expect(cells('T4-PENDING/lost')).toEqual(['2022 challenges.review.pending']);
    expect(cells('T3-JUMP/jump')).toEqual(['2022 applications.newReceived.total']);
  });

  test('whether it asks or knows', () => {
    expect(findings('T2-SELF-LAW/asked-once')[0]!.message).toContain('请确认');
    expect(findings('T2-SELF-LAW/stated-not-to-have-the-power')[0]!.message).toContain('写明没有');
  });
});

test('what is decided while reading cannot be waived, and a known rule can', () => {
  const { data } = fixture('waivers/badly-written');
  const { diagnostics } = check(data);
  const refused = diagnostics.filter(({ code }) => code === 'WAIVER-RULE').map(({ message }) => message);
  expect(refused).toHaveLength(2);
  expect(refused.join()).toMatch(/T3-CARY.*不是规则的编号.*T3-NONNEG-INT.*读取时判定/);
});
