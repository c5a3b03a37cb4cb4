import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../../src/diagnostics/changes.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { reporters } from '../../src/diagnostics/reporters/index.ts';
import { type Result, toResult } from '../../src/diagnostics/result.ts';
import { brokenResult, hostile, hostileResult, plainContext } from '../helpers/broken-site.ts';
import { check, reportPath } from '../helpers/memory.ts';
import { put, reportData } from '../helpers/report-data.ts';
import { write } from '../helpers/written.ts';

const links = 'https://git.example/gouji/blob/0a1b/';
const forge = new MarkdownIt({ html: true, linkify: true }).enable('table');
forge.linkify.set({ fuzzyLink: false, fuzzyEmail: true });

function comment(result: Result, context: object = {}): string {
  return reporters.markdown(result, { ...plainContext, ...context });
}

/** What a forge makes of the comment: its tags, the targets of its links, its text. */
function rendered(text: string) {
  const tokens = forge.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  return {
    tokens,
    html: tokens.filter(({ type }) => type.startsWith('html')).map(({ content }) => content.trim()),
    links: tokens.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href'))),
    images: tokens.filter(({ type }) => type === 'image'),
    text: tokens
      .filter(({ type }) => type === 'text')
      .map(({ content }) => content)
      .join('\n'),
  };
}

function change(cells: number, text = '表三 · 总计'): Changes {
  return {
    reports: [
      {
        kind: 'changed',
        file: reportPath(2023, 'yaml'),
        organ: 'zhen',
        year: 2023,
        name: '某镇2023年度报告',
        cells: Array.from({ length: cells }, (_, i) => ({
          cell: `a.${i}`,
          cellName: text,
          from: text,
          to: `${i}`,
        })),
        onlyBefore: [{ cell: 'b', cellName: '表二 · 规章', value: '3' }],
        onlyAfter: [],
        texts: [{ part: '一、总体情况', from: '旧的一句。', to: '新的一句。' }],
        fields: [
          { kind: 'changed', field: 'published', name: '公布日期', from: '2024-01-01', to: '2024-01-02' },
        ],
      },
    ],
    organs: [{ kind: 'added', organ: 'xiang', name: text, fields: [] }],
    site: [{ kind: 'changed', field: 'about', name: '关于本站' }],
  };
}

test('a comment on failed sums, whole', () => {
  const report = reportData(2021);
  put(report, 'applications.newReceived', [3, 1, 0, 0, 1, 0, 4]);
  put(report, 'applications.granted', [3, 1, 0, 0, 1, 0, 5]);
  put(report, 'applications.total', [3, 1, 0, 0, 1, 0, 5]);
  const result = check({ [reportPath(2023, 'yaml')]: write(report, 'yaml').text });
  const path = 'data/organs/zhen/2023.yaml';
  const at = (code: string) => {
    const { line } = result.diagnostics.find((diagnostic) => diagnostic.code === code)!.place!;
    return `[\`${path}:${line}\`](${links}${path}#L${line}) \`${code}\``;
  };
  const [head, section] = comment(result, { links }).split('### ');
  expect(head).toMatch(/^## ✗ 年度报告核对：错误 2 处\n\n核对了.*\n\n$/);
  expect(section).toBe(`某镇2023年度报告

- ✗ ${at('T3-ROW-SUM')} 表三 · 一、本年新收政府信息公开申请数量 · 总计：各类申请人相加是 5，总计是 4，相差 1。
  - 左边 5：各类申请人相加：自然人 3、商业企业 1、法律服务机构 1、其余 3 格是 0
  - 右边 4：总计：总计 4
  - 怎么改：把“表三 · 一、本年新收政府信息公开申请数量 · 总计”由 4 改为 5（像是总计没有跟着改），2 条勾稽关系全部成立；只改 1 格就成立的，只有这一种改法。改之前对照原始登记核实。
    - ${at('T3-ROW-SUM').split(' ')[0]} 表三 · 一、本年新收政府信息公开申请数量 · 总计 \`4\` → \`5\`
- ✗ ${at('T3-BALANCE')} 表三 · 四、结转下年度继续办理 · 总计：本年新收加上年结转是 4，（七）总计加结转下年度是 5，相差 1。
  - 左边 4：本年新收加上年结转：一、本年新收政府信息公开申请数量 4、二、上年结转政府信息公开申请数量 0
  - 右边 5：（七）总计加结转下年度：（七）总计 5、四、结转下年度继续办理 0
  - 怎么改：改法见第 12 行的 T3-ROW-SUM：照那里改好，这一条也就成立。
`);
});

test('what is no sum has no sides to tell', () => {
  const result = check({ [reportPath(2023, 'yaml')]: write(reportData(2021), 'yaml').text });
  const found: Diagnostic = {
    code: 'T2-REG-TOWNSHIP',
    severity: 'error',
    message: '写的是 1，应当是 0。',
    left: 1,
    right: 0,
  };
  const text = comment({ ...result, diagnostics: [found] });
  expect(text).toContain('写的是 1，应当是 0。');
  expect(text).not.toMatch(/左边|右边/);
});

describe.each([
  ['a broken site', () => brokenResult()],
  ['hostile texts', hostileResult],
  ['hostile changes', () => ({ ...brokenResult(), changes: change(3, hostile.join(' ')) })],
])('the comment on %s', (_, make) => {
  const result = make();
  const text = comment(result, { links });
  const { tokens, html, links: targets, images, text: visible } = rendered(text);

  test('says the verdict first', () => {
    expect(text).toMatch(new RegExp(`^## ✗ 年度报告核对：错误 ${result.counts.errors} 处`));
  });

  test('has no HTML but what folds, and no links but to the files', () => {
    expect(html.length).toBeGreaterThan(0);
    for (const piece of html) {
      expect(piece).toMatch(/^(<details><summary>[\u4e00-\u9fff]+ \d+<\/summary>|<\/details>)$/);
    }
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(target.startsWith(`${links}data/`)).toBe(true);
    expect(images).toEqual([]);
    expect(visible).not.toMatch(/www\.\w/);
  });

  test('mentions nobody and nothing', () => {
    expect(visible).not.toMatch(/(^|[^\w])[@#!$~]\w/m);
  });

  test('has no headings but its own', () => {
    const headings = tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => tag);
    expect(headings[0]).toBe('h2');
    expect(headings.slice(1).every((tag) => tag === 'h3')).toBe(true);
  });

  test('shows every finding with its code and its place', () => {
    const lines = text.split('\n').filter((line) => /^- [✗△○]/.test(line));
    expect(lines).toHaveLength(result.diagnostics.length);
    for (const { code, place } of result.diagnostics) {
      const line = place ? `#L${place.line})` : '';
      expect(lines.some((each) => each.includes(`\`${code}\``) && each.includes(line))).toBe(true);
    }
  });
});

test('changed cells stand in a table, old and new', () => {
  const text = comment({ ...brokenResult(), changes: change(2, 'a|b`c') });
  expect(text).toContain('| 改动的格 | 原来 | 现在 |\n| --- | --- | --- |\n| a\\|b\\`c | a\\|b\\`c | 0 |\n');
  expect(text).toContain('| 表二 · 规章 | 3 | （没有这一格） |');
  expect(text).toContain('- 公布日期：2024-01-01 → 2024-01-02');
  expect(text).toContain('- 一、总体情况：改动“旧的一句。” → “新的一句。”');
  expect(text).toContain('- 新增机关：a\\|b\\`c');
  const { tokens } = rendered(text);
  const rows = tokens.filter(({ type }) => type === 'tr_open').length;
  const cells = tokens.filter(({ type }) => /^t[dh]_open$/.test(type)).length;
  expect([rows, cells]).toEqual([4, 12]);
});

test('a long table is folded', () => {
  expect(comment({ ...brokenResult(), changes: change(30) })).toContain(
    '<details><summary>改动的格 31</summary>',
  );
});

test('a report that is gone, new or unreadable is told', () => {
  const told = (kind: 'added' | 'removed' | 'unread') => {
    const changes = change(0);
    const report = {
      ...changes.reports[0]!,
      file: 'data/organs/zhen/2020.yaml',
      name: '某镇2020年度报告',
      kind,
    };
    return comment({ ...brokenResult(), changes: { reports: [report], organs: [], site: [] } });
  };
  expect(told('added')).toContain('### 某镇2020年度报告\n\n- 新增这份报告。\n');
  expect(told('removed')).toContain('### 某镇2020年度报告\n\n- 删去了这份报告。\n');
  expect(told('unread')).toContain('### 某镇2020年度报告\n\n- 读不出来，没有比较。\n');
});

test('without changes it says so, where there was something to compare with', () => {
  const none = { reports: [], organs: [], site: [] };
  expect(comment({ ...brokenResult(), changes: none })).toContain('与原来相比，数据没有改动。');
  expect(comment(brokenResult())).not.toContain('与原来相比');
});

test('a clean site gets a short comment', () => {
  const result = check({ [reportPath(2023, 'yaml')]: write(reportData(2021), 'yaml').text });
  const text = comment(result);
  expect(text).toMatch(/^## ✓ 年度报告核对：没有错误\n\n核对了/);
  expect(text.length).toBeLessThan(300);
});

test('names of files are shown as they are where no address is known', () => {
  expect(comment(brokenResult(), { folder: '年报' })).toContain('`年报/data/organs/zhen/2023.yaml:');
});

test('what does not fit is counted, and the errors come before all else', () => {
  const { diagnostics, counts } = hostileResult();
  const place = { file: 'data/site.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const many = Array.from({ length: 300 }, (_, i): Diagnostic[] =>
    diagnostics.map((each) => ({ ...each, place: { ...(each.place ?? place), line: i + 1 } })),
  ).flat();
  const result = { ...toResult(counts, many), changes: change(500) };
  const text = comment(result, { links });
  expect(text.length).toBeLessThanOrEqual(60_000);
  expect(text.length).toBeGreaterThan(50_000);
  const starting = (mark: string) => text.split('\n').filter((line) => line.startsWith(mark)).length;
  const errors = starting('- ✗');
  expect(errors).toBeGreaterThan(5);
  expect([starting('- △'), starting('- ○'), starting('| 表')]).toEqual([0, 0, 0]);
  const { warnings, infos } = result.counts;
  expect(text).toContain(
    `另有 ${result.counts.errors - errors} 处错误、 3 处改动、 501 格改动、 1 处文字改动、 ${warnings} 处提示、 ${infos} 处说明没有列出`,
  );
  expect(rendered(text).html.filter((tag) => tag === '</details>')).toHaveLength(
    rendered(text).html.filter((tag) => tag.startsWith('<details>')).length,
  );
});
