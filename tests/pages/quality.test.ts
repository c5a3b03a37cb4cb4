import { describe, expect, it } from 'vitest';
import { build, dataOf, page, pagePaths, siteOf } from '../helpers/built.ts';
import { county, towns } from '../helpers/county.ts';
import { attribute, byClass, elements, wordsOf } from '../helpers/html.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';

const files = build(dataOf(county));
const site = siteOf(dataOf(county));
const rows = (root: ReturnType<typeof page>) =>
  elements(root, 'tr').map((row) => elements(row, 'th', 'td').map(wordsOf));
const broken = (rule: string) =>
  byClass(page(files, `rules/${rule}.html`), 'told').flatMap((list) =>
    elements(list, 'li').map((item) => [
      wordsOf(elements(item, 'p')[0]!),
      attribute(elements(item, 'a')[0]!, 'href'),
    ]),
  );

describe('the page of the data quality', () => {
  it('has each rule with its answers', () => {
    const table = rows(page(files, 'quality/index.html'));
    expect(table.length).toBe(site.catalogue.length + 1);
    const { pass, fail, waived, unknown, notApplicable } = site.rules.get('PB-DEADLINE')!;
    expect([fail, waived]).toEqual([2, 1]);
    const [, , , ...counts] = table.find(([id]) => id === 'PB-DEADLINE')!;
    expect(counts.slice(0, 5)).toEqual([pass, fail, waived, unknown, notApplicable].map(String));
  });

  it('prints every explanation, with who gave it and until when', () => {
    const told = byClass(page(files, 'quality/index.html'), 'told').map(wordsOf);
    expect(told.length).toBe(1);
    expect(told[0]).toContain('丁镇2023年　PB-DEADLINE　有效期至2030年1月1日');
    expect(told[0]).toContain('系统检修，晚一天上网。某县政府办说明，有效期至2030-01-01');
  });
});

describe('the results of a year', () => {
  it('have every rule and every report', () => {
    const [head, ...body] = rows(page(files, 'quality/2023.html'));
    expect(head).toEqual(['规则', '某县', '甲镇', '乙镇', '丙镇', '丁镇']);
    const row = (rule: string) => body.find(([label]) => label!.startsWith(`${rule} `))!.slice(1);
    expect(row('PB-DEADLINE')).toEqual(['✓', '✓', '▲1', '✓', '◇1']);
    expect(row('T3-CARRY')).toEqual(['○', '✓', '○', '○', '○']);
    expect(row('PB-ROLLUP')[0]).toMatch(/^(▲\d+|—)$/);
  });

  it('are on several pages where there are many', () => {
    const built = build(dataOf(towns(50)));
    const pages = pagePaths(built).filter((path) => path.startsWith('quality/2023'));
    expect(pages).toEqual(['quality/2023.html', 'quality/2023-2.html', 'quality/2023-3.html']);
    const names = pages.flatMap((path) => rows(page(built, path))[0]!.slice(1));
    expect(names).toEqual(Array.from({ length: 50 }, (_, i) => `镇${i + 100}`));
  });
});

describe('the page of a rule', () => {
  it('stands for each rule of the catalogue', () => {
    const pages = pagePaths(files).filter((path) => path.startsWith('rules/'));
    expect(pages).toEqual(site.catalogue.map(({ id }) => `rules/${id.toLowerCase()}.html`));
    for (const { id, asks, wrong, right } of site.catalogue) {
      const text = wordsOf(page(files, `rules/${id.toLowerCase()}.html`));
      for (const part of [asks, wrong, right]) expect(text).toContain(part.replace(/[ \n]+/g, ' ').trim());
    }
  });

  it('names the reports that break it, hints and explained ones alike', () => {
    expect(broken('pb-deadline')).toEqual([
      ['乙镇2023年　▲ 提示', '../organs/b/2023.html'],
      ['丁镇2023年　◇ 说明', '../organs/d/2023.html'],
      ['旧镇2022年　▲ 提示', '../organs/old/2022.html'],
    ]);
    expect(broken('t3-carry')).toEqual([]);
  });

  it('names organs whose report is missing', () => {
    const built = build(dataOf(oneOrgan({ 2021: reportJson(2021), 2023: reportJson(2021) })));
    const told = byClass(page(built, 'rules/pb-cover.html'), 'told').map(wordsOf);
    expect(told).toEqual(['某镇　▲ 提示某镇没有2022年的报告。']);
  });
});
