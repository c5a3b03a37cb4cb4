import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../src/commands/schema.ts';
import { compile } from '../../src/forms/compile.ts';
import { forms as officialForms } from '../../src/forms/index.ts';
import { scaffold } from '../../src/forms/scaffold.ts';
import { reportSchema } from '../../src/forms/schema.ts';
import { type Schema, schemaFaults, valueFaults } from '../helpers/json-schema.ts';
import { check, reportPath } from '../helpers/memory.ts';
import { grid } from '../helpers/printed.ts';
import { put, type ReportData, raw } from '../helpers/report-data.ts';
import { endings, write } from '../helpers/written.ts';
import { thirdEdition } from './third-edition.ts';

const form = compile(thirdEdition);
const forms = [...officialForms, form];

/** A report of the edition in which every relation holds. */
function report(): ReportData {
  return {
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
}

function run(data: ReportData, ending: (typeof endings)[number] = 'yaml') {
  const written = write(data, ending);
  return { written, ...check({ [reportPath(2031, ending)]: written.text }, forms) };
}

test('addresses and official names', () => {
  expect(form.cells.map(({ address, name }) => `${address} ${name}`)).toEqual([
    'output.rules.old 表二 · 规则 · 原有',
    'output.rules.change 表二 · 规则 · 增减',
    'output.rules.now 表二 · 规则 · 现有',
    'output.notices.old 表二 · 通告 · 原有',
    'output.notices.change 表二 · 通告 · 增减',
    'output.notices.now 表二 · 通告 · 现有',
    'output.income 表二 · 收费 · 金额',
    ...['received 收到', 'answered.given 答复 给予', 'answered.moved 答复 转送', 'waiting 未答复'].flatMap(
      (row) => {
        const [key, ...label] = row.split(' ');
        return ['people 个人', 'home 境内', 'abroad 境外', 'units 小计', 'all 合计'].map((column) => {
          const [columnKey, columnLabel] = column.split(' ');
          return `requests.${key}.${columnKey} 表三 · ${label.join(' ')} · ${columnLabel}`;
        });
      },
    ),
    ...['first 一审', 'second 二审'].flatMap((row) => {
      const [key, label] = row.split(' ');
      return ['kept 维持', 'lost 败诉', 'sum 合计'].map((column) => {
        const [columnKey, columnLabel] = column.split(' ');
        return `disputes.${key}.${columnKey} 表四 · ${label} · ${columnLabel}`;
      });
    }),
  ]);
});

test('layout', () => {
  expect(grid(form, 'output')).toEqual([
    '甲项[4]',
    '内容 | 原有 | 增减 | 现有',
    '规则 | n | n | n',
    '通告 | n | n | n',
    '乙项[4]',
    '内容 | 金额[3]',
    '收费 | n[3]',
  ]);
  expect(grid(form, 'requests')).toEqual([
    '办理[2×2] | 个人[1×2] | 单位[3] | 合计[1×2]',
    '境内 | 境外 | 小计',
    '收到[2] | n | n | n | n | n',
    '答复[1×2] | 给予 | n | n | n | n | n',
    '转送 | n | n | n | n | n',
    '未答复[2] | n | n | n | n | n',
  ]);
  expect(grid(form, 'disputes')).toEqual([
    '一审[3] | 二审[3]',
    '维持 | 败诉 | 合计 | 维持 | 败诉 | 合计',
    'n | n | n | n | n | n',
  ]);
});

test('the schema accepts the report and refuses another edition’s', () => {
  const schema = reportSchema(form);
  expect(schema.safeParse(report()).error).toBeUndefined();
  for (const [path, value] of [
    ['form', 2021],
    ['overview', 'x'],
    ['output.rules.0', -1],
    ['output.rules.1', 1.5],
    ['output.income', -1],
    ['requests.answered.given.4', '9'],
    ['requests.received', [0, 0, 0, 0]],
    ['requests.denied', [0, 0, 0, 0, 0]],
    ['disputes.first.2', '无'],
    ['thanks', ' '],
  ] as const) {
    const data = report();
    put(data, path, value as never);
    expect(schema.safeParse(data).success, path).toBe(false);
  }
});

test('the JSON Schema is sound, and accepts and refuses alike', () => {
  const schema = jsonSchemas(forms)['report-2031.json'] as Schema;
  expect(schemaFaults(schema)).toEqual([]);
  expect(valueFaults(schema, report())).toEqual([]);
  const data = report();
  put(data, 'output.rules.0', -1);
  expect(valueFaults(schema, data)).toEqual(['.output.rules.0: anyOf']);
});

describe.each(endings)('through the whole check, in %s', (ending) => {
  test('a sound report passes all its relations', () => {
    const { ok, diagnostics, counts } = run(report(), ending);
    expect(diagnostics).toEqual([]);
    expect(ok).toBe(true);
    expect(counts).toMatchObject({
      reports: 1,
      cells: 33,
      // Two of table two, two for each of four rows and one for each of five columns of table three, two of table four.
      checks: { pass: 2 + 8 + 5 + 2, fail: 0, unknown: 0 },
      // Five codes of sums, and ED-YEAR.
      rules: 6,
    });
  });

  test.each([
    ['output.rules.2', 'output.rules.now', 4, 'X2-STOCK', 3, 4],
    ['output.notices.1', 'output.notices.now', 3, 'X2-STOCK', 3, 4],
    ['disputes.second.1', 'disputes.second.sum', 0, 'X4-SUM', 0, 1],
  ] as const)('%s changed breaks %s', (path, cell, value, code, left, right) => {
    const data = report();
    put(data, path, value);
    const { diagnostics, written } = run(data, ending);
    expect(diagnostics).toHaveLength(1);
    const at = written.value(form.cellAt.get(cell)!.path.join('.'));
    expect(diagnostics[0]).toMatchObject({
      code,
      cell,
      left,
      right,
      place: { line: at.line, column: at.column },
    });
  });

  test('one cell of table three breaks its three relations', () => {
    const data = report();
    put(data, 'requests.answered.moved.2', 5);
    const { diagnostics } = run(data, ending);
    expect(diagnostics.map(({ code, cell, left, right }) => [code, cell, left, right])).toEqual([
      ['X3-UNITS', 'requests.answered.moved.units', 5, 1],
      ['X3-FLOW', 'requests.waiting.abroad', 2, 6],
    ]);
  });
});

test('faults of cells carry the codes of the edition', () => {
  const data = report();
  put(data, 'output.income', raw('1.5元'));
  put(data, 'requests.received.0', -1);
  put(data, 'disputes.first.0', raw('~'));
  expect(run(data).diagnostics.map(({ code, cellName }) => [code, cellName])).toEqual([
    ['X2-NUMBER', '表二 · 收费 · 金额'],
    ['X3-NUMBER', '表三 · 收到 · 个人'],
    ['X4-EMPTY', '表四 · 一审 · 维持'],
  ]);
});

test('the edition is due from its year on, and not before', () => {
  const before = check({ [reportPath(2030, 'yaml')]: write(report(), 'yaml').text }, forms);
  expect(before.diagnostics.map(({ code }) => code)).toEqual(['ED-YEAR']);
  const later = check({ [reportPath(2040, 'yaml')]: write(report(), 'yaml').text }, forms);
  expect(later.diagnostics).toEqual([]);
  const old = check({ [reportPath(2031, 'yaml')]: write({ ...report(), form: 2021 }, 'yaml').text }, forms);
  expect(old.diagnostics.map(({ code }) => code)).toEqual(['ED-YEAR']);
});

test('its schema file has a place in the data folder', () => {
  const files = { 'data/schema/report-2031.json': '{}' };
  expect(check(files, forms).diagnostics).toEqual([]);
  expect(check(files).diagnostics.map(({ code }) => code)).toEqual(['FILE-UNCLAIMED']);
});

describe.each(forms)('the scaffold of $id', (each) => {
  const years = { 2019: 2020, 2021: 2023, 2031: 2031 } as Record<number, number>;
  const path = reportPath(years[each.id]!, 'yaml');
  const empty = scaffold(each);

  test('says of each blank that it is blank', () => {
    const { diagnostics, counts } = check({ [path]: empty }, forms);
    const texts = each.sections.filter(({ table }) => !table).length;
    // The date, the opening and the text sections; a number that is not there yet is 空.
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(2 + texts).fill('DATA-EMPTY-TEXT'));
    expect(counts.checks).toEqual({ pass: 0, fail: 0, unknown: each.equations.length });
  });

  test('is a valid report once its blanks are filled', () => {
    const filled = empty
      .replace('published: #', 'published: 2024-01-15 #')
      .replaceAll(/\|( #.*)?\n {2}\n/g, '|$1\n  写好的文字。\n')
      .replaceAll('空', '0');
    const { diagnostics, counts } = check({ [path]: filled }, forms);
    expect(diagnostics).toEqual([]);
    expect(counts.checks).toEqual({ pass: each.equations.length, fail: 0, unknown: 0 });
  });

  test('names every row and column in the form’s own words', () => {
    for (const row of each.rows) {
      expect(empty).toMatch(new RegExp(`^ +${row.path.at(-1)}: .* # ${literally(row.label)}$`, 'm'));
      expect(empty).toContain(`# ${row.cells.map((cell) => cell.columnName).join(' ')}\n`);
    }
    for (const { heading } of each.sections) expect(empty).toContain(`\n# ${heading}\n`);
    expect(empty.startsWith(`# yaml-language-server: $schema=../../schema/report-${each.id}.json\n`)).toBe(
      true,
    );
  });
});

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
