import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { github } from '../../src/diagnostics/reporters/github.ts';
import { toResult } from '../../src/diagnostics/result.ts';
import { check } from '../helpers/memory.ts';

const { counts } = check({});

function printed(...diagnostics: Diagnostic[]): string {
  return github(toResult(counts, diagnostics), { color: false, text: () => undefined });
}

const place = { file: 'data/organs/zhen/2023.yaml', line: 12, column: 3, endLine: 12, endColumn: 9 };

test('one line for each finding, the hint in a second line of its message', () => {
  const message = '表四 · 行政复议 · 总计：各种结果相加是 3，总计是 4，相差 1。';
  expect(printed({ code: 'T4-REVIEW-SUM', severity: 'error', message, place, hint: '核对下列各格。' })).toBe(
    `::error file=data/organs/zhen/2023.yaml,line=12,col=3,endLine=12,endColumn=9,title=T4-REVIEW-SUM::${message}%0A核对下列各格。\n`,
  );
});

test('warnings and notes have commands of their own; a finding without a place has none', () => {
  expect(
    printed(
      { code: 'A', severity: 'warning', message: '提示' },
      { code: 'B', severity: 'info', message: '说明' },
    ),
  ).toBe('::warning title=A::提示\n::notice title=B::说明\n');
});

test('escapes % and line ends in the message', () => {
  expect(printed({ code: 'A', severity: 'error', message: '33.9%\r\n::error::不\n是 %0A' })).toBe(
    '::error title=A::33.9%25%0D%0A::error::不%0A是 %250A\n',
  );
});

test('escapes % line ends : and , in the properties', () => {
  const file = 'data/100%,a:b\r\n.yaml';
  expect(printed({ code: 'A:B,C', severity: 'error', message: 'x,y: z', place: { ...place, file } })).toBe(
    '::error file=data/100%25%2Ca%3Ab%0D%0A.yaml,line=12,col=3,endLine=12,endColumn=9,title=A%3AB%2CC::x,y: z\n',
  );
});

test('nothing found is nothing printed', () => {
  expect(printed()).toBe('');
});
