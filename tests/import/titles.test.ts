import { describe, expect, test } from 'vitest';
import { readTitle } from '../../src/import/title.ts';
import { made, page, parts, read } from './strange.ts';

const organ = '示例县示例镇人民政府';
const long = `示例省示例市${'示例新区'.repeat(45)}管理委员会`;

describe('titles', () => {
  test.each([
    `${organ}2023年政府信息公开工作年度报告`,
    `2023年度${organ}政府信息公开工作年度报告`,
    `${organ}二〇二三年政府信息公开工作年度报告`,
    `${organ}二○二三年度政府信息公开工作年度报告`,
    `《${organ}2023年政府信息公开工作年度报告》`,
    `${organ}政府信息公开工作年度报告（2023年）`,
    `${organ}2023年政府信息公开年报`,
    `${organ}关于２０２３年政府信息公开工作年度报告`,
    `**${organ}**2023年政府信息公开工作年度报告`,
  ])('%s', (title) => {
    expect(readTitle(title)).toMatchObject({ organName: organ, year: 2023 });
  });

  test('a name of about 200 characters', () => {
    expect(long.length).toBeGreaterThan(180);
    expect(readTitle(`${long}2023年政府信息公开工作年度报告`)).toMatchObject({ organName: long, year: 2023 });
  });

  test.each([
    '政府信息公开年报',
    `根据有关规定，${organ}认真组织编制，${'现将有关情况公布如下，'.repeat(5)}形成2023年政府信息公开工作年度报告`,
  ])('no title: %s', (text) => {
    expect(readTitle(text)).toBeUndefined();
  });

  test('the year in brackets below the title', async () => {
    const two = parts(made(), (part) =>
      part.title ? [{ title: `${organ}政府信息公开工作年度报告` }, { text: '（2023年度）' }] : part,
    );
    const report = await read(page(two));
    expect([report.organName, report.year, report.opening]).toEqual([organ, 2023, undefined]);
  });
});

describe('headings', () => {
  const headed = (change: (heading: string) => string) =>
    parts(made(), (part) => (part.heading ? { ...part, heading: change(part.heading) } : part));

  test('words put into the official heading are no other heading', async () => {
    const words: Record<string, string> = {
      二: '二、行政机关主动公开政府信息情况',
      四: '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      五: '五、政府信息公开工作存在的主要问题及改进情况',
      六: '六、其他需要报告的事项说明',
    };
    const report = await read(page(headed((heading) => words[heading[0]!] ?? heading)));
    expect(report.doubts).toEqual([]);
    expect(report.values).toEqual(made().values);
    expect(report.sections.get('remarks')).toMatch(/^本年度没有收取/);
  });

  test('another wording is told', async () => {
    const report = await read(page(headed((heading) => heading.replace('及改进情况', '和改进措施'))));
    expect(report.doubts.map(({ what }) => what)).toEqual([
      '标题写的是“五、存在的主要问题和改进措施”，当作“五、存在的主要问题及改进情况”',
    ]);
  });

  test('text in the line of a heading, and a heading that is partly bold', async () => {
    const plain = page(made());
    const joined = plain.replace(/<h2>一、总体情况<\/h2>\n<p>/, '<p><b>一、总体情况</b>。');
    expect(joined).not.toBe(plain);
    const bold = joined.replace('<h2>五、存在', '<h2><b>五、</b>存在');
    const report = await read(bold);
    expect(report.doubts).toEqual([]);
    expect(report.opening).toBeUndefined();
    expect(report.sections).toEqual((await read(plain)).sections);
  });

  test('a heading in the first row of its table', async () => {
    const inside: ReturnType<typeof made> = { ...made(), parts: [] };
    for (const part of made().parts) {
      const last = inside.parts.at(-1);
      if (part.rows && last?.heading) {
        const row = [{ text: last.heading, colSpan: 10, rowSpan: 1 }];
        inside.parts.splice(-1, 1, { ...part, rows: [row, ...part.rows] });
      } else inside.parts.push(part);
    }
    const report = await read(page(inside));
    expect(report.doubts).toEqual([]);
    expect(report.values).toEqual(inside.values);
    expect(report.sections).toEqual((await read(page(made()))).sections);
  });

  test('a list of contents, with pages or without, is no text', async () => {
    for (const leader of ['', '……………3']) {
      const list = made().parts.filter(({ heading }) => heading);
      const contents = parts(made(), (part) =>
        part.title
          ? [part, { text: '目　录' }, ...list.map(({ heading }) => ({ text: `${heading}${leader}` }))]
          : part,
      );
      const report = await read(page(contents));
      expect(report.doubts).toEqual([]);
      expect(report.opening).toBeUndefined();
      expect(report.left).toHaveLength(7);
    }
  });
});

describe('what is not the report', () => {
  test('the signature and what a page sets below', async () => {
    const below = [
      '示例县示例镇',
      '2024年1月18日',
      '附件：',
      '1.示例镇2023年政府信息公开工作年度报告.docx',
      '扫一扫在手机打开当前页',
      '【打印】 【关闭】',
    ];
    const signed = { ...made(), parts: [...made().parts, ...below.map((text) => ({ text }))] };
    const report = await read(page(signed));
    expect(report.sections).toEqual((await read(page(made()))).sections);
    expect(report.left).toEqual(below);
    expect(report.doubts).toEqual([]);
  });

  test('of two reports the first is read, or that of the year asked for, and it is told', async () => {
    const earlier = parts(made(8), (part) =>
      part.title ? { title: part.title.replace('2023', '2022') } : part,
    );
    const both = page({ ...made(), parts: [...made().parts, ...earlier.parts] });
    const first = await read(both);
    expect([first.year, first.values]).toEqual([2023, made().values]);
    expect(first.doubts.map(({ what }) => what)).toEqual([
      expect.stringContaining('2 份报告（2023年、2022年）'),
    ]);
    const other = await read(both, 'a.html', { year: 2022 });
    expect([other.year, other.values]).toEqual([2022, earlier.values]);
  });

  test('tables without headings are found, and are no text besides', async () => {
    const report = await read(page(parts(made(), (part) => (part.rows ? part : []))));
    expect(report.values).toEqual(made().values);
    expect(report.opening).toBeUndefined();
  });
});
