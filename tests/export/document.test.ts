import { describe, expect, test } from 'vitest';
import { makeDocument, textOf } from '../../src/export/document.ts';
import { sample } from '../helpers/export-samples.ts';

describe('the document', () => {
  test('names the organ and the day, and no day where none is known', () => {
    expect(makeDocument(sample('chengguan 2022')).facts).toEqual([
      { name: '发布机构', value: '示例县城关镇人民政府' },
      { name: '公布日期', value: '2023年1月17日' },
    ]);
    expect(makeDocument(sample('sikeshu 2023')).facts).toEqual([
      { name: '发布机构', value: '四棵树镇人民政府' },
    ]);
  });

  test('marks only fictional organs', () => {
    expect(makeDocument(sample('chengguan 2022')).banner).toContain('示例');
    expect(makeDocument(sample('sikeshu 2023')).banner).toBeUndefined();
  });

  test('keeps a short title on one line', () => {
    expect(makeDocument(sample('sikeshu 2023')).title).toEqual([
      '四棵树镇人民政府2023年',
      '政府信息公开工作年度报告',
    ]);
    const { organ, ...entry } = sample('sikeshu 2023');
    const short = { ...entry, organ: { ...organ, organ: { ...organ.organ, fullName: '甲县' } } };
    expect(makeDocument(short).title).toEqual(['甲县2023年政府信息公开工作年度报告']);
  });

  test('takes short numbered lines for headings, and no sentence', () => {
    const [overview] = makeDocument(sample('zhen 2022')).sections;
    expect(
      overview!.paragraphs.map(({ runs, heading, mark }) => [
        heading ?? false,
        mark ?? '',
        textOf(runs).slice(0, 8),
      ]),
    ).toEqual([
      [false, '', '全年工作平稳，“'],
      [true, '', '（一）主动公开'],
      [false, '', '公开信息 120'],
      [false, '', '（二）依申请公开'],
      [false, '-', '网站'],
      [false, '-', '公开栏'],
      [false, '1.', '第一'],
      [false, '2.', '第二'],
      [false, '', '2023. 年不'],
    ]);
  });

  test('has footnotes in the order of their marks, and corrections after them', () => {
    const notes = (name: string) => makeDocument(sample(name)).sections.map((section) => section.notes);
    expect(notes('zhen 2022').flat()).toEqual([
      '注1　表二 · 规章 · 本年制发件数：其中修订16件',
      '注2　表二 · 行政许可 · 本年处理决定数量：含委托1件',
      '注3　表三 · （一）予以公开 · 总计：含上年结转',
      '注4　本表：含上年结转的案件',
    ]);
    expect(notes('dongjie 2021')[2]).toEqual([
      '更正　表三 · 一、本年新收政府信息公开申请数量 · 总计：2022年3月8日由3改为2。原因：总计栏误写为3，与自然人一栏不符，有读者来电指出。',
    ]);
  });

  test('prints blanks as blanks, words as words, and a unit that the form leaves out', () => {
    const cells = (name: string) =>
      makeDocument(sample(name))
        .sections.flatMap(({ table }) => table?.rows ?? [])
        .flat()
        .filter(({ cell, begins }) => begins && cell.kind === 'value')
        .map(({ cell }) => cell.text);
    expect(new Set(cells('zhen 2021'))).toEqual(new Set(['', '不适用', '未报', '看不清']));
    expect(cells('zhen 2020')).toContain('25.1万元');
  });

  test('sets numbers smaller where they would not stand in their cells', () => {
    const sizes = (name: string) =>
      makeDocument(sample(name)).sections.flatMap(({ table }) => table?.numberSize ?? []);
    expect(sizes('zhen 2024')).toEqual([12, 10, 10]);
    expect(sizes('zhen 2022')).toEqual([12, 7.5, 7]);
  });
});
