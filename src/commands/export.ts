import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { compareText, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Format } from '../export/formats.ts';
import { exported, type Writer, writerOf } from '../export/index.ts';
import { forms } from '../forms/index.ts';
import { allReports, buildSite, type ReportEntry } from '../model/site.ts';
import { reportTitle } from '../pages/sentence.ts';
import { gather } from '../pipeline.ts';
import { dataFolder } from '../reports/folder.ts';
import { organFile } from '../reports/organ.ts';
import { diskReason } from '../write/disk-fault.ts';
import { holds, realPath } from '../write/real-path.ts';
import { exitCodes, type Terminal } from './environment.ts';

export interface ExportOptions {
  root: string;
  /** `chengguan/2023`, `chengguan`, `2023`; none means all reports. */
  which?: string;
  to: readonly Format[];
  /** A file for one report in one format, else a folder. */
  out: string;
  /** A folder of font files for PDF. */
  fonts?: string;
  force: boolean;
  today?: string;
}

/** `gouji export`: reports as the documents that offices hand in; a report with errors is not written. */
export function exportCommand(options: ExportOptions, terminal: Terminal): number {
  const { root, which, to, out } = options;
  const refuse = (why: string) => {
    terminal.err(`${why}\n`);
    return exitCodes.usage;
  };
  const { dataset, checked, diagnostics } = gather({
    data: dataFolder(root),
    forms,
    today: options.today,
    progress: () => {},
  });
  if (!dataset.site) return refuse('data/site.yaml 读不出来。用 gouji check 看是哪里错了。');
  const site = buildSite(dataset.site, dataset, checked);
  const all = allReports(site);
  const entries = all.filter((entry) => isMeant(pathOf(entry), which));
  const unread = unreadReports(all, diagnostics).filter((path) => isMeant(path, which));
  if (entries.length + unread.length === 0) return refuse(notFound(which, all));
  if (holds(realPath(join(root, 'data')), realPath(out))) {
    return refuse(`不能写到 ${out}：data/ 里只放数据文件。用 --out 另选一个文件夹。`);
  }
  const file = entries.length * to.length === 1 && out.toLowerCase().endsWith(`.${to[0]}`);
  const fonts = options.fonts === undefined ? undefined : fontFiles(options.fonts);
  const writers: { format: Format; write: Writer }[] = [];
  for (const format of to) {
    const write = writerOf(format, fonts);
    if ('problem' in write) return refuse(write.problem);
    writers.push({ format, write });
  }
  const names = fileNames(entries);
  const done = { written: 0, failed: unread.length };
  for (const path of unread) {
    terminal.err(`${path} 读不出来，没有导出。用 gouji check 看是哪里错了。\n`);
  }
  for (const entry of entries) {
    const errors = errorsOf(entry, diagnostics);
    const report = exported(entry);
    if (errors > 0) {
      terminal.err(
        `${pathOf(entry)} 有 ${errors} 处错误，没有导出。用 gouji check 看是哪些，改正以后再导出。\n`,
      );
      done.failed++;
      continue;
    }
    for (const { format, write } of writers) {
      const target = file ? out : join(out, `${names.get(entry)}.${format}`);
      const written = write(report);
      const problem = 'problem' in written ? written.problem : put(target, written, options.force);
      if (problem === undefined) {
        terminal.out(`${target}\n`);
        done.written++;
      } else {
        terminal.err(`${target}：${problem}\n`);
        done.failed++;
      }
    }
  }
  terminal.out(`导出 ${done.written} 个文件${done.failed > 0 ? `，没有导出 ${done.failed} 个` : ''}。\n`);
  return done.failed > 0 ? exitCodes.errors : exitCodes.clean;
}

const pathOf = ({ organ, report }: ReportEntry) => `${organ.organ.slug}/${report.year}`;

function isMeant(path: string, which: string | undefined): boolean {
  return which === undefined || path === which || path.split('/').includes(which);
}

/** Reports whose files have errors and gave no report at all. */
function unreadReports(all: readonly ReportEntry[], diagnostics: readonly Diagnostic[]): string[] {
  const known = new Set(all.map(pathOf));
  const faulty = diagnostics.flatMap(({ severity, place }) => {
    const [, path] = /^data\/organs\/([^/]+\/\d{4})\.(?:yaml|json)$/.exec(place?.file ?? '') ?? [];
    return severity === 'error' && path !== undefined && !known.has(path) ? [path] : [];
  });
  return [...new Set(faulty)];
}

function notFound(which: string | undefined, all: readonly ReportEntry[]): string {
  if (which === undefined) return 'data/ 里还没有报告。';
  const near = nearest(
    which,
    all.flatMap((entry) => [pathOf(entry), entry.organ.organ.slug]),
  );
  const hint = near
    ? `是不是 ${near}？`
    : '写成 机关的文件夹名/年份，例如 chengguan/2023；只写年份就是这一年的全部报告。';
  return `没有 ${which} 这份报告。${hint}`;
}

function errorsOf({ organ, report }: ReportEntry, diagnostics: readonly Diagnostic[]): number {
  const own = (file: string | undefined) => file === report.file || file === organFile(organ.organ.slug);
  return diagnostics.filter(({ severity, place }) => severity === 'error' && own(place?.file)).length;
}

/** In the order of their names, which decides between two files of the same face. */
function fontFiles(folder: string): Uint8Array[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => /\.(ttf|otf|ttc|otc)$/i.test(name))
    .sort(compareText)
    .map((name) => readFileSync(join(folder, name)));
}

/** The title, as people look for it; with the folder's name where two organs bear the same one. */
function fileNames(entries: readonly ReportEntry[]): Map<ReportEntry, string> {
  const named = entries.map((entry) => {
    const title = reportTitle(entry)
      .join('')
      .replace(/[\\/:*?"<>|\s]/g, '');
    return { entry, title: title.slice(0, longestName) };
  });
  return new Map(
    named.map(({ entry, title }) => {
      const shared = named.filter((other) => other.title === title).length > 1;
      return [entry, shared ? `${title}（${pathOf(entry).replace('/', '-')}）` : title];
    }),
  );
}

/** In characters; systems allow 255 bytes, a 汉字 has three. */
const longestName = 60;

/** What went wrong; undefined where nothing did. A file that says something else is not overwritten unasked. */
function put(target: string, bytes: Uint8Array, force: boolean): string | undefined {
  try {
    const known = statSync(target, { throwIfNoEntry: false });
    if (known && !known.isFile()) return '那里有一个同名的文件夹。';
    if (known && !force && !readFileSync(target).equals(bytes)) {
      return '已经有了，内容不同，没有改动它；要覆盖就加 --force。';
    }
    mkdirSync(dirname(resolve(target)), { recursive: true });
    writeFileSync(target, bytes);
    return undefined;
  } catch (error) {
    const reason = diskReason(error);
    if (reason === undefined) throw error;
    return `没有写成：${reason}。`;
  }
}
