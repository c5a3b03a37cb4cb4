import { lstatSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { type CellFix, fixReport } from '../check/fix/fix-report.ts';
import { compareText } from '../diagnostics/diagnostic.ts';
import { forms } from '../forms/index.ts';
import { claim, type ReportFilePath } from '../reports/files.ts';
import { dataFolder } from '../reports/folder.ts';
import { decode } from '../source/decode.ts';
import { replaceFile } from '../write/replace-file.ts';
import { exitCodes, type Terminal } from './environment.ts';

export interface FixCommandOptions {
  root: string;
  /** Report files; none means all of them. */
  files: readonly string[];
  write: boolean;
  zeros: boolean;
}

/** `gouji fix`: shows what can be put right without asking, and with `--write` does it. */
export function fixCommand({ root, files, write, zeros }: FixCommandOptions, terminal: Terminal): number {
  const chosen = chooseFiles(root, files);
  if ('problem' in chosen) {
    terminal.err(`${chosen.problem}\n`);
    return exitCodes.usage;
  }
  const done = { files: 0, fixes: 0, problems: 0 };
  for (const file of chosen.reports) {
    const problem = guarded(() =>
      fixFile(root, file, { write, zeros }, (fixes, text) => {
        done.files++;
        done.fixes += fixes;
        terminal.out(text);
      }),
    );
    if (problem === undefined) continue;
    done.problems++;
    terminal.err(`${file.path}：${problem}\n`);
  }
  terminal.out(`${closing(done, write)}\n`);
  return done.problems > 0 ? exitCodes.errors : exitCodes.clean;
}

function closing({ files, fixes }: { files: number; fixes: number }, write: boolean): string {
  if (files === 0) return '没有可以放心改的地方。';
  return write
    ? `改了 ${files} 个文件 ${fixes} 处。用 gouji check 核对。`
    : `可以改 ${files} 个文件 ${fixes} 处，现在还没有改。看过以后加上 --write 再运行一次。`;
}

type Chosen = { reports: ReportFilePath[] } | { problem: string };

function chooseFiles(root: string, files: readonly string[]): Chosen {
  if (files.length === 0) {
    const all = dataFolder(root).list();
    return {
      reports: claim(
        [...all].sort((a, b) => compareText(a.path, b.path)),
        forms,
      ).claims.reports,
    };
  }
  const reports: ReportFilePath[] = [];
  for (const file of files) {
    if (!lstatSync(resolve(file), { throwIfNoEntry: false })?.isFile()) {
      return { problem: `没有 ${file} 这个文件。` };
    }
    const path = relative(root, resolve(file)).split(sep).join('/');
    const [report] = path.startsWith('data/') ? claim([{ path }], forms).claims.reports : [];
    if (!report) return { problem: `${file} 不是 ${join(root, 'data')} 里的报告。` };
    reports.push(report);
  }
  return { reports };
}

/** What the disk refuses is a fault of the file, not of ours. */
function guarded(fix: () => string | undefined): string | undefined {
  try {
    return fix();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    return `打不开，或者写不进去（${code}）。`;
  }
}

const mark = [0xef, 0xbb, 0xbf];

/** What went wrong; undefined where nothing did. */
function fixFile(
  root: string,
  file: ReportFilePath,
  { write, zeros }: { write: boolean; zeros: boolean },
  show: (fixes: number, text: string) => void,
): string | undefined {
  const bytes = dataFolder(root).read(file.path);
  const decoded = decode(bytes);
  if ('encoding' in decoded) return `不是 UTF-8 编码，看起来是 ${decoded.encoding}，没有改。`;
  const { text } = decoded;
  const fixed = fixReport(file, text, forms, { zeros });
  if ('problem' in fixed) return fixed.problem;
  if (fixed.fixes.length === 0) return undefined;
  show(fixed.fixes.length, shown(file.path, text, fixed.text, fixed.fixes));
  if (!write) return undefined;
  // The mark that some editors put at the beginning of a file is no part of its text.
  const marked = mark.every((byte, i) => bytes[i] === byte);
  const content = Buffer.concat([Buffer.from(marked ? mark : []), Buffer.from(fixed.text)]);
  return replaceFile(join(root, file.path), bytes, content)
    ? undefined
    : '刚才被别的程序改过，没有动它。请再运行一次。';
}

const reasons: Record<CellFix['why'], string> = {
  fullWidth: '全角改半角',
  thousands: '去掉千分位',
  leadingZeros: '去掉前面的 0',
  total: '按相加的结果填写',
};

/** Each changed line as it was and as it will be, under the names of its cells. */
function shown(path: string, before: string, after: string, fixes: readonly CellFix[]): string {
  const [old, now] = [before, after].map((text) => text.split(/\r?\n/));
  const lineOf = ({ start }: CellFix) => before.slice(0, start).split('\n').length;
  const lines = [...new Set(fixes.map(lineOf))];
  const blocks = lines.flatMap((line) => [
    ...fixes
      .filter((fix) => lineOf(fix) === line)
      .map(
        ({ cell, from, to, why }) =>
          `  ${line} ${cell.name}：${from || '（空着）'} → ${to}（${reasons[why]}）`,
      ),
    `    - ${old![line - 1]}`,
    `    + ${now![line - 1]}`,
  ]);
  return `${[path, ...blocks].join('\n')}\n\n`;
}
