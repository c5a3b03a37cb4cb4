import type { Checked } from './check/index.ts';
import { check } from './check/index.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { type Looked, type Outcomes, type Result, toResult } from './diagnostics/result.ts';
import type { Form } from './forms/compile.ts';
import { type DataSource, type Dataset, loadData } from './reports/load.ts';

/** What the stages need from outside; tests and the dev server give their own. */
export interface Env {
  data: DataSource;
  forms: readonly Form[];
  /** The day on which deadlines and waivers are judged; see `CheckOptions`. */
  today?: string | undefined;
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
  const checked = check(loaded.value, { today: env.today });
  env.progress(
    `核对 ${[...checked.value.sums.values()].reduce((n, results) => n + results.length, 0)}条勾稽关系，按 ${checked.value.rules.size}条规则`,
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
  const sumCodes = new Set(
    [...new Set(dataset.reports.map(({ form }) => form))].flatMap(({ equations }) =>
      equations.map(({ code }) => code),
    ),
  );
  const checks = noOutcomes();
  const verdicts = noOutcomes();
  for (const [code, count] of checked.rules) {
    const into = sumCodes.has(code) ? checks : verdicts;
    for (const outcome of Object.keys(into) as (keyof Outcomes)[]) into[outcome] += count[outcome];
  }
  return {
    files: dataset.files,
    organs: dataset.organs.size,
    reports: dataset.reports.length,
    cells: dataset.reports.reduce((n, report) => n + report.form.cells.length, 0),
    checks,
    verdicts,
    rules: checked.rules.size,
  };
}

function noOutcomes(): Outcomes {
  return { pass: 0, fail: 0, unknown: 0, notApplicable: 0, waived: 0 };
}
