import { type Format, reporters } from '../diagnostics/reporters/index.ts';
import { forms } from '../forms/index.ts';
import { runCheck } from '../pipeline.ts';
import { dataFolder } from '../reports/folder.ts';
import type { DataSource } from '../reports/load.ts';
import { type CommonOptions, exitCodes, reporterContext, type Terminal } from './environment.ts';
import { gitData } from './git.ts';

export interface CheckOptions extends CommonOptions {
  /** A git revision; the result then says what has changed since. */
  base?: string;
  /** What the address of a file in the repository begins with. */
  links?: string;
}

/** The formats that have room for changes. */
const changeFormats: readonly Format[] = ['markdown', 'json'];

/** `gouji check`: reads and checks all data, publishes nothing. */
export function checkCommand({ root, format, today, base, links }: CheckOptions, terminal: Terminal): number {
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
  const progress = (line: string) => terminal.err(`${line}\n`);
  const result = runCheck({ data: dataFolder(root), forms, today, base: before, progress });
  const context = { ...reporterContext(root, terminal.color), ...(links ? { links } : {}) };
  terminal.out(reporters[format](result, context));
  return result.ok ? exitCodes.clean : exitCodes.errors;
}
