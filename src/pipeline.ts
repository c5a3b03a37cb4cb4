import { type Checked, type CheckOptions, check } from './check/index.ts';
import { proseReports } from './check/prose-report.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import {
  answered,
  type Looked,
  type ReportName,
  type Result,
  sumOutcomes,
  toResult,
} from './diagnostics/result.ts';
import type { Form } from './forms/compile.ts';
import { compareStates, readState, stateOf } from './reports/compare.ts';
import { type DataSource, type Dataset, loadData } from './reports/load.ts';
import { reportNames } from './reports/name.ts';

/** What the stages need from outside; tests give their own. */
export interface Env extends CheckOptions {
  data: DataSource;
  forms: readonly Form[];
  /** An earlier state of the data, to say what has changed since. */
  base?: DataSource | undefined;
  /** Reports whose numbers in the text are to be shown. */
  prose?: ((report: ReportName) => boolean) | undefined;
  /** Called with one line when a stage is done. */
  progress(line: string): void;
}

export interface Gathered {
  dataset: Dataset;
  checked: Checked;
  diagnostics: Diagnostic[];
}

/** files → load → validate → check */
export function gather(env: Env): Gathered {
  const loaded = loadData(env.data, env.forms);
  env.progress(
    `读取 ${loaded.value.files}个文件：${loaded.value.organs.size}个机关，${loaded.value.reports.length}份报告`,
  );
  const checked = check(loaded.value, env);
  env.progress(`核对 ${relations(checked.value)}条勾稽关系，按 ${checked.value.rules.size}条规则`);
  return {
    dataset: loaded.value,
    checked: checked.value,
    diagnostics: [...loaded.diagnostics, ...checked.diagnostics],
  };
}

function relations({ sums: { pass, fail, unknown } }: Checked): number {
  return pass + fail + unknown;
}

export function runCheck(env: Env): Result {
  const { dataset, checked, diagnostics } = gather(env);
  const reports = reportNames(dataset);
  const result = {
    ...toResult(looked(dataset, checked), diagnostics),
    reports,
    ...(env.prose ? { prose: proseReports(dataset, reports.filter(env.prose)) } : {}),
  };
  if (!env.base) return result;
  const before = readState(env.base, env.forms);
  return { ...result, changes: compareStates(before, stateOf(env.data, dataset, env.forms)) };
}

export function looked(dataset: Dataset, checked: Checked): Looked {
  const rules = [...checked.rules.values()];
  return {
    files: dataset.files,
    organs: dataset.organs.size,
    reports: dataset.reports.length,
    cells: dataset.reports.reduce((n, report) => n + report.form.cells.length, 0),
    checks: checked.sums,
    verdicts: sumOutcomes(rules),
    rules: rules.filter((count) => answered(count) > 0).length,
  };
}
