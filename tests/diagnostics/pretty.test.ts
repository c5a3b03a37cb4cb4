import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { pretty } from '../../src/diagnostics/reporters/pretty.ts';
import { toResult } from '../../src/diagnostics/result.ts';
import { width } from '../../src/diagnostics/width.ts';
import { check, checkReport, type Files, reportPath } from '../helpers/memory.ts';
import { put, raw, reportData } from '../helpers/report-data.ts';
import { write } from '../helpers/written.ts';

const path = reportPath(2023, 'yaml');

function printed(files: Files, color = false): string[] {
  const text = (file: string) => (typeof files[file] === 'string' ? files[file] : undefined);
  return pretty(check(files), { color, text }).split('\n');
}

function report(change: (data: ReturnType<typeof reportData>) => void): string {
  const data = reportData(2021);
  change(data);
  return write(data, 'yaml').text;
}

/** The frame of one finding over a line of its own. */
function frame(line: string, column: number, endColumn: number, endLine = 1): string[] {
  const place = { file: 'a.yaml', line: 1, column, endLine, endColumn };
  const diagnostic: Diagnostic = { code: 'X', severity: 'error', message: '错', place };
  const looked = {
    files: 1,
    organs: 0,
    reports: 0,
    cells: 0,
    checks: { pass: 0, fail: 0, unknown: 0 },
    verdicts: { pass: 0, fail: 0, unknown: 0, notApplicable: 0, waived: 0 },
    rules: 0,
  };
  const output = pretty(toResult(looked, [diagnostic]), { color: false, text: () => `${line}\n第二行` });
  return output.split('\n').slice(2, -3);
}

test('a sound report is one sentence', () => {
  expect(printed({ [path]: report(() => {}) })).toEqual([
    '核对了 1个机关 1份报告 200格。勾稽关系 42 条：成立 42。全部 7 条规则共核对 43 次：成立 43。没有发现错误。',
    '',
  ]);
});

test('nothing to check is said so', () => {
  expect(printed({})).toEqual(['核对了 1个机关 0份报告 0格。没有可以核对的勾稽关系。没有发现错误。', '']);
});

test('a number that is none, under Chinese and full-width text', () => {
  const text = report((data) =>
    put(data, 'applications.denied.thirdParty', raw('[0, ２, 0, 0, 0, 0, 0] # 五')),
  );
  expect(printed({ [path]: text })).toEqual([
    '错误 data/organs/zhen/2023.yaml:20:21  T3-NONNEG-INT',
    '  表三 · （三）不予公开 4.保护第三方合法权益 · 商业企业：写的是“２”，用了全角数字。',
    '  20 │     thirdParty: [0, ２, 0, 0, 0, 0, 0] # 五',
    '     │                     ^^',
    '  怎么改：写 2。',
    '',
    '核对了 1个机关 1份报告 200格。勾稽关系 42 条：成立 40，不能核对 2。全部 7 条规则共核对 43 次：成立 41，不能核对 2。错误 1 处。',
    '',
  ]);
});

test('a sum that fails lists its addends, the zeros together', () => {
  const text = report((data) => {
    put(data, 'challenges.review', [10, 1, 0, 0, 0]);
    put(data, 'applications.granted', [0, 0, 0, 0, 0, 0, 1]);
    put(data, 'applications.total', [0, 0, 0, 0, 0, 0, 1]);
    put(data, 'applications.newReceived', [0, 0, 0, 0, 0, 0, 1]);
  });
  const lines = printed({ [path]: text });
  expect(lines.slice(0, 12)).toEqual([
    '错误 data/organs/zhen/2023.yaml:12:35  T3-ROW-SUM',
    '  表三 · 一、本年新收政府信息公开申请数量 · 总计：各类申请人相加是 0，总计是 1，相差 1。',
    '  12 │   newReceived: [0, 0, 0, 0, 0, 0, 1]',
    '     │                                   ^',
    '  各类申请人相加：',
    '    全部 6 格是 0',
    '  总计：',
    '    12:35  总计 1',
    '  怎么改：把“表三 · 一、本年新收政府信息公开申请数量 · 总计”由 1 改为 0，把“表三 · （一）予以公开 · 总计”由 1 改为 0，把“表三 · （七）总计 · 总计”由 1 改为 0（像是总计没有跟着改），3 条勾稽关系全部成立；只改 3 格就成立的，还有 6 种改法。勾稽关系定不出错在哪几格：要改的格在“表三 · 一、本年新收政府信息公开申请数量”一行、“表三 · （一）予以公开”一行、“表三 · （七）总计”一行，请对照原始登记核对。',
    '',
    '错误 data/organs/zhen/2023.yaml:14:31  T3-ROW-SUM',
    '  表三 · （一）予以公开 · 总计：各类申请人相加是 0，总计是 1，相差 1。',
  ]);
  expect(lines.slice(-14)).toEqual([
    '错误 data/organs/zhen/2023.yaml:42:25  T4-REVIEW-SUM',
    '  表四 · 行政复议 · 总计：各种结果相加是 11，总计是 0，相差 11。',
    '  42 │   review: [10, 1, 0, 0, 0]',
    '     │                         ^',
    '  各种结果相加：',
    '    42:12  结果维持 10',
    '    42:16  结果纠正 1',
    '    其余 2 格是 0',
    '  总计：',
    '    42:25  总计 0',
    '  怎么改：把“表四 · 行政复议 · 总计”由 0 改为 11（像是总计没有跟着改），这条勾稽关系就成立；只改 1 格就成立的，只有这一种改法。改之前对照原始登记核实。',
    '',
    '核对了 1个机关 1份报告 200格。勾稽关系 42 条：成立 38，不成立 4。全部 7 条规则共核对 43 次：成立 39，不成立 4。错误 4 处。',
    '',
  ]);
});

test('faults of several files, a missing one and one in another encoding', () => {
  const gbk = Uint8Array.of(0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xc7, 0xe5, 0xba, 0xd3, 0xd5, 0xf2, 0x0a);
  const files: Files = {
    'data/organs/xin/2023.yaml': report((data) => put(data, 'form', 2019)).replace(
      'form: 2019',
      'form: 2019 # 旧版',
    ),
    'data/organs/zhen/organ.yaml': gbk,
    'data/organs/zhen/2023年.yaml': '',
  };
  expect(printed(files)).toEqual([
    '错误 data/organs/xin/2023.yaml:1:7  ED-YEAR',
    '  这份报告用的是2019年版格式，而2023年度应当用2021年版格式。',
    '  1 │ form: 2019 # 旧版',
    '    │       ^^^^',
    '  怎么改：把 form 改成 2021，并按这一版的表填写。',
    '',
    '错误 data/organs/xin/organ.yaml:1:1  FILE-MISSING',
    '  缺少 data/organs/xin/organ.yaml：机关的名称和层级写在这里。',
    '  怎么改：新建这个文件，写上 name: 简称、fullName: 全称 和 level: 层级。',
    '',
    '错误 data/organs/zhen/2023年.yaml:1:1  FILE-NAME',
    '  2023年.yaml：报告的文件名是四位年份加 .yaml 或 .json。',
    '  怎么改：改名为 2023.yaml。',
    '',
    '错误 data/organs/zhen/organ.yaml:1:7  SRC-ENCODING',
    '  这个文件不是 UTF-8 编码，看起来是 GBK（GB18030）。',
    '  怎么改：用记事本或其他编辑器打开，“另存为”时把编码选成 UTF-8，再保存。',
    '',
    '核对了 0个机关 1份报告 200格。勾稽关系 42 条：成立 42。全部 7 条规则共核对 43 次：成立 43。错误 4 处。',
    '',
  ]);
});

test('lines that end in CRLF are shown as any other', () => {
  const text = report((data) => put(data, 'disclosure.fees', raw('251000元'))).replaceAll('\n', '\r\n');
  expect(printed({ [path]: text }).slice(0, 5)).toEqual([
    '错误 data/organs/zhen/2023.yaml:10:9  T2-INT',
    '  表二 · 行政事业性收费 · 本年收费金额（单位：万元）：写的是“251000元”，数后面不要写单位，一律以万元计。',
    '  10 │   fees: 251000元',
    '     │         ^^^^^^^^',
    '  怎么改：写 25.1。',
  ]);
});

test('another file’s place is told with its name', () => {
  const place = (file: string, line: number) => ({ file, line, column: 2, endLine: line, endColumn: 3 });
  const { counts } = checkReport(2023, 'yaml', '');
  const diagnostic: Diagnostic = {
    code: 'T3-CARRY',
    severity: 'warning',
    message: '结转数与上年不同。',
    place: place('b.yaml', 1),
    related: [{ message: '上年是 3', place: place('a.yaml', 7) }, { message: '没有位置' }],
  };
  const { checks, ...looked } = counts;
  const output = pretty(toResult({ ...looked, checks }, [diagnostic]), {
    color: false,
    text: () => undefined,
  });
  expect(output.split('\n').slice(0, 5)).toEqual([
    '提示 b.yaml:1:2  T3-CARRY',
    '  结转数与上年不同。',
    '    a.yaml:7:2  上年是 3',
    '    没有位置',
    '',
  ]);
});

test('colours mark the severity and step back for the code', () => {
  const [first] = printed({ 'data/readme.md': '' }, true);
  expect(first).toBe('\u001b[31m错误\u001b[0m data/readme.md:1:1  \u001b[2mFILE-UNCLAIMED\u001b[0m');
});

describe('the caret', () => {
  test('counts two columns for what is wide, one for the rest, none for marks', () => {
    expect(width('abc 0,')).toBe(6);
    expect(width('政府“信息”…—')).toBe(16);
    expect(width('１２（）：、')).toBe(12);
    expect(width('𠮷😀')).toBe(4);
    expect(width('e\u0301\u200b')).toBe(1);
    expect(width('·é')).toBe(2);
  });

  test.each<[string, number, number, string, string]>([
    ['名称: 镇', 5, 6, '名称: 镇', '      ^^'],
    ['名称: 镇', 1, 3, '名称: 镇', '^^^^'],
    ['𠮷: x', 5, 6, '𠮷: x', '    ^'],
    ['\ta: x', 2, 3, ' a: x', ' ^'],
    ['a: 1', 5, 5, 'a: 1', '    ^'],
    ['a: 1', 4, 4, 'a: 1', '   ^'],
  ])('under %j from %i to %i', (line, from, to, text, mark) => {
    expect(frame(line, from, to)).toEqual([`  1 │ ${text}`, `    │ ${mark}`]);
  });

  test('runs to the end of the line where the place goes on', () => {
    expect(frame('注: 一二三', 4, 3, 2)).toEqual(['  1 │ 注: 一二三', '    │     ^^^^^^']);
  });

  test('shows no frame for a blank line', () => {
    expect(frame('  ', 1, 1)).toEqual([]);
  });

  test('cannot be led astray by signs that steer the terminal', () => {
    expect(frame('a: \u001b[2J\u202e镇', 4, 5)).toEqual(['  1 │ a: \ufffd[2J\ufffd镇', '    │    ^']);
  });
});

describe('a long line', () => {
  const long = '一二三四五六七八九十'.repeat(20);

  test.each([1, 12, 50, 100, 150, 190, 200])('is cut to the part around column %i', (column) => {
    const [text, mark] = frame(long, column, column + 2) as [string, string];
    const shown = text.slice('  1 │ '.length);
    expect(width(shown)).toBeLessThanOrEqual(72 + 4);
    expect(width(shown)).toBeGreaterThanOrEqual(70);
    expect(shown.startsWith('…')).toBe(column > 13);
    expect(shown.endsWith('…')).toBe(column < 170);
    // The characters above the mark are those of the place.
    const gap = mark.indexOf('^') - '    │ '.length;
    const before = [...shown].filter((_, i, all) => width(all.slice(0, i + 1).join('')) <= gap).join('');
    expect(shown.slice(before.length, before.length + 2).replace('…', '')).toBe(
      long.slice(column - 1, column + 1),
    );
  });

  test('of narrow letters keeps the place too', () => {
    const letters = `${'a'.repeat(300)}X${'b'.repeat(300)}`;
    expect(frame(letters, 301, 302)).toEqual([
      `  1 │ …${'a'.repeat(24)}X${'b'.repeat(47)}…`,
      `    │ ${' '.repeat(26)}^`,
    ]);
  });

  test('that is at fault in all its length is marked as far as it is shown', () => {
    const [text, mark] = frame(long, 1, 201) as [string, string];
    expect(text).toBe(`  1 │ ${long.slice(0, 36)}…`);
    expect(mark).toBe(`    │ ${'^'.repeat(72)}`);
  });

  test('is never cut through a character', () => {
    const [text] = frame('𠮷'.repeat(100), 101, 103) as [string];
    expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
  });
});
