import { describe, expect, it } from 'vitest';
import { build, dataOf, page, pagePaths } from '../helpers/built.ts';
import { county, townReport } from '../helpers/county.ts';
import { attribute, byClass, byId, element, elements, wordsOf } from '../helpers/html.ts';

const files = build(dataOf(county));
const shown = page(files, 'organs/xian/rollup-2023.html');
const rows = (root: typeof shown) =>
  elements(root, 'tr').map((row) => elements(row, 'th', 'td').map(wordsOf));

describe('the page of a county and a year', () => {
  it('has the duties first', () => {
    const wall = byClass(shown, 'wall')[0]!;
    expect(elements(wall, 'dt').map(wordsOf)).toEqual(['▲ 逾期', '▲ 有提示', '▲ 与各下级相加不符']);
    expect(elements(elements(wall, 'dd')[0]!, 'a').map(wordsOf)).toEqual(['乙镇', '丁镇']);
  });

  it('names each cell that differs, by how much, and whose figures explain it', () => {
    const [, ...body] = rows(byId(shown, 'residuals'));
    expect(body).toContainEqual([
      '表三 · 一、本年新收政府信息公开申请数量 · 总计',
      '60',
      '63',
      '-3',
      '少的恰好是丁镇的数',
    ]);
    expect(body).toContainEqual(['表三 · （一）予以公开 · 自然人', '33', '35', '-2', '少的恰好是丁镇的数']);
    expect(body.map(([name]) => name)).not.toContain(
      '表三 · （二）部分公开（区分处理的，只计这一情形，不计其他情形） · 总计',
    );
  });

  it('sets the sum and the own report below the parts', () => {
    const foot = element(shown, 'tfoot');
    expect(rows(foot).map((row) => row.slice(0, 2))).toEqual([
      ['各下级相加', '63'],
      ['某县自己的报告', '60'],
    ]);
    expect(wordsOf(byId(shown, 'rollup'))).toContain('由4份报告逐格相加');
  });

  it('exists for each year with a report below, and is linked from the organ', () => {
    const paths = pagePaths(files).filter((path) => path.includes('/rollup-'));
    expect(paths).toEqual([2023, 2022, 2021].map((year) => `organs/xian/rollup-${year}.html`));
    const links = elements(page(files, 'organs/xian/index.html'), 'a').map((a) => attribute(a, 'href'));
    expect(links).toContain('rollup-2023.html');
  });

  it.each([
    ['without an own report', {}, 2022, '某县没有2022年的报告，不能与各下级相加的数核对。'],
    [
      'where one is missing',
      { 'data/organs/a/2023.json': undefined },
      2023,
      '还有1个下级机关没有报告，不能核对。',
    ],
    [
      'where the whole agrees',
      {
        'data/organs/xian/2023.json': townReport({
          received: 63,
          granted: 35,
          partly: 5,
          reviews: { upheld: 19, corrected: 5 },
        }),
        'data/organs/d/2023.json': townReport({ received: 3, granted: 2 }),
      },
      2023,
      '某县报告的每一格都等于各下级相加。',
    ],
    [
      'of the organ alone',
      { 'data/organs/xian/organ.yaml': county['data/organs/xian/organ.yaml']!.replace('all', 'own') },
      2023,
      '某县的报告只报本机关，与各下级相加的数本来就不同，下面的差只供参考。',
    ],
  ])('says what could be compared: %s', (_, changed, year, expected) => {
    const data = { ...county, ...changed };
    const kept = Object.fromEntries(Object.entries(data).filter(([, text]) => text !== undefined));
    const built = build(dataOf(kept as Record<string, string>));
    const text = wordsOf(byClass(page(built, `organs/xian/rollup-${year}.html`), 'sentence')[0]!);
    expect(text).toContain(expected);
  });
});
