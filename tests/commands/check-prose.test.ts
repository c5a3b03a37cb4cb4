import { describe, expect, test } from 'vitest';
import { checkCommand } from '../../src/commands/check.ts';
import { width } from '../../src/diagnostics/width.ts';
import { base, type Files } from '../helpers/memory.ts';
import { put, raw, reportData } from '../helpers/report-data.ts';
import { folderOf, recordingTerminal } from '../helpers/terminal.ts';
import { write } from '../helpers/written.ts';

const before = reportData(2021);
put(before, 'applications.newReceived', [36, 0, 0, 0, 0, 0, 36]);
const report = reportData(2021);
put(report, 'applications.newReceived', [20, 11, 0, 0, 0, 0, 31]);
put(report, 'applications.carriedOver', [1, 0, 0, 0, 0, 0, 1]);
put(report, 'challenges.litigationDirect', [0, 0, 0, 1, 1]);
put(report, 'disclosure.fees', 3.26);
put(
  report,
  'overview',
  raw(
    [
      '|',
      '  （二）依申请公开。收到政府信息公开申请**三十三**件，其中自然人20件、网上申请9件，比上年减少5件；上半年收到15件。',
      '  发布信息1.2万条，其中动态7000条、公告6000条。未发生行政诉讼，行政事业性收费32600元。',
    ].join('\n'),
  ),
);
report['remarks'] = '没有其他需要报告的事项。';
const files: Files = {
  ...base,
  'data/organs/zhen/2022.yaml': write(before, 'yaml').text,
  'data/organs/zhen/2023.yaml': write(report, 'yaml').text,
};

function prose(which: string | true, format: 'pretty' | 'json' | 'github' = 'pretty') {
  const terminal = recordingTerminal();
  const code = checkCommand({ root: folderOf(files), format, prose: which }, terminal);
  return { code, printed: terminal.printed(), told: terminal.told() };
}

/** The table alone: from the name of the report to the blank line before the closing sentences. */
function table(): string[] {
  const lines = prose('zhen/2023').printed.split('\n');
  const start = lines.findIndex((line) => line.startsWith('某镇2023年度报告'));
  return lines.slice(start, lines.findIndex((line) => line.startsWith('文字里的数')) + 1);
}

describe('gouji check --prose', () => {
  test('says of every number what it is held against', () => {
    expect(`\n${table().join('\n')}\n`).toMatchInlineSnapshot(`
      "
      某镇2023年度报告  data/organs/zhen/2023.yaml

        位置  原文                          数值      结论    对照
        ────  ────────────────────────────  ────────  ──────  ───────────────────────────────────────────────────────────────
      一、总体情况
        3:24  收到政府信息公开申请三十三件  33件      不符    一、本年新收政府信息公开申请数量 · 总计 31
                                                              一、本年新收政府信息公开申请数量 · 总计 + 二、上年结转政府信息公开申请数量 · 总计 32
              分项相加                      29件      未列全  20件 + 9件
        3:36  其中自然人20件                20件      相符    一、本年新收政府信息公开申请数量 · 自然人 20
        3:44  网上申请9件                   9件       表外    表中没有这一项
        3:52  比上年减少5件                 5件       表外    表中没有这一项
        3:60  上半年收到15件                15件      未核对  只说其中一部分，表中没有这一部分
        4:7   发布信息1.2万条               12000条   表外    表中没有这一项
              分项相加                      13000条   不符    7000条 + 6000条
        4:17  其中动态7000条                7000条    表外    表中没有这一项
        4:25  公告6000条                    6000条    表外    表中没有这一项
        4:31  未发生行政诉讼                0         不符    行政诉讼 未经复议直接起诉 · 总计 + 行政诉讼 复议后起诉 · 总计 1
        4:46  行政事业性收费32600元         3.26万元  相符    行政事业性收费 3.26万元

      文字里的数 10 处：相符 2，不符 2，表外 5，未核对 1。总数和分项 2 组，1 组加不起来。
      "
    `);
  });

  test('is aligned for characters of two columns', () => {
    const lines = table();
    const rule = lines.find((line) => line.startsWith('  ─'))!;
    const starts = [...rule.matchAll(/(?<= {2})─/g)].map(({ index }) => width(rule.slice(0, index)));
    expect(starts).toHaveLength(5);
    const rows = lines.filter((line) => line.startsWith('  ') && line !== rule);
    expect(rows.length).toBeGreaterThan(12);
    for (const row of rows) for (const start of starts) expect(beginsAt(row, start), row).toBe(true);
  });

  test('in JSON, with places in the file and addresses of cells', () => {
    const { prose: reports } = JSON.parse(prose('zhen/2023', 'json').printed) as {
      prose: { numbers: Record<string, unknown>[]; lists: Record<string, unknown>[] }[];
    };
    const [{ numbers, lists }] = reports as [(typeof reports)[0]];
    expect(numbers[0]).toMatchObject({
      file: 'data/organs/zhen/2023.yaml',
      line: 3,
      section: '一、总体情况',
      text: '三十三**件',
      words: '收到政府信息公开申请三十三件',
      value: 33,
      unit: '件',
      kind: 'count',
      verdict: 'differs',
      readings: [
        { value: 31, cells: ['applications.newReceived.total'] },
        { value: 32, cells: ['applications.newReceived.total', 'applications.carriedOver.total'] },
      ],
    });
    expect(lists).toMatchObject([
      { value: 33, parts: ['20件', '9件'], sum: 29, verdict: 'some' },
      { value: 12_000, parts: ['7000条', '6000条'], sum: 13_000, verdict: 'differs' },
    ]);
  });

  test('of one report, of an organ, of all', () => {
    const names = (which: string | true) => [...prose(which).printed.matchAll(/^某镇\d+年度报告/gm)].join();
    expect(names('zhen/2022')).toBe('某镇2022年度报告');
    expect(names('zhen')).toBe('某镇2022年度报告,某镇2023年度报告');
    expect(names(true)).toBe(names('zhen'));
  });

  test('of a report that is not there, or in a format without room for it: wrong use', () => {
    const missing = prose('zhen/2032');
    expect([missing.code, missing.printed]).toEqual([2, '']);
    expect(missing.told).toContain('是不是 zhen/2022？');
    expect(prose(true, 'github')).toMatchObject({ code: 2, printed: '' });
  });
});

/** Whether a cell, and not the middle of one, stands at a column of the terminal. */
function beginsAt(line: string, column: number): boolean {
  let used = 0;
  for (const [i, char] of [...line].entries()) {
    if (used === column) return [...line][i - 1] === ' ';
    used += width(char);
  }
  return used < column;
}
