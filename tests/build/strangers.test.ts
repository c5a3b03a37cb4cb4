import { describe, expect, it } from 'vitest';
import { build, page, textFile } from '../helpers/built.ts';
import { parseCsv } from '../helpers/csv.ts';
import { attribute, byClass, byId, elements, type HtmlElement, wordsOf } from '../helpers/html.ts';

/**
 * What people come with who know nothing but the address of the first page. Each answer is found by following links by
 * their words; nobody is told a path.
 */
const files = build();

interface At {
  path: string;
  /** The part of the page that the link led to, else the whole page. */
  shown: HtmlElement;
}

const home: At = { path: 'index.html', shown: page(files, 'index.html') };

/** Follows the first link on the page whose words say this. */
function follow({ path }: At, words: string | RegExp): At {
  const says = (text: string) => (typeof words === 'string' ? text === words : words.test(text));
  const link = elements(page(files, path), 'a').find((a) => says(wordsOf(a)));
  if (!link) throw new Error(`no link “${words}” on ${path}`);
  const [to = '', fragment] = attribute(link, 'href')!.split('#');
  const parts = to === '' ? path.split('/') : [...path.split('/').slice(0, -1), ...to.split('/')];
  const resolved: string[] = [];
  for (const part of parts) {
    if (part === '..') resolved.pop();
    else resolved.push(part);
  }
  const target = resolved.join('/');
  if (!target.endsWith('.html')) return { path: target, shown: home.shown };
  const whole = page(files, target);
  return { path: target, shown: fragment ? byId(whole, fragment) : whole };
}

const rows = (root: HtmlElement) => elements(root, 'tr').map((row) => elements(row, 'th', 'td').map(wordsOf));

describe('a stranger finds out', () => {
  it('which organs were late in 2023', () => {
    const { shown } = follow(home, '谁逾期、谁没有公布');
    const lists = elements(shown, 'dt').map((dt, i) => [
      wordsOf(dt),
      elements(elements(shown, 'dd')[i]!, 'li').map(wordsOf),
    ]);
    expect(lists).toContainEqual(['▲ 逾期', ['柏树乡 2024年2月5日，迟5天']]);
  });

  it('how refusals by reason developed in one county', () => {
    const county = follow(home, '示例县人民政府');
    const group = byId(county.shown, 'refusals');
    const [head, ...body] = rows(group);
    expect(head).toEqual(['项目', '2020年', '2021年', '2022年', '2023年']);
    expect(body.length).toBe(8);
    expect(body).toContainEqual(['保护第三方合法权益（件）', '1', '2', '0', '3']);
    expect(elements(group, 'svg').length).toBeGreaterThan(0);
  });

  it('whether a report adds up, and why', () => {
    const report = follow(follow(home, '示例县自然资源局'), '2023年');
    const checks = follow(report, /勾稽42条全部相符/);
    const balance = elements(checks.shown, 'li').map(wordsOf);
    expect(balance).toContain('✓ 相符 表三 · 总计 31 + 1 = 30 + 2');
  });

  it('where the CSV is, and that its figures are those of the page', () => {
    const data = follow(home, '下载数据（CSV）');
    const { path } = follow(data, 'cells.csv');
    const cells = parseCsv(textFile(files, path));
    const row = cells.find(
      ([organ, , , year, , cell]) =>
        organ === 'zirun' && year === '2023' && cell === 'applications.newReceived.total',
    );
    const report = follow(follow(home, '示例县自然资源局'), '2023年');
    expect(row![9]).toBe(wordsOf(byId(report.shown, 'applications.newReceived.total')));
  });

  it('whether a figure has ever been corrected, and what it was', () => {
    const all = follow(home, '全部更正');
    const told = wordsOf(byClass(all.shown, 'told')[0]!);
    expect(told).toContain('东街街道2021年 示例 2022年3月8日更正');
    expect(told).toContain('表三 · 一、本年新收政府信息公开申请数量 · 总计：原为3，现为2。');
    const earlier = follow(all, '看更正前的报告');
    expect(wordsOf(byId(earlier.shown, 'applications.newReceived.total'))).toMatch(/^3/);
  });

  it('what a rule asks, and which reports break it', () => {
    const quality = follow(home, '核对结果');
    const rule = follow(quality, 'PB-DEADLINE');
    expect(wordsOf(rule.shown)).toContain('柏树乡2023年');
    expect(wordsOf(rule.shown)).toContain('条例第四十九条');
  });
});
