import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { forms } from '../forms/index.ts';
import { areNone, compareReports } from '../reports/compare-reports.ts';
import { loadReport } from '../reports/load-report.ts';
import type { Report } from '../reports/report.ts';
import { readText } from '../source/read-text.ts';
import type { Compared } from './diff.ts';
import { exitCodes } from './environment.ts';

/** Compares two report files, wherever they lie: two years, two drafts, two organs. */
export function compareFiles(before: string, after: string | undefined): Compared {
  if (after === undefined) {
    return { problem: '比较报告要写两个文件，例如 gouji diff 2022.yaml 2023.yaml。', exit: exitCodes.usage };
  }
  const revision = [before, after].find((name) => !isReportFile(name));
  if (revision !== undefined) {
    return {
      problem: `“${revision}”不是报告文件。要么比较两个文件，要么比较两个版本，例如 gouji diff ${revision}。`,
      exit: exitCodes.usage,
    };
  }
  const [from, to] = [readFile(before), readFile(after)];
  if ('problem' in from) return from;
  if ('problem' in to) return to;
  const differences = compareReports(from.report, to.report);
  const { organ, year } = to.report;
  const about = { kind: 'changed', file: after, organ, year, name: `${before} → ${after}` } as const;
  const reports = areNone(differences) ? [] : [{ ...about, ...differences }];
  return { changes: { reports, organs: [], site: [] } };
}

/** By its ending; no branch is called like this. */
export function isReportFile(name: string): boolean {
  return /\.(ya?ml|json)$/.test(name);
}

function readFile(file: string): { report: Report } | Extract<Compared, { problem: string }> {
  if (!statSync(resolve(file), { throwIfNoEntry: false })?.isFile()) {
    return { problem: `没有 ${file} 这个文件。`, exit: exitCodes.usage };
  }
  const { report, diagnostics } = readReport(file);
  if (report && !report.guessed) return { report };
  if (!yearOf(file)) {
    return { problem: `${file} 不是一份报告：报告的文件名是年份，例如 2023.yaml。`, exit: exitCodes.usage };
  }
  const faults = diagnostics.map(
    ({ place, message }) => `  ${place ? `第 ${place.line} 行：` : ''}${message}`,
  );
  return { problem: [`${file} 读不出来，没有比较。`, ...faults].join('\n'), exit: exitCodes.errors };
}

function yearOf(file: string): number | undefined {
  const year = /^(\d{4})\./.exec(basename(file))?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The file's own name says the year, and the folder the organ; where they don't, `form` says which edition it is. */
function readReport(file: string): { report?: Report; diagnostics: Diagnostic[] } {
  const { text, fault } = readText(file, readFileSync(resolve(file)));
  if (fault) return { diagnostics: [fault] };
  const year = yearOf(file) ?? 0;
  const organ = basename(resolve(file, '..'));
  return loadReport({ path: file, organ, year }, text, undefined, forms);
}
