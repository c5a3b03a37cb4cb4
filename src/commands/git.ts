import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { DataFile } from '../reports/files.ts';
import type { DataSource } from '../reports/load.ts';

/** The data folder as it was at a revision, or why it cannot be had. */
export type GitData = { data: DataSource } | { problem: string };

/**
 * Reads `data/` from the git repository that holds `root`, without touching the working tree. All of it is read
 * at once: a process for each file would take a thousand times as long.
 */
export function gitData(root: string, revision: string): GitData {
  if (revision === '' || revision.startsWith('-')) {
    return { problem: `“${revision}”不是 git 的版本：要写分支、标签或提交的名字。` };
  }
  if (!existsSync(root)) return { problem: `没有 ${root} 这个文件夹。` };
  const inside = git(root, ['rev-parse', '--git-dir']);
  if ('problem' in inside) return { problem: inside.problem };
  // Where only one branch has been fetched, the others are known by the name of the remote.
  const sha = commitOf(root, revision) ?? commitOf(root, `origin/${revision}`);
  if (sha === undefined) return { problem: noSuchRevision(root, revision) };
  const tree = git(root, ['ls-tree', '-r', '-z', sha, '--', 'data']);
  if ('problem' in tree) return tree;
  const entries = treeEntries(tree.output);
  return { data: { list: () => entries.map(({ file }) => file), read: reader(root, entries) } };
}

function commitOf(root: string, revision: string): string | undefined {
  return said(root, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
}

/** Branches and tags named where there is no such revision. */
const named = 5;

function noSuchRevision(root: string, revision: string): string {
  const [from, to] = revision.split(/\.{2,3}/);
  if (from && to) return `两个版本要分开写：gouji diff ${from} ${to}。`;
  if (commitOf(root, 'HEAD') === undefined) return '这个 git 仓库里还没有提交过，没有可以比较的版本。';
  const none = `git 里没有“${revision}”这个版本。`;
  if (said(root, ['rev-parse', '--is-shallow-repository']) === 'true') {
    return `${none}这里只取了最近的历史；自动核对时要取全部历史（fetch-depth: 0）。`;
  }
  const names = said(root, ['for-each-ref', `--count=${named}`, '--format=%(refname:short)']);
  return names ? `${none}有的是：${names.split('\n').join('、')}。` : none;
}

/** What git prints; undefined where it refuses or prints nothing. */
function said(root: string, args: readonly string[]): string | undefined {
  const answer = git(root, args);
  return 'problem' in answer ? undefined : answer.output.toString('utf8').trim() || undefined;
}

interface TreeEntry {
  file: DataFile;
  id: string;
}

/** `<mode> <type> <id>\t<path>`, ended by a zero byte. Only plain files are read; links and submodules are listed. */
function treeEntries(output: Buffer): TreeEntry[] {
  return output
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const [about, path] = [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)];
      const [mode, , id] = about.split(' ');
      return { id: id!, file: mode!.startsWith('100') ? { path } : { path, link: true } };
    });
}

function reader(root: string, entries: readonly TreeEntry[]): DataSource['read'] {
  let contents: Map<string, Uint8Array> | undefined;
  return (path) => {
    contents ??= readAll(
      root,
      entries.filter(({ file }) => !file.link),
    );
    const content = contents.get(path);
    if (!content) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return content;
  };
}

/** Each object comes as `<id> <type> <size>\n<bytes>\n`, in the order asked. */
function readAll(root: string, entries: readonly TreeEntry[]): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  const batch = git(root, ['cat-file', '--batch'], entries.map(({ id }) => `${id}\n`).join(''));
  if ('problem' in batch) throw new Error(batch.problem);
  let at = 0;
  for (const { file } of entries) {
    const end = batch.output.indexOf('\n', at);
    const size = Number(batch.output.toString('utf8', at, end).split(' ')[2]);
    if (!Number.isInteger(size)) throw new Error(`git cat-file: no object for ${file.path}`);
    contents.set(file.path, batch.output.subarray(end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return contents;
}

/** Runs git itself, never a shell. */
function git(root: string, args: readonly string[], input = ''): { output: Buffer } | { problem: string } {
  try {
    return {
      output: execFileSync('git', ['-C', root, ...args], {
        input,
        maxBuffer: Number.POSITIVE_INFINITY,
        stdio: ['pipe', 'pipe', 'pipe'],
      }),
    };
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    if (code === 'ENOENT') return { problem: '没有找到 git。比较版本要用 git，先安装它。' };
    const reason = stderr?.toString('utf8').trim().split('\n')[0] ?? '';
    return {
      problem: /not a git repository/.test(reason)
        ? `${root} 不在 git 仓库里，没有版本可以比较。比较两份报告写两个文件：gouji diff 2022.yaml 2023.yaml。`
        : `git 读不了 ${root}：${reason}。`,
    };
  }
}
