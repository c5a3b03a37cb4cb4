import { describe, expect, it } from 'vitest';
import { ledger } from '../../src/model/ledger.ts';
import { build, buildUnchecked, dataOf, page, siteOf } from '../helpers/built.ts';
import { byClass, byId, elements, wordsOf } from '../helpers/html.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';

const sample = build();
const organ = page(sample, 'organs/zirun/index.html');
const rows = (root: typeof organ) =>
  elements(root, 'tr').map((row) => elements(row, 'th', 'td').map(wordsOf));

/** 自然人 carries 2 forward in 2022, and 2023 says 1; 总计 agrees. */
const broken = oneOrgan({
  2021: reportJson(2021),
  2022: reportJson(2021, (address) =>
    /carriedForward\.(natural|total)$/.test(address)
      ? 2
      : address.endsWith('carriedForward.business')
        ? '未报'
        : 0,
  ),
  2023: reportJson(2021, (address) =>
    address.endsWith('carriedOver.natural') ? 1 : address.endsWith('carriedOver.total') ? 2 : 0,
  ),
});

describe('the page of an organ', () => {
  it('has the years side by side, group by group, as the reports have them', () => {
    expect(rows(byId(organ, 'refusals')).slice(0, 5)).toEqual([
      ['项目', '2020年', '2021年', '2022年', '2023年'],
      ['属于国家秘密（件）', '0', '0', '0', '0'],
      ['其他法律行政法规禁止公开（件）', '0', '0', '0', '1'],
      ['危及“三安全一稳定”（件）', '0', '0', '0', '0'],
      ['保护第三方合法权益（件）', '1', '2', '0', '3'],
    ]);
  });

  it('draws what is not zero throughout, and names the rest in a sentence', () => {
    const group = byId(organ, 'refusals');
    const drawn = elements(group, 'figcaption').map(wordsOf);
    expect(drawn).toContain('保护第三方合法权益（件）');
    expect(drawn).not.toContain('属于国家秘密（件）');
    expect(wordsOf(group)).toContain('属于国家秘密、危及“三安全一稳定”、属于三类内部事务信息各年都是0。');
  });

  it('says what a change of the form means', () => {
    const bridge = (id: string) => wordsOf(byClass(byId(organ, id), 'bridge')[0]!);
    expect(bridge('outcomes')).toBe('2021年起用2021年版格式：“其他处理”由1行改为3行，这里按合计接着比。');
    expect(bridge('challenges')).toBe('2021年起用2021年版格式：这几项两版相同，可以接着比。');
    expect(bridge('disclosure')).toContain('“行政规范性文件本年制发件数”2019年版没有，不能接着比');
    const licensing = rows(byId(organ, 'disclosure')).find(([label]) => label === '行政许可（件）')!;
    expect(licensing[1]).toBe('207');
  });

  it('shows the equation of the latest year as two bars of one length', () => {
    const flow = byClass(organ, 'flow')[0]!;
    expect(elements(flow, 'dd').map(wordsOf)).toEqual([
      '32件：新收31件，上年结转1件',
      '32件：办结30件，结转下年度2件',
    ]);
  });

  it('has no chart where nothing happened', () => {
    const zeros = page(sample, 'organs/sikeshu/index.html');
    expect(elements(zeros, 'svg')).toEqual([]);
  });
});

describe('the ledger', () => {
  it('compares what one report carries forward with what the next was given', () => {
    const [, second] = ledger(siteOf(dataOf(broken)).organs[0]!);
    expect(second!.columns.slice(0, 2).map(({ name, from, to, state }) => [name, from, to, state])).toEqual([
      ['自然人', 2, 1, 'broken'],
      ['商业企业', '未报', 0, 'unknown'],
    ]);
    expect(second!.columns.at(-1)).toMatchObject({ name: '总计', from: 2, to: 2, state: 'equal' });
  });

  it('marks the break in its column', () => {
    const table = byClass(page(buildUnchecked(dataOf(broken)), 'organs/zhen/index.html'), 'ledger')[0]!;
    expect(rows(table)[1]).toEqual([
      '2022年结转到2023年',
      '2 → 1',
      '未报 → 0',
      '0',
      '0',
      '0',
      '0',
      '2',
      '✗ 1列对不上',
    ]);
    expect(byClass(table, 'broken').map(wordsOf)).toEqual(['2 → 1']);
    expect(rows(table)[2]!.at(-1)).toBe('✓ 各列相符');
  });

  it('does not join years that do not follow each other', () => {
    const data = oneOrgan({ 2021: reportJson(2021), 2023: reportJson(2021) });
    expect(ledger(siteOf(dataOf(data)).organs[0]!)).toEqual([]);
  });
});
