import { describe, expect, it } from 'vitest';
import { build, dataOf, page, textFile } from '../helpers/built.ts';
import { county, townReport } from '../helpers/county.ts';
import { attribute, elements, wordsOf } from '../helpers/html.ts';

const twice = {
  ...county,
  'data/organs/a/2022.json': townReport({
    received: 10,
    granted: 5,
    published: '2023-01-20',
    more: {
      corrections: [
        { cell: 'disclosure.licensing', old: 2, new: 0, date: '2024-05-01', reason: '误填' },
        { cell: 'disclosure.licensing', old: '空', new: 2, date: '2023-02-01', reason: '漏填' },
      ],
    },
  }),
};
const files = build(dataOf(twice));
const rows = elements(page(files, 'corrections.html'), 'li').filter((item) => attribute(item, 'id'));
const lines = (row: (typeof rows)[number]) => elements(row, 'p').map(wordsOf);

describe('the page of corrections', () => {
  it('has every correction of every report, the newest first', () => {
    expect(rows.map((row) => lines(row).slice(0, 2))).toEqual([
      ['甲镇2022年 2024年5月1日更正', '表二 · 行政许可 · 本年处理决定数量：原为2，现为0。'],
      ['丙镇2023年 2024年3月1日更正', '表三 · （一）予以公开 · 自然人：原为15，现为14。'],
      ['丙镇2023年 2024年3月1日更正', '表三 · （一）予以公开 · 总计：原为15，现为14。'],
      ['丙镇2023年 2024年3月1日更正', '表三 · （三）不予公开 1.属于国家秘密 · 自然人：原为5，现为6。'],
      ['丙镇2023年 2024年3月1日更正', '表三 · （三）不予公开 1.属于国家秘密 · 总计：原为5，现为6。'],
      ['甲镇2022年 2023年2月1日更正', '表二 · 行政许可 · 本年处理决定数量：原为（空），现为2。'],
    ]);
    expect(lines(rows[0]!)[2]).toBe('误填 看更正前的报告');
  });

  it('links each to the report, the cell and the report before it', () => {
    const links = (row: (typeof rows)[number]) => elements(row, 'a').map((a) => attribute(a, 'href'));
    expect(links(rows[0]!)).toEqual([
      'organs/a/2022.html#correction-2',
      'organs/a/2022.html#disclosure.licensing',
      'organs/a/2022-before-2024-05-01.html',
    ]);
  });

  it('is in the feed, each with an address of its own', () => {
    const feed = textFile(files, 'feeds/corrections.xml');
    const ids = [...feed.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id).slice(1);
    expect(ids).toEqual(rows.map((row) => `https://example.cn/nb/corrections.html#${attribute(row, 'id')}`));
    expect(feed).toContain('<updated>2024-05-01T00:00:00+08:00</updated>');
    expect(feed).toContain('原为（空），现为2。漏填');
  });

  it('says so where nothing was corrected', () => {
    const none = build(
      dataOf({ ...county, 'data/organs/c/2023.json': townReport({ received: 20, granted: 14 }) }),
    );
    expect(wordsOf(page(none, 'corrections.html'))).toContain('公布以来还没有更正过。');
  });
});
