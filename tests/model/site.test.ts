import { describe, expect, it } from 'vitest';
import { valueAt } from '../../src/check/cells.ts';
import { figure, keyFigures, reportsOf, type Site } from '../../src/model/site.ts';
import { existed, type Organ } from '../../src/reports/organ.ts';
import { dataOf, siteOf } from '../helpers/built.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';

const organ = (level: string, more = '') => `name: 某\nfullName: 某机关\nlevel: ${level}\n${more}`;
const zero = reportJson(2021);
const order = ['d', 'b', 'province', 'a', 'dept', 'county', 'street', 'c'];
const levels: Record<string, string> = {
  province: 'province',
  county: 'county',
  dept: 'department',
  street: 'subdistrict',
};
const files: Record<string, string> = Object.fromEntries([
  ['data/site.yaml', 'title: 年报\npublisher: 某办\n'],
  ...order.map((slug) => [
    `data/organs/${slug}/organ.yaml`,
    organ(levels[slug] ?? 'township', slug === 'province' ? '' : 'parent: province\n'),
  ]),
  ['data/organs/b/2023.json', zero],
  ['data/organs/b/2019.json', reportJson(2019)],
  ['data/organs/b/2021.json', zero],
  ['data/organs/a/2021.json', zero],
  ['data/organs/province/2024.json', zero],
]);
const site = siteOf(dataOf(files));
const entry = (slug: string) => site.organs.find((found) => found.organ.slug === slug)!;

describe('the model of a site', () => {
  it('has organs by level, the highest first, then by the name of their folder', () => {
    expect(site.organs.map((found) => found.organ.slug)).toEqual([
      'province',
      'county',
      'dept',
      'street',
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('has years with a report, the newest first', () => {
    expect(site.years).toEqual([2024, 2023, 2021, 2019]);
  });

  it('has the reports of an organ in their order, each with its neighbours', () => {
    const { reports } = entry('b');
    expect(reports.map(({ report }) => report.year)).toEqual([2019, 2021, 2023]);
    expect(reports.map(({ previous }) => previous?.report.year)).toEqual([undefined, 2019, 2021]);
    expect(reports.map(({ next }) => next?.report.year)).toEqual([2021, 2023, undefined]);
    for (const report of reports) expect(report.organ).toBe(entry('b'));
  });

  it('has each organ under the one it belongs to', () => {
    expect(entry('province').parent).toBeUndefined();
    expect(entry('a').parent).toBe(entry('province'));
  });

  it('finds the reports of a year in the order of the organs', () => {
    expect(reportsOf(site, 2021).map(({ report }) => report.organ)).toEqual(['a', 'b']);
    expect(reportsOf(site, 2020)).toEqual([]);
  });

  it('is the same in whatever order the files come', () => {
    const shuffled = Object.fromEntries(Object.entries(files).reverse());
    const plain = ({ catalogue, answers, ...rest }: Site) => ({
      ...rest,
      answers: rest.organs.flatMap(({ reports }) =>
        reports.map(({ report }) => catalogue.map(({ id }) => [id, answers.about(report, id)])),
      ),
    });
    expect(plain(siteOf(dataOf(shuffled)))).toEqual(plain(site));
  });
});

describe('the figures of a report', () => {
  const numbers: Record<string, number | string> = {
    'applications.newReceived.total': 31,
    'applications.newReceived.natural': 31,
    'applications.carriedForward.total': 31,
    'applications.carriedForward.natural': 31,
    'applications.carriedOver.total': '未报',
    'applications.total.total': '空',
    'challenges.review.total': 2,
    'challenges.review.other': 2,
  };
  const of = (edition: 2019 | 2021, year: number) =>
    siteOf(
      dataOf(
        oneOrgan({ [year]: reportJson(edition, (at) => numbers[at] ?? 0, { source: { published: true } }) }),
      ),
    ).organs[0]!.reports[0]!.report;

  it.each([
    [2019, 2020],
    [2021, 2023],
  ] as const)('are found in the %i edition', (edition, year) => {
    const report = of(edition, year);
    expect(keyFigures.map(({ key }) => figure(report, key))).toEqual([31, '未报', '空', 31, 2, 0, 0]);
    expect(valueAt(report, 'applications.newReceived.natural')).toBe(31);
    expect(valueAt(report, 'applications.newReceived.nobody')).toBeUndefined();
  });
});

describe('whether an organ existed in a year', () => {
  const years = (from?: number, to?: number) =>
    ({ years: { ...(from ? { from } : {}), ...(to ? { to } : {}) } }) as Organ;

  it.each([
    [years(), true, true, true],
    [{} as Organ, true, true, true],
    [years(2021), false, true, true],
    [years(undefined, 2021), true, true, false],
    [years(2021, 2021), false, true, false],
  ])('%j', (found, before, then, after) => {
    expect([2020, 2021, 2022].map((year) => existed(found, year))).toEqual([before, then, after]);
  });
});
