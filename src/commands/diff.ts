import type { Changes } from '../diagnostics/changes.ts';
import { changesText } from '../diagnostics/changes-text.ts';
import { forms } from '../forms/index.ts';
import { compareStates, readState } from '../reports/compare.ts';
import { dataFolder } from '../reports/folder.ts';
import type { DataSource } from '../reports/load.ts';
import type { DiffFormat } from './arguments.ts';
import { compareFiles, isReportFile } from './diff-files.ts';
import { exitCodes, type Terminal } from './environment.ts';
import { gitData } from './git.ts';

export interface DiffOptions {
  root: string;
  /** A report file or a git revision. */
  before: string;
  /** The same; without it the data as they are now. */
  after?: string;
  format: DiffFormat;
}

export type Compared = { changes: Changes } | { problem: string; exit: number };

/** `gouji diff`: how the data of one moment, or one report, differ from another, in the form's words. */
export function diffCommand({ root, before, after, format }: DiffOptions, terminal: Terminal): number {
  const files = [before, after ?? ''].some(isReportFile);
  const compared = files ? compareFiles(before, after) : compareRevisions(root, before, after);
  if ('problem' in compared) {
    terminal.err(`${compared.problem}\n`);
    return compared.exit;
  }
  const { changes } = compared;
  const about = { version: 1, before, ...(after === undefined ? {} : { after }) };
  terminal.out(
    format === 'json' ? `${JSON.stringify({ ...about, ...changes }, null, 2)}\n` : changesText(changes),
  );
  return changes.reports.some(({ kind }) => kind === 'unread') ? exitCodes.errors : exitCodes.clean;
}

function compareRevisions(root: string, before: string, after: string | undefined): Compared {
  const sources: DataSource[] = [];
  for (const revision of [before, after]) {
    const found = revision === undefined ? { data: dataFolder(root) } : gitData(root, revision);
    if ('problem' in found) return { problem: found.problem, exit: exitCodes.usage };
    sources.push(found.data);
  }
  const [from, to] = sources.map((source) => readState(source, forms));
  return { changes: compareStates(from!, to!) };
}
