import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/model/site.ts';
import { makeChrome } from '../../src/pages/page.ts';
import { citationText } from '../../src/pages/report/about.ts';
import { versionsOf } from '../../src/pages/report/versions.ts';
import report from '../../src/pages/report.ts';
import { checkState } from '../../src/pages/sentence.ts';
import { dataOf, siteOf } from '../helpers/built.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';

const siteWith = (json: string, more: Parameters<typeof oneOrgan>[1] = {}): Site =>
  siteOf(dataOf(oneOrgan({ 2021: json }, more)));
const only = (site: Site) => site.organs[0]!.reports[0]!;
const views = (site: Site) => new Map([...report.build(site)].map(({ path, view }) => [path, view]));
const current = (site: Site) => views(site).get('organs/zhen/2021.html')!;

describe('earlier states of a corrected report', () => {
  const correction = (cell: string, old: number, now: number, date: string) => ({
    cell,
    old,
    new: now,
    date,
    reason: `${old}误写。`,
  });
  const [natural, total] = ['applications.newReceived.natural', 'applications.newReceived.total'];
  const numbers: Record<string, number> = {
    [natural!]: 4,
    [total!]: 4,
    'applications.granted.natural': 4,
    'applications.granted.total': 4,
    'applications.total.natural': 4,
    'applications.total.total': 4,
  };
  const site = siteWith(
    reportJson(2021, (address) => numbers[address] ?? 0, {
      corrections: [
        correction(total!, 2, 4, '2022-06-01'),
        correction(total!, 1, 2, '2022-03-01'),
        correction(natural!, 3, 4, '2022-06-01'),
      ],
    }),
    { site: 'baseUrl: https://example.cn/nb/\n' },
  );
  const versions = versionsOf(only(site));
  const valueAt = (
    state: {
      report: { form: { cellAt: ReadonlyMap<string, { index: number }> }; values: readonly unknown[] };
    },
    address: string,
  ) => state.report.values[state.report.form.cellAt.get(address)!.index];

  it('are one for each day, with all later corrections undone', () => {
    expect(versions.map(({ until, file }) => [until, file])).toEqual([
      ['2022-03-01', '2021-before-2022-03-01.html'],
      ['2022-06-01', '2021-before-2022-06-01.html'],
    ]);
    expect(versions.map(({ entry }) => [valueAt(entry, natural!), valueAt(entry, total!)])).toEqual([
      [3, 1],
      [3, 2],
    ]);
    expect(valueAt(only(site), total!)).toBe(4);
  });

  it('are summed again, and tell only of the corrections made before', () => {
    const failed = versions.map(({ entry }) => checkState(entry.report).text);
    expect(failed).toEqual(['39条相符，3条不相符', '39条相符，3条不相符']);
    expect(versions.map(({ entry }) => entry.report.corrections?.map(({ old }) => old))).toEqual([[], [1]]);
  });

  it('have pages that point to the current one, and are kept out of search', () => {
    const view = views(site).get('organs/zhen/2021-before-2022-03-01.html')!;
    expect(view.superseded).toEqual({
      until: '2022年3月1日',
      current: { label: '看更正后的报告', href: '2021.html' },
    });
    expect(view.chrome.canonical).toBe('https://example.cn/nb/organs/zhen/2021.html');
    expect(view.chrome.meta).toContainEqual({ name: 'robots', content: 'noindex' });
    expect(view.states[0]).toMatchObject({ kind: 'fail', sign: '✗', text: '39条相符，3条不相符' });
    expect([view.downloads, view.cells]).toEqual([[], undefined]);
    expect(current(site).chrome.meta.map(({ name }) => name)).not.toContain('robots');
  });

  it('are listed on the current page, each correction with the state before it', () => {
    const view = current(site);
    expect(view.versions.map(({ href }) => href)).toEqual(versions.map(({ file }) => file));
    const told = view.sections.find(({ id }) => id === 'applications')!.remarks;
    expect(told.map(({ change, earlier }) => [change?.old, change?.now, earlier?.href])).toEqual([
      ['1件', '2件', '2021-before-2022-03-01.html'],
      ['2件', '4件', '2021-before-2022-06-01.html'],
      ['3件', '4件', '2021-before-2022-06-01.html'],
    ]);
    expect(view.states.map(({ text, href }) => [text, href])).toContainEqual(['更正3处', '#correction-1']);
  });
});

describe('the checked sums', () => {
  it('of nothing but zeros stand together, the others with their numbers; none is lost', () => {
    const one = (address: string) =>
      /^applications\.(newReceived|carriedForward)\.(business|total)$/.test(address) ? 5 : 0;
    const { relations, summary, open } = current(siteWith(reportJson(2021, one))).checks;
    expect([summary, open]).toEqual(['勾稽42条全部相符（共42条）', false]);
    expect(relations.map(({ items, zeros }) => [items.length, zeros.length])).toEqual([
      [2, 23],
      [0, 7],
      [2, 5],
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(relations[0]!.items[0]).toEqual({
      about: '表三 · 一、本年新收政府信息公开申请数量',
      href: '#applications.newReceived.total',
      kind: 'pass',
      outcome: '✓ 相符',
      equation: '5 = 5',
    });
    expect(relations[2]!.zeros[0]).toEqual({ label: '自然人', href: '#applications.carriedForward.natural' });
    expect(relations[0]!.href).toBe('../../rules/t3-row-sum.html');
  });
});

describe('the citation', () => {
  it('has date and address where there are any', () => {
    const entry = only(siteWith(reportJson(2021, undefined, { published: '2022-01-05' })));
    expect(citationText(entry, 'https://example.cn/a.html')).toBe(
      '某县某镇人民政府. 某县某镇人民政府2021年政府信息公开工作年度报告[R/OL]. (2022-01-05). https://example.cn/a.html.',
    );
    expect(citationText(only(siteWith(reportJson(2021))), undefined)).toBe(
      '某县某镇人民政府. 某县某镇人民政府2021年政府信息公开工作年度报告[R]. (2021年度).',
    );
  });
});

describe('the index block', () => {
  const names = (json: string) => current(siteWith(json)).index.map(({ name }) => name);

  it('leaves out what is not known', () => {
    expect(names(reportJson(2021))).not.toContain('索引号');
    expect(names(reportJson(2021))).not.toContain('公布日期');
    const json = reportJson(2021, undefined, { published: '2022-01-05', indexNumber: 'K1/2022-7' });
    expect(current(siteWith(json)).index[0]).toEqual({ name: '索引号', value: 'K1/2022-7' });
    expect(names(json)).toContain('公布日期');
  });
});

describe('the meta tags', () => {
  const tags = (site: Site, article?: { source: string; published?: string }) =>
    Object.fromEntries(
      makeChrome(site, {
        path: 'x.html',
        title: '题',
        description: '述',
        ...(article ? { article } : {}),
      }).meta.map(({ name, content }) => [name, content]),
    );

  it('come from the settings, with words of their own where nothing is set', () => {
    expect(tags(siteWith(reportJson(2021)))).toEqual({
      SiteName: '年报',
      ColumnName: '政府信息公开年报',
      ColumnDescription: '年报的政府信息公开年报栏目',
      ColumnKeywords: '政府信息公开,政府信息公开年报',
      ColumnType: '信息公开',
    });
    const more = `baseUrl: https://www.example.cn:8080/nb/
meta:
  siteName: 某县门户
  siteIdCode: 3200000001
  columnName: 年报
  columnDescription: 述
  columnKeywords: 词
  columnType: 类
`;
    expect(tags(siteWith(reportJson(2021), { site: more }))).toEqual({
      SiteName: '某县门户',
      SiteDomain: 'www.example.cn:8080',
      SiteIDCode: '3200000001',
      ColumnName: '年报',
      ColumnDescription: '述',
      ColumnKeywords: '词',
      ColumnType: '类',
    });
  });

  it('of an article name it, its source and, where it is known, its date', () => {
    const site = siteWith(reportJson(2021));
    expect(tags(site, { source: '某镇', published: '2022-01-05' })).toMatchObject({
      ArticleTitle: '题',
      PubDate: '2022-01-05',
      ContentSource: '某镇',
      Description: '述',
    });
    expect(tags(site, { source: '某镇' })).not.toHaveProperty('PubDate');
  });
});
