import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixCommand } from '../../src/commands/fix.ts';
import { replaceFile } from '../../src/write/replace-file.ts';
import { base, reportPath } from '../helpers/memory.ts';
import { put, raw, reportData } from '../helpers/report-data.ts';
import { folderOf, recordingTerminal } from '../helpers/terminal.ts';
import { temporaryFolder, tree } from '../helpers/tree.ts';
import { write } from '../helpers/written.ts';

const path = reportPath(2023, 'yaml');

/** A report with a full-width number and a blank total in one row, and one with nothing to fix. */
function site() {
  const report = reportData(2021);
  put(report, 'challenges.review', [raw('１２'), 0, 0, 0, raw('空')]);
  const broken = write(report, 'yaml').text;
  put(report, 'challenges.review', [12, 0, 0, 0, 12]);
  const sound = write(report, 'yaml').text;
  const root = folderOf({
    ...base,
    [path]: broken,
    [reportPath(2022, 'json')]: write(report, 'json').text,
  });
  return { root, broken, sound };
}

function fix(root: string, options: { files?: string[]; write?: boolean; zeros?: boolean } = {}) {
  const terminal = recordingTerminal();
  const exit = fixCommand({ root, files: [], write: false, zeros: false, ...options }, terminal);
  return { exit, out: terminal.printed(), err: terminal.told() };
}

test('shows every change and changes nothing', () => {
  const { root } = site();
  const before = tree(root);
  const { exit, out, err } = fix(root);
  expect([exit, err]).toEqual([0, '']);
  const line = Number(/^ {2}(\d+) /m.exec(out)![1]);
  expect(out).toBe(`${path}
  ${line} 表四 · 行政复议 · 结果维持：１２ → 12（全角改半角）
  ${line} 表四 · 行政复议 · 总计：空 → 12（按相加的结果填写）
    -   review: [１２, 0, 0, 0, 空]
    +   review: [12, 0, 0, 0, 12]

可以改 1 个文件 2 处，现在还没有改。看过以后加上 --write 再运行一次。
`);
  expect(tree(root)).toEqual(before);
});

test('with --write it changes that and no other file, and leaves nothing behind', () => {
  const { root, sound } = site();
  const before = tree(root);
  chmodSync(join(root, path), 0o640);
  const { exit, out } = fix(root, { write: true });
  expect(exit).toBe(0);
  expect(out).toContain('改了 1 个文件 2 处。用 gouji check 核对。');
  expect(readFileSync(join(root, path), 'utf8')).toBe(sound);
  expect(statSync(join(root, path)).mode & 0o777).toBe(0o640);
  expect({ ...tree(root), [path]: '' }).toEqual({ ...before, [path]: '' });
  expect(fix(root, { write: true }).out).toBe('没有可以放心改的地方。\n');
});

test('a byte order mark and line ends of Windows stay', () => {
  const { root, broken, sound } = site();
  const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
  writeFileSync(join(root, path), windows(broken));
  const { out } = fix(root, { write: true });
  expect(out).not.toContain('\r');
  expect(readFileSync(join(root, path), 'utf8')).toBe(windows(sound));
});

test('leading zeros go only with --zeros', () => {
  const report = reportData(2021);
  put(report, 'disclosure.licensing', raw('007'));
  const root = folderOf({ ...base, [path]: write(report, 'yaml').text });
  expect(fix(root).out).toBe('没有可以放心改的地方。\n');
  expect(fix(root, { zeros: true }).out).toContain('本年处理决定数量：007 → 7（去掉前面的 0）');
});

describe('files on the command line', () => {
  test('only those are looked at', () => {
    const { root } = site();
    expect(fix(root, { files: [join(root, reportPath(2022, 'json'))] }).out).toBe('没有可以放心改的地方。\n');
    expect(fix(root, { files: [join(root, path)] }).out).toContain('可以改 1 个文件');
  });

  test.each([
    ['data/organs/zhen/2021.yaml', '没有'],
    ['data/organs/zhen/organ.yaml', '不是'],
    ['data/site.yaml', '不是'],
    ['data/organs/zhen', '没有'],
    ['outside.yaml', '不是'],
    ['data/organs/zhen/2020.yaml', '没有'],
  ])('%s is no report', (file, said) => {
    const { root } = site();
    writeFileSync(join(root, 'outside.yaml'), 'form: 2021');
    symlinkSync(join(root, path), join(root, 'data/organs/zhen/2020.yaml'));
    const { exit, err, out } = fix(root, { files: [join(root, file)] });
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});

describe('a file that cannot be read is named, and the others are fixed', () => {
  test.each([
    ['a bracket that nothing closes', 'form: 2021\nopening: "没有收尾\n', '读不懂'],
    ['another encoding', new Uint8Array([0xb1, 0xa8, 0xb8, 0xe6, 0x3a, 0x20, 0x31]), '不是 UTF-8 编码'],
  ])('%s', (_, content, said) => {
    const { root } = site();
    const other = reportPath(2021, 'yaml');
    writeFileSync(join(root, other), content);
    const { exit, out, err } = fix(root, { write: true });
    expect(exit).toBe(1);
    expect(err).toContain(other);
    expect(err).toContain(said);
    expect(out).toContain('改了 1 个文件 2 处');
    expect(readFileSync(join(root, other))).toEqual(Buffer.from(content as string));
  });
});

describe('putting new content in the place of a file', () => {
  test('is refused where the file has changed since it was read', () => {
    const file = join(temporaryFolder(), 'a.yaml');
    writeFileSync(file, 'new');
    expect(replaceFile(file, Buffer.from('old'), Buffer.from('newer'))).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(join(file, '..'))).toEqual(['a.yaml']);
  });

  test('leaves nothing behind where the file is gone', () => {
    const folder = temporaryFolder();
    expect(() => replaceFile(join(folder, 'a.yaml'), Buffer.from(''), Buffer.from('x'))).toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});
