import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCommand } from '../../src/commands/check.ts';
import { type DiffOptions, diffCommand } from '../../src/commands/diff.ts';
import { gitData } from '../../src/commands/git.ts';
import type { Changes } from '../../src/diagnostics/changes.ts';
import { dataFolder } from '../../src/reports/folder.ts';
import { base, reportPath } from '../helpers/memory.ts';
import { put, type ReportData, raw, reportData } from '../helpers/report-data.ts';
import { commit, git } from '../helpers/repository.ts';
import { folderOf, recordingTerminal } from '../helpers/terminal.ts';
import { temporaryFolder } from '../helpers/tree.ts';
import { write } from '../helpers/written.ts';

const path = reportPath(2023, 'yaml');

function report(change: (report: ReportData) => void = () => {}, edition: 2019 | 2021 = 2021): string {
  const data = reportData(edition);
  change(data);
  return write(data, 'yaml').text;
}

/** A repository with two versions of the data, and a third in the working tree. */
function repository(): string {
  const root = temporaryFolder();
  git(root, 'init', '-q');
  commit(root, { ...base, [path]: report(), [reportPath(2022, 'yaml')]: report() }, 'v1');
  commit(
    root,
    {
      [path]: report((data) => {
        put(data, 'applications.granted', [1, 0, 0, 0, 0, 0, 1]);
        data['overview'] = `${String(data['overview'])}新增一句。`;
      }),
      [reportPath(2022, 'yaml')]: null,
      [reportPath(2024, 'json')]: write(reportData(2021), 'json').text,
      'data/organs/zhen/organ.yaml': 'name: 某镇\nfullName: 某县某镇人民政府\nlevel: subdistrict\n',
      'data/organs/xiang/organ.yaml': 'name: 某乡\nfullName: 某县某乡人民政府\nlevel: township\n',
    },
    'v2',
  );
  writeFileSync(
    join(root, path),
    report((data) => {
      put(data, 'applications.granted', [raw('１'), 0, 0, 0, 0, 0, 1]);
      data['overview'] = String(data['overview']).replace('工作平稳', '工作平稳有序');
    }),
  );
  return root;
}

function diff(options: Omit<DiffOptions, 'format'> & { format?: DiffOptions['format'] }) {
  const terminal = recordingTerminal();
  const exit = diffCommand({ format: 'pretty', ...options }, terminal);
  return { exit, out: terminal.printed(), err: terminal.told() };
}

test('two revisions, in the words of the form', () => {
  const { exit, out, err } = diff({ root: repository(), before: 'v1', after: 'v2' });
  expect([exit, err]).toEqual([0, '']);
  expect(out).toBe(`删去报告 某镇2022年度报告  data/organs/zhen/2022.yaml

某镇2023年度报告  data/organs/zhen/2023.yaml
  表三 · （一）予以公开 · 自然人：0 → 1
  表三 · （一）予以公开 · 总计：0 → 1
  一、总体情况
    新增 “新增一句。”

新增报告 某镇2024年度报告  data/organs/zhen/2024.json

新增机关 某乡  data/organs/xiang

机关 某镇
  层级：township → subdistrict

1份报告有改动，2格的数不同，1句文字不同，新增1份，删去1份，2个机关有变动。
`);
});

test('a revision and what is on the disk', () => {
  const { exit, out } = diff({ root: repository(), before: 'HEAD' });
  expect(exit).toBe(0);
  expect(out).toContain('（一）予以公开 · 自然人：1 → “１”');
  expect(out).toContain('    改动 “本机关工作平稳。”\n      → “本机关工作平稳有序。”\n    删去 “新增一句。”');
});

test('a correction or a waiver that one side only has is told by what it is about', () => {
  const root = repository();
  const lists = (date: string) =>
    report((data) => {
      put(data, 'disclosure.licensing', 3);
      data['corrections'] = [{ cell: 'disclosure.licensing', old: 2, new: 3, date, reason: '漏计一件' }];
      data['waivers'] = [
        {
          rule: 'QA-LENGTH',
          cells: ['overview'],
          values: ['本机关'],
          reason: '事项很少。',
          by: '某镇',
          until: '2030-12-31',
        },
      ];
    });
  commit(root, { [path]: lists('2024-03-01') }, 'v3');
  commit(root, { [path]: lists('2024-03-02') }, 'v4');
  const added = diff({ root, before: 'v2', after: 'v3' }).out;
  expect(added).toContain('  增加更正：表二 · 行政许可 · 本年处理决定数量 2 → 3（2024-03-01）\n');
  expect(added).toContain('  增加说明：QA-LENGTH 一、总体情况，有效期至 2030-12-31\n');
  const changed = diff({ root, before: 'v3', after: 'v4' }).out;
  expect(changed).toBe(`某镇2023年度报告  ${path}
  删去更正：表二 · 行政许可 · 本年处理决定数量 2 → 3（2024-03-01）
  增加更正：表二 · 行政许可 · 本年处理决定数量 2 → 3（2024-03-02）

1份报告有改动。
`);
});

test('an organ whose folder has another name now is the same organ', () => {
  const root = repository();
  commit(root, {
    [path]: null,
    'data/organs/zhen/organ.yaml': null,
    [reportPath(2024, 'json')]: null,
    'data/organs/xinzhen/organ.yaml': 'name: 新镇\nfullName: 某县某镇人民政府\nlevel: subdistrict\n',
    'data/organs/xinzhen/2023.yaml': report((data) =>
      put(data, 'applications.granted', [2, 0, 0, 0, 0, 0, 1]),
    ),
    'data/organs/xinzhen/2024.json': write(reportData(2021), 'json').text,
  });
  const { exit, out } = diff({ root, before: 'v2', after: 'HEAD' });
  expect(exit).toBe(0);
  expect(out).toBe(`新镇2023年度报告  data/organs/xinzhen/2023.yaml
  表三 · （一）予以公开 · 自然人：1 → 2
  一、总体情况
    删去 “新增一句。”

机关 新镇
  文件夹：zhen → xinzhen
  简称：某镇 → 新镇

1份报告有改动，1格的数不同，1句文字不同，1个机关有变动。
`);
});

test('a branch that only the remote has is found by its plain name', () => {
  const root = temporaryFolder();
  git(root, 'clone', '-q', repository(), '.');
  const branch = git(root, 'rev-parse', '--abbrev-ref', 'HEAD').trim();
  git(root, 'checkout', '-q', '--detach');
  git(root, 'branch', '-q', '-D', branch);
  expect(diff({ root, before: branch, after: 'HEAD' })).toMatchObject({ exit: 0, out: '没有不同。\n' });
});

test('nothing differs from itself', () => {
  expect(diff({ root: repository(), before: 'v2', after: 'v2' }).out).toBe('没有不同。\n');
});

test('the same as JSON', () => {
  const { out } = diff({ root: repository(), before: 'v1', after: 'v2', format: 'json' });
  const { version, before, after, reports, organs, site } = JSON.parse(out) as Changes &
    Record<string, unknown>;
  expect([version, before, after, site]).toEqual([1, 'v1', 'v2', []]);
  expect(reports.map(({ kind, year }) => [kind, year])).toEqual([
    ['removed', 2022],
    ['changed', 2023],
    ['added', 2024],
  ]);
  expect(reports[1]).toMatchObject({
    file: path,
    organ: 'zhen',
    cells: [
      { cell: 'applications.granted.natural', from: '0', to: '1' },
      { cell: 'applications.granted.total', from: '0', to: '1' },
    ],
    texts: [{ part: '一、总体情况', to: '新增一句。' }],
  });
  expect(organs.map(({ kind, organ }) => [kind, organ])).toEqual([
    ['added', 'xiang'],
    ['changed', 'zhen'],
  ]);
});

test('data in a folder of the repository, with names that need care', () => {
  const root = temporaryFolder();
  git(root, 'init', '-q');
  const files = { ...base, [path]: report(), 'data/organs/zhen/说明 "1"\n.txt': '' };
  const inside = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [`年报/${name}`, content]),
  );
  commit(root, { ...inside, 'data/site.yaml': 'title: 不是这个\npublisher: 某县\n' });
  const found = gitData(join(root, '年报'), 'HEAD');
  if ('problem' in found) throw new Error(found.problem);
  const sorted = (paths: string[]) => [...paths].sort();
  const listed = found.data.list();
  const there = dataFolder(join(root, '年报'));
  expect(sorted(listed.map((file) => file.path))).toEqual(sorted(there.list().map((file) => file.path)));
  for (const { path } of listed)
    expect(Buffer.from(found.data.read(path))).toEqual(Buffer.from(there.read(path)));
});

test('links in a revision are not followed', () => {
  const root = temporaryFolder();
  git(root, 'init', '-q');
  commit(root, { ...base, [path]: report() });
  symlinkSync('2023.yaml', join(root, 'data/organs/zhen/2022.yaml'));
  commit(root, {}, 'v1');
  const found = gitData(root, 'v1');
  if ('problem' in found) throw new Error(found.problem);
  expect(found.data.list()).toContainEqual({ path: 'data/organs/zhen/2022.yaml', link: true });
});

describe('what cannot be compared is said, and is wrong use', () => {
  test.each([
    ['a revision that is not there', 'v9', '没有“v9”这个版本'],
    ['an option in the place of a revision', '--output=/tmp/x', '不是 git 的版本'],
    ['nothing', '', '不是 git 的版本'],
    ['a path in the place of a revision', 'v1:data', '没有“v1:data”这个版本'],
  ])('%s', (_, before, said) => {
    const { exit, err, out } = diff({ root: repository(), before });
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });

  test.each([
    ['v1..v2', '两个版本要分开写：gouji diff v1 v2。'],
    ['v9', /^git 里没有“v9”这个版本。有的是：.*v1、v2。$/],
  ])('%s: what there is', (before, said) => {
    const { exit, err } = diff({ root: repository(), before });
    expect(exit).toBe(2);
    expect(err.trim()).toMatch(said);
  });

  test('a repository without a commit, and one with a part of the history', () => {
    const root = temporaryFolder();
    git(root, 'init', '-q');
    expect(diff({ root, before: 'main' }).err).toContain('还没有提交过');
    const part = temporaryFolder();
    git(part, 'clone', '-q', '--depth', '1', `file://${repository()}`, '.');
    expect(diff({ root: part, before: 'v1' }).err).toContain('fetch-depth: 0');
  });

  test('no repository', () => {
    const { exit, err } = diff({ root: folderOf(base), before: 'HEAD' });
    expect(exit).toBe(2);
    expect(err).toContain('git 仓库');
  });

  test('no folder', () => {
    expect(diff({ root: join(temporaryFolder(), 'x'), before: 'HEAD' })).toMatchObject({ exit: 2 });
  });

  test('no git', () => {
    const script = "import('./lib/commands/git.js').then((m) => console.log(m.gitData('.', 'HEAD').problem))";
    const said = execFileSync(process.execPath, ['-e', script], {
      encoding: 'utf8',
      env: { ...process.env, PATH: '/nonexistent' },
    });
    expect(said).toContain('没有找到 git');
  });
});

describe('two report files', () => {
  function files(before: string | Uint8Array, after: string | Uint8Array) {
    const root = folderOf({ 'a/2022.yaml': before, 'b/2023.yaml': after });
    return { root, before: join(root, 'a/2022.yaml'), after: join(root, 'b/2023.yaml') };
  }

  test('differ in cells, text and the rest', () => {
    const options = files(
      report((data) => put(data, 'published', raw('2023-01-02'))),
      report((data) => {
        put(data, 'challenges.review', [1, 0, 0, 0, 1]);
        put(data, 'published', raw('2024-01-02'));
        put(data, 'notes', { 'challenges.review.upheld': raw('含上年一件') });
      }),
    );
    const { exit, out } = diff(options);
    expect(exit).toBe(0);
    expect(out).toBe(`${options.before} → ${options.after}
  公布日期：2023-01-02 → 2024-01-02
  表四 · 行政复议 · 结果维持：0 → 1
  表四 · 行政复议 · 总计：0 → 1
  注释 表四 · 行政复议 · 结果维持
    新增 “含上年一件”

1份报告有改动，2格的数不同，1句文字不同。
`);
  });

  test('of two editions: cells without a counterpart are named, never subtracted', () => {
    const { out } = diff(
      files(
        report(undefined, 2019),
        report((data) => put(data, 'disclosure.fees', 2)),
      ),
    );
    expect(out).toContain('  格式版本：2019 → 2021\n');
    expect(out).toContain('  只有原来的格式有的格：\n    表二 · 规章 · 本年新制作数量：0\n');
    expect(out).toContain('    表二 · 行政事业性收费 · 本年收费金额（单位：万元）：2\n');
    expect(out).toContain('60格只有一边有。');
    expect(out).not.toMatch(/本年收费金额（单位：万元）：.*→/);
  });

  test.each([
    ['a file that is not there', 'x/2022.yaml', 2, '没有'],
    ['a file that cannot be read', new Uint8Array([0xb1, 0xa8, 0xb8, 0xe6]), 1, '不是 UTF-8 编码'],
    ['a file with a fault of the writing', 'form: 2021\nopening: "没有\n', 1, '读不出来'],
  ])('%s', (_, before, exit, said) => {
    const options = files(typeof before === 'string' ? before : before, report());
    const found = diff(exit === 2 ? { ...options, before: join(options.root, 'x/2022.yaml') } : options);
    expect([found.exit, found.out]).toEqual([exit, '']);
    expect(found.err).toContain(said);
  });

  test('a file and a revision, or a file that is no report', () => {
    const { root, before } = files(report(), report());
    expect(diff({ root, before: 'v1', after: before })).toMatchObject({ exit: 2 });
    expect(diff({ root, before: 'v1', after: before }).err).toContain('“v1”不是报告文件');
    writeFileSync(join(root, 'organ.yaml'), 'name: 某镇\n');
    const { exit, err } = diff({ root, before: join(root, 'organ.yaml'), after: before });
    expect([exit, err]).toEqual([2, expect.stringContaining('organ.yaml 不是一份报告')]);
  });

  test('one file alone is wrong use', () => {
    const { root, before } = files(report(), report());
    expect(diff({ root, before })).toMatchObject({ exit: 2 });
  });
});

test('a report that cannot be read on one side is named, not called gone', () => {
  const root = repository();
  writeFileSync(join(root, path), 'form: 2021\nopening: "没有\n');
  const { exit, out } = diff({ root, before: 'v2' });
  expect(exit).toBe(1);
  expect(out).toContain('读不出来，没有比较：某镇2023年度报告');
});

describe('gouji check --base', () => {
  function check(options: { format: 'markdown' | 'json' | 'pretty'; base?: string; links?: string }) {
    const terminal = recordingTerminal();
    const exit = checkCommand({ root: repository(), ...options }, terminal);
    return { exit, out: terminal.printed(), err: terminal.told() };
  }

  test('lists the cells that changed in the comment for a pull request', () => {
    const { exit, out } = check({ format: 'markdown', base: 'v2', links: 'https://git.example/blob/main/' });
    expect(exit).toBe(1);
    expect(out).toMatch(/^## ✗ 年度报告核对：错误 \d+ 处/);
    expect(out).toContain('| 表三 · （一）予以公开 · 自然人 | 1 | “１” |');
    expect(out).toContain('](https://git.example/blob/main/data/organs/zhen/2023.yaml#L');
  });

  test('and in JSON', () => {
    const { changes } = JSON.parse(check({ format: 'json', base: 'v2' }).out) as { changes: Changes };
    expect(changes.reports.map(({ cells }) => cells.length)).toEqual([1]);
  });

  test.each([
    [{ format: 'pretty', base: 'v2' }, '--format markdown'],
    [{ format: 'markdown', base: 'v9' }, '没有“v9”这个版本'],
    [{ format: 'markdown', links: 'ftp://x/' }, 'http://'],
    [{ format: 'markdown', links: 'https://x/a b/' }, 'http://'],
  ] as const)('%j is wrong use', (options, said) => {
    const { exit, out, err } = check(options);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});
