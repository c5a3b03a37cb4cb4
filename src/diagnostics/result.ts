import type { Changes } from './changes.ts';
import { compareDiagnostics, type Diagnostic, type Severity } from './diagnostic.ts';
import type { ProseReport } from './prose.ts';

/** What a run found and how much it looked at; every reporter prints this and nothing else. */
export interface Result {
  ok: boolean;
  counts: Counts;
  diagnostics: readonly Diagnostic[];
  /** Every report that was read, those without findings too. */
  reports?: readonly ReportName[];
  /** What differs from an earlier state of the data, where one was given. */
  changes?: Changes;
  /** The numbers in the texts, where they were asked for. */
  prose?: readonly ProseReport[];
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
  /** Printed sum relations, as the numbers stand: those that a waiver accepts are among `fail`. */
  checks: { pass: number; fail: number; unknown: number };
  /** What all rules answered, the sum relations among them. */
  verdicts: Outcomes;
  /** Rules that were tried. */
  rules: number;
  errors: number;
  warnings: number;
  infos: number;
}

/** Answers of rules; the five add up to what was asked. */
export interface Outcomes {
  pass: number;
  fail: number;
  unknown: number;
  notApplicable: number;
  /** Failures that a waiver accepts, not among `fail`. */
  waived: number;
}

export const noOutcomes: Outcomes = { pass: 0, fail: 0, unknown: 0, notApplicable: 0, waived: 0 };

export function sumOutcomes(counts: Iterable<Outcomes>): Outcomes {
  const sum = { ...noOutcomes };
  for (const count of counts) {
    for (const outcome of Object.keys(sum) as (keyof Outcomes)[]) sum[outcome] += count[outcome];
  }
  return sum;
}

/** How many answers there were. */
export function answered({ pass, fail, unknown, notApplicable, waived }: Outcomes): number {
  return pass + fail + unknown + notApplicable + waived;
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

/** The closing sentences: how much was checked, and the verdict. */
export function summary({ counts }: Result): string {
  const { organs, reports, cells, rules, checks, verdicts } = counts;
  const found = [
    ...(counts.errors > 0 ? [`错误 ${counts.errors} 处`] : []),
    ...(counts.warnings > 0 ? [`提示 ${counts.warnings} 处`] : []),
    ...(counts.infos > 0 ? [`说明 ${counts.infos} 处`] : []),
  ].join('，');
  const relations = checks.pass + checks.fail + checks.unknown;
  const answers = answered(verdicts);
  return [
    `核对了 ${organs}个机关 ${reports}份报告 ${cells}格。`,
    relations > 0
      ? `勾稽关系 ${relations} 条：${outcomes({ ...noOutcomes, ...checks })}。`
      : '没有可以核对的勾稽关系。',
    ...(answers > 0 ? [`全部 ${rules} 条规则共核对 ${answers} 次：${outcomes(verdicts)}。`] : []),
    `${found || '没有发现错误'}。`,
  ].join('');
}

function outcomes({ pass, fail, unknown, notApplicable, waived }: Outcomes): string {
  return [
    `成立 ${pass}`,
    ...(fail > 0 ? [`不成立 ${fail}`] : []),
    ...(waived > 0 ? [`有说明 ${waived}`] : []),
    ...(unknown > 0 ? [`不能核对 ${unknown}`] : []),
    ...(notApplicable > 0 ? [`不适用 ${notApplicable}`] : []),
  ].join('，');
}
