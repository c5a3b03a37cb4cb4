import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formForYear } from '../forms/index.ts';
import { scaffold } from '../forms/scaffold.ts';
import { claim, reportFile } from '../reports/files.ts';
import { existingReport } from '../reports/folder.ts';
import { organFile } from '../reports/organ.ts';
import { exitCodes, type Terminal } from './environment.ts';

/** `gouji new <organ> <year>`: an empty report with every row explained; an existing file is never overwritten. */
export function newCommand(
  { root, organ, year }: { root: string; organ: string; year: string },
  terminal: Terminal,
): number {
  const path = reportFile(organ, year);
  const form = formForYear(Number(year));
  if (claim([{ path }], []).claims.reports.length === 0) {
    terminal.err(`写成 gouji new <机关的文件夹名> <四位年份>，例如 gouji new chengguan 2024。\n`);
    return exitCodes.usage;
  }
  if (!form) {
    terminal.err(`${year}年度没有适用的报告格式。\n`);
    return exitCodes.usage;
  }
  const known = existingReport(root, organ, year);
  if (known) {
    terminal.err(`${known} 这份报告已经有了，没有改动它。\n`);
    return exitCodes.usage;
  }
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), scaffold(form));
  terminal.out(`写好 ${path}。填完以后运行 gouji check。\n`);
  if (!existsSync(join(root, organFile(organ)))) {
    terminal.out(`还要写 ${organFile(organ)}，说明机关的名称和层级。\n`);
  }
  return exitCodes.clean;
}
