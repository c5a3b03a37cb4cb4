import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { json } from '../../src/diagnostics/reporters/json.ts';
import { toResult } from '../../src/diagnostics/result.ts';
import { check, type Files, reportPath } from '../helpers/memory.ts';
import { put, reportData } from '../helpers/report-data.ts';
import { write } from '../helpers/written.ts';

const context = { color: false, text: () => undefined };

function printed(files: Files): unknown {
  return JSON.parse(json(check(files), context));
}

test('a failed sum has every key of the agreed form, in its order, and no other', () => {
  const data = reportData(2021);
  put(data, 'challenges.review', [2, 1, 0, 0, 4]);
  const file = reportPath(2023, 'yaml');
  const text = json(check({ [file]: write(data, 'yaml').text }), context);
  const addend = (message: string, column: number, cell: string) => ({
    message,
    file,
    line: 42,
    column,
    cell,
  });
  const edit = (column: string, name: string, at: number, from: string, to: string) => ({
    file,
    line: 42,
    column: at,
    endLine: 42,
    endColumn: at + 1,
    cell: `challenges.review.${column}`,
    cellName: `表四 · 行政复议 · ${name}`,
    from,
    to,
  });
  const other = (...about: Parameters<typeof edit>) => {
    const { cellName, from, to } = edit(...about);
    return {
      title: `把“${cellName}”由 ${from} 改为 ${to}`,
      kind: 'digitChanged',
      edits: [edit(...about)],
    };
  };
  const expected = {
    version: 1,
    ok: false,
    counts: {
      files: 3,
      organs: 1,
      reports: 1,
      cells: 200,
      checks: { pass: 41, fail: 1, unknown: 0 },
      // The edition of the one report, besides its sums.
      verdicts: { pass: 42, fail: 1, unknown: 0, notApplicable: 0, waived: 0 },
      rules: 7,
      errors: 1,
      warnings: 0,
      infos: 0,
    },
    diagnostics: [
      {
        code: 'T4-REVIEW-SUM',
        severity: 'error',
        message: '表四 · 行政复议 · 总计：各种结果相加是 3，总计是 4，相差 1。',
        file,
        line: 42,
        column: 24,
        endLine: 42,
        endColumn: 25,
        organ: 'zhen',
        year: 2023,
        cell: 'challenges.review.total',
        cellName: '表四 · 行政复议 · 总计',
        left: 3,
        right: 4,
        related: [
          addend('各种结果相加：结果维持 2', 12, 'challenges.review.upheld'),
          addend('各种结果相加：结果纠正 1', 15, 'challenges.review.corrected'),
          addend('各种结果相加：其他结果 0', 18, 'challenges.review.other'),
          addend('各种结果相加：尚未审结 0', 21, 'challenges.review.pending'),
          addend('总计：总计 4', 24, 'challenges.review.total'),
        ],
        hint: '只改 1 格就全部成立的改法有 5 种：“表四 · 行政复议”一行的总计由 4 改为 3，或结果维持由 2 改为 3，或结果纠正由 1 改为 2，或其他结果由 0 改为 1，或尚未审结由 0 改为 1。勾稽关系定不出是哪一种，对照原始登记，只按其中一种改。',
        fix: {
          title: '把“表四 · 行政复议 · 总计”由 4 改为 3（像是总计没有跟着改）',
          kind: 'totalStale',
          unique: false,
          complete: true,
          edits: [edit('total', '总计', 24, '4', '3')],
          alternatives: [
            other('upheld', '结果维持', 12, '2', '3'),
            other('corrected', '结果纠正', 15, '1', '2'),
            other('other', '其他结果', 18, '0', '1'),
            other('pending', '尚未审结', 21, '0', '1'),
          ],
        },
      },
    ],
  };
  // As text: the order of the keys is part of the agreement with people who read it.
  expect(text).toBe(`${JSON.stringify(expected, null, 2)}\n`);
});

test('keys that do not apply are absent', () => {
  expect(printed({ 'data/readme.md': '' })).toMatchObject({
    diagnostics: [
      {
        code: 'FILE-UNCLAIMED',
        severity: 'error',
        message: expect.any(String),
        file: 'data/readme.md',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
        hint: expect.any(String),
      },
    ],
  });
  const [diagnostic] = (printed({ 'data/readme.md': '' }) as { diagnostics: object[] }).diagnostics;
  expect(Object.keys(diagnostic!)).toEqual([
    'code',
    'severity',
    'message',
    'file',
    'line',
    'column',
    'endLine',
    'endColumn',
    'hint',
  ]);
});

test('a sound folder is ok, with nothing to tell', () => {
  expect(printed({})).toMatchObject({ version: 1, ok: true, diagnostics: [] });
});

test('warnings and notes leave it ok, and are counted', () => {
  const finding = (severity: Diagnostic['severity']): Diagnostic => ({ code: 'X', severity, message: '…' });
  const { counts } = check({});
  const result = toResult(counts, [finding('warning'), finding('info'), finding('warning')]);
  expect(JSON.parse(json(result, context))).toMatchObject({
    ok: true,
    counts: { errors: 0, warnings: 2, infos: 1 },
  });
});

test('a place of no file, and a related note without one', () => {
  const { counts } = check({});
  const diagnostic: Diagnostic = {
    code: 'X',
    severity: 'error',
    message: '错',
    related: [{ message: '另一处' }],
  };
  const output = JSON.parse(json(toResult(counts, [diagnostic]), context)) as { diagnostics: unknown[] };
  expect(output.diagnostics).toEqual([
    { code: 'X', severity: 'error', message: '错', related: [{ message: '另一处' }] },
  ]);
});
