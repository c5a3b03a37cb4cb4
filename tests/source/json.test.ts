import { describe, expect, test } from 'vitest';
import { checkReport } from '../helpers/memory.ts';
import { put, raw, reportData } from '../helpers/report-data.ts';
import { shown } from '../helpers/shown.ts';
import { layouts, write } from '../helpers/written.ts';

/** The report as written, with a piece of it replaced. */
function withPiece(piece: string | RegExp, replacement: string): string {
  const { text } = write({ organ: '某镇', ...reportData(2021), notes: { applications: '注' } }, 'json');
  const changed = text.replace(piece, replacement);
  if (changed === text) throw new Error(`${piece} is not in the report`);
  return changed;
}

test('the report these faults are put into is sound', () => {
  expect(checkReport(2023, 'json', withPiece('"注"', '"说明"')).diagnostics).toEqual([]);
});

describe('faults of the writing are told once each, at the place to mend', () => {
  test.each<[string, string | RegExp, string, string[], RegExp]>([
    ['a missing comma', '"某镇",', '"某镇"', ['SRC-SYNTAX 3:3-9'], /逗号/],
    ['a comma behind the last item', '"注"\n', '"注",\n', ['SRC-SYNTAX 56:24-25'], /多了逗号/],
    ['a comment', '"organ"', '// 注释\n  "organ"', ['SRC-SYNTAX 2:3-8'], /注释/],
    ['a comment in the line', '"某镇"', '/* 注释 */ "某镇"', ['SRC-SYNTAX 2:12-20'], /注释/],
    ['single quotes', '"某镇"', "'某镇'", ['SRC-SYNTAX 2:12-16'], /读不懂/],
    ['a name without quotes', '"organ"', 'organ', ['SRC-SYNTAX 2:3-8'], /读不懂/],
    ['full-width quotes', '"某镇"', '“某镇”', ['SRC-SYNTAX 2:12-16'], /全角/],
    ['a full-width colon', '"organ":', '"organ"：', ['SRC-SYNTAX 2:10-11'], /全角/],
    ['a full-width comma', '"某镇",', '"某镇"，', ['SRC-SYNTAX 2:16-17'], /全角/],
    ['a missing colon', '"organ":', '"organ"', ['SRC-SYNTAX 2:11-15'], /冒号/],
    ['a missing value', '"某镇"', '', ['SRC-SYNTAX 2:12-13'], /内容/],
    ['an unclosed quote', '"某镇",', '"某镇,', ['SRC-SYNTAX 2:12-16'], /引号/],
    ['a newline in quotes', '"某镇"', '"某\n镇"', ['SRC-SYNTAX 2:12-14'], /引号/],
    ['a tab in quotes', '平稳', '\t平稳', ['SRC-SYNTAX 4:15-145'], /制表符/],
    ['a backslash', '平稳', '\\平稳', ['SRC-SYNTAX 4:15-145'], /反斜线/],
    ['a word of another language', '"某镇"', 'None', ['SRC-SYNTAX 2:12-16'], /读不懂/],
    ['a curly bracket not closed', /\}\n\}\n$/, '}\n', ['SRC-SYNTAX 58:1'], /大括号没有收尾/],
    ['a curly bracket too many', /\}\n$/, '}\n}\n', ['SRC-SYNTAX 59:1-2'], /之后还有/],
    ['two objects', /\}\n$/, '}\n{}\n', ['SRC-SYNTAX 59:1-2'], /之后还有/],
  ])('%s', (_, piece, replacement, found, words) => {
    for (const newline of ['\n', '\r\n']) {
      const text = withPiece(piece, replacement).replaceAll('\n', newline);
      const { diagnostics } = checkReport(2023, 'json', text);
      expect(diagnostics.map(shown)).toEqual(found);
      expect(diagnostics[0]!.message).toMatch(words);
      expect(diagnostics[0]!.hint ?? '').not.toBe('');
    }
  });
});

describe('a broken row does not hide the rest of its report', () => {
  test.each<[string, string, string[]]>([
    ['a bracket that is not closed', '[0, 0, 0', ['SRC-SYNTAX 5:20-28']],
    ['a bracket that is closed twice', '[0, 0, 0]]', ['SRC-SYNTAX 5:29-30']],
    ['a comma too many', '[0, 0, 0, ]', ['SRC-SYNTAX 5:28-29']],
    ['a comment', '[0, 0 /* 0 */, 0]', ['T2-INT 5:24-33']],
    ['a bad number and no bracket', '[0, １２, 0', ['SRC-SYNTAX 5:20-29', 'T2-INT 5:24-26']],
  ])('%s', (_, row, found) => {
    const data = reportData(2021);
    put(data, 'disclosure.regulations', raw(row));
    put(data, 'challenges.review.4', 1);
    const { diagnostics } = checkReport(2023, 'json', write(data, 'json').text);
    expect(diagnostics.map(shown)).toEqual([...found, 'T4-REVIEW-SUM 48:28-29']);
    expect(diagnostics[0]).toMatchObject({ organ: 'zhen', year: 2023 });
  });

  test('nor does a comma behind the last item', () => {
    const data = reportData(2021);
    put(data, 'challenges.review.4', 1);
    const text = write(data, 'json').text.replace(/\n\}\s*$/, ',\n}\n');
    const { diagnostics } = checkReport(2023, 'json', text);
    expect(diagnostics.map(({ code }) => code)).toEqual(['T4-REVIEW-SUM', 'SRC-SYNTAX']);
  });

  test.each(layouts)('several broken rows, %s', (layout) => {
    const data = reportData(2021);
    const bad = [
      ['disclosure.licensing', '1,234', 'T2-INT'],
      ['disclosure.fees', '２.５', 'T2-INT'],
      ['applications.newReceived.0', '十二', 'T3-NONNEG-INT'],
      ['applications.denied.thirdParty.6', '"3', 'T3-NONNEG-INT'],
      ['applications.carriedForward.6', '', 'T3-BLANK'],
      ['challenges.review.2', '[', 'T4-NONNEG-INT'],
    ] as const;
    for (const [path, token] of bad) put(data, path, raw(token));
    const written = write(data, 'json', layout);
    const { diagnostics } = checkReport(2023, 'json', written.text);
    expect(diagnostics.map(({ code }) => code)).toEqual(bad.map(([, , code]) => code));
    expect(diagnostics.map(({ place }) => place!.line).slice(0, 4)).toEqual(
      bad.map(([path]) => written.value(path).line).slice(0, 4),
    );
  });
});

test.each(['\t平稳', '\\平稳'])('%j in a text hides nothing', (text) => {
  const written = withPiece('平稳', text).replace('"注"', '""');
  const { diagnostics } = checkReport(2023, 'json', written);
  expect(diagnostics.map(({ code }) => code)).toEqual(['SRC-SYNTAX', 'DATA-EMPTY-TEXT']);
});

test('a report on one line is checked as any other', () => {
  const data = reportData(2021);
  put(data, 'applications.granted.0', raw('007'));
  put(data, 'challenges.review.0', 2);
  const text = write(data, 'json').text.replaceAll(/\n */g, '');
  const { diagnostics } = checkReport(2023, 'json', text);
  const column = text.indexOf('007') + 1;
  expect(diagnostics.map(shown)).toEqual([
    `T3-NONNEG-INT 1:${column}-${column + 3}`,
    expect.stringMatching(/^T4-REVIEW-SUM 1:/),
  ]);
});

test('names written twice are told at the second', () => {
  const { diagnostics } = checkReport(
    2023,
    'json',
    withPiece('"form": 2021', '"form": 2021,\n  "form": 2019'),
  );
  expect(diagnostics.map(shown)).toEqual(['SRC-DUPLICATE-KEY 4:3-9']);
  expect(diagnostics[0]!.related).toMatchObject([{ place: { line: 3, column: 3 } }]);
});

test.each(['', '\n', ' \r\n'])('%j is an empty file', (text) => {
  expect(checkReport(2023, 'json', text).diagnostics.map(shown)).toEqual(['SRC-EMPTY 1:1']);
});

test.each(['null', '[]', '"x"', '12'])('%s is no report', (text) => {
  expect(checkReport(2023, 'json', text).diagnostics.map(({ code }) => code)).toEqual(['DATA-TYPE']);
});

test('a byte order mark is passed over', () => {
  expect(checkReport(2023, 'json', `\ufeff${write(reportData(2021), 'json').text}`).diagnostics).toEqual([]);
});

test.each(['__proto__', 'constructor', 'toString'])('%s is a name as any other', (name) => {
  const text = withPiece('"organ": "某镇"', `"${name}": {"polluted": true}`);
  expect(checkReport(2023, 'json', text).diagnostics.map(shown)).toEqual([
    `DATA-UNKNOWN 2:3-${name.length + 5}`,
  ]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test.each<[string, string, string]>([
  ['brackets', '['.repeat(100_000), 'SRC-SYNTAX 1:101'],
  ['objects', '{"a":'.repeat(50_000), 'SRC-SYNTAX 1:501'],
  ['five megabytes', `"${'字'.repeat(5_000_000)}"`, 'SRC-SYNTAX 1:1'],
])('hostile %s end quickly, with one fault', (_, text, only) => {
  expect(checkReport(2023, 'json', text).diagnostics.map(shown)).toEqual([only]);
});
