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
const rows = elements(page(files, 'corrections.html'), 'tr').slice(1);
const cells = (row: (typeof rows)[number]) => elements(row, 'td', 'th').map(wordsOf);

describe('the page of corrections', () => {
  it('has every correction of every report, the newest first', () => {
    expect(rows.map((row) => cells(row).slice(0, 5))).toEqual([
      ['2024年5月1日', '甲镇2022年', '表二 · 行政许可 · 本年处理决定数量', '2', '0'],
      ['2024年3月1日', '丙镇2023年', '表三 · （一）予以公开 · 自然人', '15', '14'],
      ['2024年3月1日', '丙镇2023年', '表三 · （一）予以公开 · 总计', '15', '14'],
      ['2024年3月1日', '丙镇2023年', '表三 · （三）不予公开 1.属于国家秘密 · 自然人', '5', '6'],
      ['2024年3月1日', '丙镇2023年', '表三 · （三）不予公开 1.属于国家秘密 · 总计', '5', '6'],
      ['2023年2月1日', '甲镇2022年', '表二 · 行政许可 · 本年处理决定数量', '（空）', '2'],
    ]);
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
