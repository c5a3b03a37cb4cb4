import { nearest } from '../diagnostics/nearest.ts';
import type { Format } from '../diagnostics/reporters/formats.ts';
import { reporters } from '../diagnostics/reporters/index.ts';
import type { ReportName } from '../diagnostics/result.ts';
import { forms } from '../forms/index.ts';
import { runCheck } from '../pipeline.ts';
import { dataFolder } from '../reports/folder.ts';
import type { DataSource } from '../reports/load.ts';
import { type CommonOptions, exitCodes, type Terminal } from './environment.ts';
import { gitData } from './git.ts';
import { reporterContext } from './reporter-context.ts';

export interface CheckOptions extends CommonOptions {
  /** A git revision; the result then says what has changed since. */
  base?: string;
  /** What the address of a file in the repository begins with. */
  links?: string;
  /** Show the numbers in the text: of a report (`chengguan/2023`), of all an organ's, or of all there are. */
  prose?: string | true;
}

/** The formats that have room for changes. */
const changeFormats: readonly Format[] = ['markdown', 'json'];

/** The formats that have room for the numbers in the texts. */
const proseFormats: readonly Format[] = ['pretty', 'json'];

/** `gouji check`: reads and checks all data, publishes nothing. */
export function checkCommand(options: CheckOptions, terminal: Terminal): number {
  const { root, format, today, base, links, prose } = options;
  let before: DataSource | undefined;
  if (base !== undefined) {
    const found = changeFormats.includes(format)
      ? gitData(root, base)
      : { problem: '--base 只与 --format markdown 或 json 一起用；看改动也可以用 gouji diff。' };
    if ('problem' in found) {
      terminal.err(`${found.problem}\n`);
      return exitCodes.usage;
    }
    before = found.data;
  }
  if (links !== undefined && !/^https?:\/\/[^\s<>()]+\/$/.test(links)) {
    terminal.err('--links 要写网址，以 http:// 或 https:// 开头，以 / 结尾。\n');
    return exitCodes.usage;
  }
  if (prose !== undefined && !proseFormats.includes(format)) {
    terminal.err('--prose 只与 --format pretty 或 json 一起用。\n');
    return exitCodes.usage;
  }
  const wanted = ({ organ, year }: ReportName) =>
    prose === true || prose === organ || prose === `${organ}/${year}`;
  const progress = (line: string) => terminal.err(`${line}\n`);
  const data = dataFolder(root);
  const result = runCheck({
    data,
    forms,
    today,
    base: before,
    prose: prose === undefined ? undefined : wanted,
    progress,
  });
  if (typeof prose === 'string' && result.prose?.length === 0) {
    terminal.err(`${noSuchReport(prose, result.reports ?? [])}\n`);
    return exitCodes.usage;
  }
  const context = { ...reporterContext(root, terminal.color), ...(links ? { links } : {}) };
  terminal.out(reporters[format](result, context));
  return result.ok ? exitCodes.clean : exitCodes.errors;
}

function noSuchReport(found: string, reports: readonly ReportName[]): string {
  const names = reports.flatMap(({ organ, year }) => [organ, `${organ}/${year}`]);
  const near = nearest(found, [...new Set(names)]);
  return `没有 ${found} 这份报告。${near ? `是不是 ${near}？` : ''}--prose 后面写机关的文件夹名，或者再加年份，例如 chengguan/2023。`;
}
