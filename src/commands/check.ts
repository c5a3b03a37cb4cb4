import { reporters } from '../diagnostics/reporters/index.ts';
import { forms } from '../forms/index.ts';
import { runCheck } from '../pipeline.ts';
import { dataFolder } from '../reports/folder.ts';
import { type CommonOptions, exitCodes, reporterContext, type Terminal } from './environment.ts';

/** `gouji check`: reads and checks all data, publishes nothing. */
export function checkCommand({ root, format, today }: CommonOptions, terminal: Terminal): number {
  const progress = (line: string) => terminal.err(`${line}\n`);
  const result = runCheck({ data: dataFolder(root), forms, today, progress });
  terminal.out(reporters[format](result, reporterContext(root, terminal.color)));
  return result.ok ? exitCodes.clean : exitCodes.errors;
}
