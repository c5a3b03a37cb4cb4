import type { Changes } from './changes.ts';
import { compareDiagnostics, type Diagnostic, type Severity } from './diagnostic.ts';

/** What a run found and how much it looked at; every reporter prints this and nothing else. */
export interface Result {
  ok: boolean;
  counts: Counts;
  diagnostics: readonly Diagnostic[];
  /** Every report that was read, those without findings too. */
  reports?: readonly ReportName[];
  /** What differs from an earlier state of the data, where one was given. */
  changes?: Changes;
}

/** A report as readers know it. */
export interface ReportName {
  file: string;
  organ: string;
  year: number;
  /** 城关镇2023年度报告. */
  name: string;
}

export interface Counts {
  files: number;
  organs: number;
  reports: number;
  cells: number;
  /** Sum relations by outcome. */
  checks: { pass: number; fail: number; unknown: number };
  /** Rules that were tried. */
  rules: number;
  errors: number;
  warnings: number;
  infos: number;
}

export type Looked = Omit<Counts, 'errors' | 'warnings' | 'infos'>;

/** Sorts the findings and counts them. */
export function toResult(looked: Looked, diagnostics: readonly Diagnostic[]): Result {
  const count = (severity: Severity) => diagnostics.filter((d) => d.severity === severity).length;
  const errors = count('error');
  return {
    ok: errors === 0,
    counts: { ...looked, errors, warnings: count('warning'), infos: count('info') },
    diagnostics: [...diagnostics].sort(compareDiagnostics),
  };
}

/** One closing sentence: how much was checked, and the verdict. */
export function summary({ counts }: Result): string {
  const { pass, fail, unknown } = counts.checks;
  const looked = `${counts.organs}个机关 ${counts.reports}份报告 ${counts.cells}格`;
  const outcomes = [
    `${pass}条成立`,
    ...(fail > 0 ? [`${fail}条不成立`] : []),
    ...(unknown > 0 ? [`${unknown}条不能核对`] : []),
  ].join('，');
  const found = [
    ...(counts.errors > 0 ? [`错误 ${counts.errors} 处`] : []),
    ...(counts.warnings > 0 ? [`提示 ${counts.warnings} 处`] : []),
  ].join('，');
  return `核对了 ${looked}，按 ${counts.rules} 种规则核对勾稽关系 ${pass + fail + unknown} 条：${outcomes}。${found || '没有发现错误'}。`;
}
