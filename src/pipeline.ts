import type { Checked } from './check/index.ts';
import { check } from './check/index.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { type Looked, type Result, toResult } from './diagnostics/result.ts';
import type { Form } from './forms/compile.ts';
import { type DataSource, type Dataset, loadData } from './reports/load.ts';

/** What the stages need from outside; tests and the dev server give their own. */
export interface Env {
  data: DataSource;
  forms: readonly Form[];
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
  const checked = check(loaded.value);
  env.progress(
    `核对 ${[...checked.value.rules.values()].reduce((n, r) => n + r.pass + r.fail + r.unknown, 0)}条勾稽关系`,
  );
  return {
    dataset: loaded.value,
    checked: checked.value,
    diagnostics: [...loaded.diagnostics, ...checked.diagnostics],
  };
}

export function runCheck(env: Env): Result {
  const { dataset, checked, diagnostics } = gather(env);
  return toResult(looked(dataset, checked), diagnostics);
}

export function looked(dataset: Dataset, checked: Checked): Looked {
  const checks = { pass: 0, fail: 0, unknown: 0 };
  for (const count of checked.rules.values()) {
    checks.pass += count.pass;
    checks.fail += count.fail;
    checks.unknown += count.unknown;
  }
  return {
    files: dataset.files,
    organs: dataset.organs.size,
    reports: dataset.reports.length,
    cells: dataset.reports.reduce((n, report) => n + report.form.cells.length, 0),
    checks,
    rules: checked.rules.size,
  };
}
