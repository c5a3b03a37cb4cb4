import { expect, test } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import {
  compareDiagnostics,
  compareText,
  type Diagnostic,
  diagnose,
} from '../../src/diagnostics/diagnostic.ts';

test('texts are ordered by code unit, in every locale alike', () => {
  expect(['b', 'B', 'ä', 'a-b', 'a/b', '镇', '乡', 'a'].sort(compareText)).toEqual([
    'B',
    'a',
    'a-b',
    'a/b',
    'b',
    'ä',
    '乡',
    '镇',
  ]);
});

test('findings are ordered by file, line, column and code; equal ones keep their order', () => {
  const at = (file: string, line: number, column: number, code: string, message = ''): Diagnostic => ({
    code,
    severity: 'error',
    message,
    place: { file, line, column, endLine: line, endColumn: column },
  });
  const sorted = [
    { code: 'Z', severity: 'error', message: '' } as const,
    at('a.yaml', 2, 1, 'B'),
    at('a.yaml', 10, 2, 'A', '一'),
    at('a.yaml', 10, 2, 'A', '二'),
    at('a.yaml', 10, 2, 'B'),
    at('a.yaml', 10, 10, 'A'),
    at('b.yaml', 1, 1, 'A'),
  ];
  const shuffled = [5, 2, 6, 0, 3, 4, 1].map((i) => sorted[i]!);
  expect(shuffled.sort(compareDiagnostics)).toEqual(sorted);
});

test('a finding takes its words from the catalogue, and its code where it has one of its own', () => {
  const cell = '表三 · （七）总计 · 总计';
  const found = diagnose('BLANK', { cell }, { code: 'T3-BLANK', cell: 'applications.total.total' });
  expect(found).toEqual({
    code: 'T3-BLANK',
    severity: 'error',
    message: `${cell}：空着，没有数。`,
    cell: 'applications.total.total',
    hint: '没有就写 0；照录的报告原来就是空白的，写 空。',
  });
  expect(diagnose('FILE-MISSING', { file: 'x', why: '要用它' })).not.toHaveProperty('hint');
});

test('every entry of the catalogue has a Chinese title', () => {
  for (const [code, { title }] of Object.entries(catalogue)) {
    expect(title, code).toMatch(/[\u4e00-\u9fff]/);
    expect(code).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*$/);
  }
});
