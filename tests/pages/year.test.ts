import { describe, expect, it } from 'vitest';
import { build, dataOf, page, pagePaths } from '../helpers/built.ts';
import { county } from '../helpers/county.ts';
import { attribute, byClass, byId, elements, wordsOf } from '../helpers/html.ts';
import { followLinks } from '../helpers/links.ts';
import { pageFaults } from '../helpers/page-faults.ts';

const files = build(dataOf(county));
const year = page(files, 'years/2023.html');
const textOfRows = (root: typeof year, ...names: string[]) =>
  elements(root, 'tr').map((row) => elements(row, ...(names.length > 0 ? names : ['th', 'td'])).map(wordsOf));

describe('the site of a county', () => {
  it('is sound, and no link leads nowhere', () => {
    for (const path of pagePaths(files)) expect([path, pageFaults(page(files, path))]).toEqual([path, []]);
    expect(followLinks(files).broken).toEqual([]);
  });
});

describe('the page of a year', () => {
  it('says who was late, and by how much', () => {
    const groups = byId(year, 'coverage');
    const lists = elements(groups, 'dt').map((dt, i) => [
      wordsOf(dt),
      elements(elements(groups, 'dd')[i]!, 'li').map(wordsOf),
    ]);
    expect(lists).toEqual([
      ['▲ 逾期', ['乙镇 2024年2月5日，迟5天', '丁镇 2024年2月1日，迟1天']],
      ['✓ 按时', ['某县 2024年3月20日', '甲镇 2024年1月20日', '丙镇 2024年1月31日']],
      ['— 已经撤并', ['旧镇']],
    ]);
  });

  it('leaves a merged organ out of those without a report', () => {
    expect(wordsOf(year)).not.toContain('这一年没有报告的机关');
  });

  it('ranks shares with their counts, and names those with few cases', () => {
    const table = byId(year, 'ranking-1-heading').parent!;
    expect(textOfRows(table).slice(1)).toEqual([
      ['1', '甲镇', '100.0%（20件中的20件）'],
      ['2', '丙镇', '70.0%（20件中的14件）'],
      ['3', '乙镇', '20.0%（20件中的4件）'],
    ]);
    expect(wordsOf(table)).toContain('不足10件，不排名：丁镇（3件中的2件）。');
    expect(textOfRows(byId(year, 'ranking-2-heading').parent!).slice(1)).toEqual([
      ['1', '甲镇', '33.3%（12件中的4件）'],
      ['2', '乙镇', '8.3%（12件中的1件）'],
    ]);
  });

  it('counts organs by the applications they received', () => {
    const table = byId(year, 'distribution-heading').parent!;
    expect(textOfRows(table).slice(1)).toEqual([
      ['1至4件', '1个：丁镇'],
      ['5至9件', '0个'],
      ['10至19件', '0个'],
      ['20至49件', '3个：甲镇、乙镇、丙镇'],
    ]);
  });

  it('adds up the organs cell by cell, without the one that sums them up', () => {
    const sum = byId(year, 'rollup');
    const at = (address: string) => wordsOf(byId(sum, address));
    expect(at('applications.newReceived.total')).toBe('63');
    expect(at('applications.granted.natural')).toBe('35');
    expect(at('challenges.review.corrected')).toBe('5');
    expect(at('disclosure.fees')).toBe('0注1');
    expect(wordsOf(sum)).toContain('由4份报告逐格相加（2021年版格式）。某县的报告已经包括下级');
    expect(byClass(sum, 'notes').map(wordsOf)[0]).toContain('4份报告里，1份这一格没有数，没有加在内。');
  });

  it('marks the table that the script makes a list of', () => {
    expect(
      elements(year, 'table')
        .map((table) => attribute(table, 'data-list'))
        .filter(Boolean),
    ).toEqual(['机关']);
  });
});
