import { describe, expect, test } from 'vitest';
import { forms } from '../../src/forms/index.ts';
import { loadData } from '../../src/reports/load.ts';
import { figures, figuresReport } from '../helpers/figures.ts';
import { base, checkReport, memory, reportPath } from '../helpers/memory.ts';
import type { EditionId } from '../helpers/official-form.ts';
import { officialCells } from '../helpers/official-form.ts';
import { allRelations } from '../helpers/relations.ts';
import { get, put, type ReportData, reportData } from '../helpers/report-data.ts';
import { endings, write } from '../helpers/written.ts';

/** Figures of reports that were really published, and what is known of them. */

describe.each(endings)('in %s', (ending) => {
  test.each([
    ['sikeshu-2023', { pass: 42, fail: 0, unknown: 0 }],
    ['suqian-2023', { pass: 42, fail: 0, unknown: 0 }],
    ['suqian-2024', { pass: 42, fail: 0, unknown: 0 }],
    // Blanks leave all row sums, all result sums, five balances and all of table four undecided.
    ['shanghai-office-2019', { pass: 2, fail: 0, unknown: 38 }],
  ])('no sum is broken in %s', (name, checks) => {
    const { year, ...rest } = figures(name);
    const { diagnostics, counts } = checkReport(
      year,
      ending,
      write(figuresReport({ year, ...rest }), ending).text,
    );
    expect(diagnostics).toEqual([]);
    expect(counts.checks).toEqual(checks);
  });
});

test.each(['sikeshu-2023', 'suqian-2023', 'suqian-2024', 'shanghai-office-2019'])(
  'every number of %s arrives in its cell',
  (name) => {
    const set = figures(name);
    const edition = Number(set.edition) as EditionId;
    const data = figuresReport(set);
    const path = reportPath(set.year, 'yaml');
    const { value } = loadData(memory({ ...base, [path]: write(data, 'yaml').text }), forms);
    const [report] = value.reports;
    expect(report!.values).toEqual(officialCells(edition).map((cell) => get(data, cell.path)));
  },
);

describe('上海市人民政府办公厅 2019', () => {
  const set = figures('shanghai-office-2019');
  const data = figuresReport(set);
  const blank = (address: string) => get(data, address) === '空';

  test('money is in 万元', () => {
    expect(data['disclosure']).toMatchObject({ procurement: [6, 25.1] });
  });

  test('blank cells stay blank, and are not 0', () => {
    const nulls = [set.table3, set.table4].flatMap((table) =>
      Object.values(table).flatMap((row) => Object.values(row).filter((number) => number === null)),
    );
    const { value } = loadData(
      memory({ ...base, [reportPath(2019, 'yaml')]: write(data, 'yaml').text }),
      forms,
    );
    const values = value.reports[0]!.values;
    expect(values.filter((each) => each === '空')).toHaveLength(nulls.length);
    expect(nulls).toHaveLength(135);
  });

  test('eleven rows have numbers and no total', () => {
    const rows = Object.values(set.table3).filter(
      ({ total, ...others }) => total === null && Object.values(others).some((number) => number !== null),
    );
    expect(rows).toHaveLength(11);
  });

  test('a relation is undecided where one of its cells is blank, and only there', () => {
    const relations = allRelations(2019);
    const undecided = relations.filter(({ left, right }) =>
      [...left, ...right].some(([row, place]) => blank(`${row}.${place}`)),
    );
    expect(relations).toHaveLength(40);
    expect(undecided).toHaveLength(38);
    expect(
      relations.filter((relation) => !undecided.includes(relation)).map(({ code, at }) => [code, ...at]),
    ).toEqual([
      ['T3-BALANCE', 'applications.carriedForward', 0],
      ['T3-BALANCE', 'applications.carriedForward', 6],
    ]);
  });
});

describe('totals of table four that were left at 0', () => {
  function table4(rows: Record<string, number[]>): ReportData {
    const data = reportData(2021);
    for (const [row, numbers] of Object.entries(rows)) put(data, `challenges.${row}`, numbers);
    return data;
  }

  test.each([
    [
      '洪泽 2023',
      { review: [10, 1, 0, 0, 0], litigationAfterReview: [5, 0, 0, 0, 0] },
      [
        ['T4-REVIEW-SUM', 'challenges.review.total', 11, 0],
        ['T4-AFTER-SUM', 'challenges.litigationAfterReview.total', 5, 0],
      ],
    ],
    [
      '金湖 2023',
      { litigationDirect: [2, 0, 1, 0, 0] },
      [['T4-DIRECT-SUM', 'challenges.litigationDirect.total', 3, 0]],
    ],
  ] as const)('%s', (_, rows, broken) => {
    const { diagnostics } = checkReport(2023, 'yaml', write(table4(rows as never), 'yaml').text);
    expect(diagnostics.map(({ code, cell, left, right }) => [code, cell, left, right])).toEqual(broken);
  });
});
