import { describe, expect, test } from 'vitest';
import { checkReport } from '../helpers/memory.ts';
import type { EditionId } from '../helpers/official-form.ts';
import { put, raw, reportData } from '../helpers/report-data.ts';
import { endings, layouts, type Mark, write } from '../helpers/written.ts';

/** One cell of every kind: where it stands, its official name, its codes, and what is lawful there alone. */
const kinds = [
  {
    kind: 'a count that stands alone in table two',
    edition: 2021,
    path: 'disclosure.licensing',
    cell: 'disclosure.licensing',
    name: '表二 · 行政许可 · 本年处理决定数量',
    codes: { number: 'T2-INT', blank: 'T2-BLANK' },
  },
  {
    kind: 'an amount that stands alone in table two',
    edition: 2021,
    path: 'disclosure.fees',
    cell: 'disclosure.fees',
    name: '表二 · 行政事业性收费 · 本年收费金额（单位：万元）',
    codes: { number: 'T2-INT', blank: 'T2-BLANK' },
    lawful: ['1.5', '1.0'],
  },
  {
    kind: 'a count in a row of table two',
    edition: 2021,
    path: 'disclosure.regulations.1',
    cell: 'disclosure.regulations.repealed',
    name: '表二 · 规章 · 本年废止件数',
    codes: { number: 'T2-INT', blank: 'T2-BLANK' },
  },
  {
    kind: 'a cell of table three',
    edition: 2021,
    path: 'applications.denied.securityStability.3',
    cell: 'applications.denied.securityStability.welfare',
    name: '表三 · （三）不予公开 3.危及“三安全一稳定” · 社会公益组织',
    codes: { number: 'T3-NONNEG-INT', blank: 'T3-BLANK' },
  },
  {
    kind: 'a cell of table four',
    edition: 2021,
    path: 'challenges.litigationDirect.4',
    cell: 'challenges.litigationDirect.total',
    name: '表四 · 行政诉讼 未经复议直接起诉 · 总计',
    codes: { number: 'T4-NONNEG-INT', blank: 'T4-BLANK' },
  },
  {
    kind: 'a change of the 2019 edition',
    edition: 2019,
    path: 'disclosure.licensing.1',
    cell: 'disclosure.licensing.change',
    name: '表二 · 行政许可 · 本年增/减',
    codes: { number: 'T2-INT', blank: 'T2-BLANK' },
    lawful: ['-1'],
  },
  {
    kind: 'an amount of the 2019 edition',
    edition: 2019,
    path: 'disclosure.procurement.1',
    cell: 'disclosure.procurement.amount',
    name: '表二 · 政府集中采购 · 采购总金额',
    codes: { number: 'T2-INT', blank: 'T2-BLANK' },
    lawful: ['1.5', '1.0'],
  },
] as const;

const years: Record<EditionId, number> = { 2019: 2020, 2021: 2023 };

/** Writings that are no number in either format, in every kind of cell. */
const notNumbers = [
  '１２',
  '007',
  '-007',
  '00',
  '1e3',
  '1E3',
  '1e-7',
  '1e21',
  '1,234',
  '1.5',
  '-1',
  '十二',
  '/',
  '-',
  '—',
  '——',
  '－',
  '无',
  '"12"',
  "'12'",
  '"1.5"',
  '"-1"',
  '"0"',
  '" 12"',
  '12件',
  '１２件',
  '251000元',
  '25.1万元',
  '22（其中修订16件）',
  '22(其中修订16件)',
  '+5',
  '1.0',
  '.5',
  '5.',
  '-0',
  '−1',
  '1_000',
  '0x10',
  '0b1',
  '0o17',
  'true',
  'false',
  'yes',
  '2023-01-01',
  '2023年',
  '１，２３４',
  '1，234',
  '1 234',
  "1'234",
  '12 13',
  '12,5',
  '9007199254740993',
  '1000000000000',
  '9'.repeat(400),
  '0.1234567',
  '1e400',
  '[1]',
  '[]',
  '{a: 1}',
  '{"a": 1}',
  'NaN',
  '.nan',
  '.inf',
  '-.inf',
  'Infinity',
  '-Infinity',
  '12%',
  '约12',
  '12+3',
  '=1+1',
  '12？',
  '……',
  '0\u200b',
  '\u00a012',
  '12"',
  '"12',
  '@1',
  '`1`',
  '*',
  '&a',
  '!',
  '%',
  '?',
  'constructor',
  '空白',
];

/** Writings of nothing. */
const blanks = ['', 'null', '~', '""', "''", '"　"'];

describe.each(kinds)('$kind', ({ edition, path, cell, name, codes, ...more }) => {
  const lawful: readonly string[] = 'lawful' in more ? more.lawful : [];

  describe.each(endings)('in %s', (ending) => {
    test.each(notNumbers.filter((token) => !lawful.includes(token)))('%j is no number', (token) => {
      for (const layout of layouts) {
        const { diagnostics, mark } = tryToken(edition, path, token, ending, layout);
        expect(diagnostics.map(shown)).toEqual([
          { code: codes.number, cell, cellName: name, severity: 'error', ...placed(mark) },
        ]);
      }
    });

    test.each(blanks)('%j is blank', (token) => {
      const { diagnostics, mark, key } = tryToken(edition, path, token, ending, 'rows');
      // In YAML a value that is not there has no place; the name it is missing after has.
      const place = ending === 'yaml' && token === '' && key ? key : mark;
      expect(diagnostics.map(shown)).toEqual([
        { code: codes.blank, cell, cellName: name, severity: 'error', ...placed(place) },
      ]);
    });

    test.each([...lawful, '0', '12', '999999999999', '空', '不适用', '未报', '看不清'])(
      '%j is lawful',
      (token) => {
        const written = ending === 'json' && /^[\u4e00-\u9fff]/.test(token) ? `"${token}"` : token;
        const { diagnostics } = tryToken(edition, path, written, ending, 'rows');
        expect(diagnostics.filter(({ code }) => !/SUM/.test(code))).toEqual([]);
      },
    );
  });
});

function tryToken(
  edition: EditionId,
  path: string,
  token: string,
  ending: (typeof endings)[number],
  layout: (typeof layouts)[number],
) {
  const data = reportData(edition);
  put(data, path, raw(token));
  const written = write(data, ending, layout);
  const alone = !/\.\d+$/.test(path);
  const { diagnostics } = checkReport(years[edition], ending, written.text);
  return { diagnostics, mark: written.value(path), key: alone ? written.key(path) : undefined };
}

function shown({
  code,
  severity,
  cell,
  cellName,
  place,
}: ReturnType<typeof tryToken>['diagnostics'][number]) {
  return { code, severity, cell, cellName, ...(place && placed(place)) };
}

function placed({ line, column, endColumn }: Mark): Mark {
  return { line, column, endColumn };
}
