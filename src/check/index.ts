import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Dataset } from '../reports/load.ts';
import type { Report } from '../reports/report.ts';
import { evaluate, type SumResult, sumProblems } from './sums.ts';

/** How often a rule was tried, and with what outcome. */
export interface RuleCount {
  pass: number;
  fail: number;
  unknown: number;
}

export interface Checked {
  /** By report, in the order of its form's equations. */
  sums: ReadonlyMap<Report, readonly SumResult[]>;
  /** By code. */
  rules: ReadonlyMap<string, RuleCount>;
}

/** Applies every rule to every report. */
export function check(data: Dataset): { value: Checked; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const sums = new Map<Report, readonly SumResult[]>();
  const rules = new Map<string, RuleCount>();
  for (const report of data.reports) {
    const results = evaluate(report.form, report.values);
    sums.set(report, results);
    for (const { equation, outcome } of results) {
      const count = rules.get(equation.code) ?? { pass: 0, fail: 0, unknown: 0 };
      count[outcome]++;
      rules.set(equation.code, count);
    }
    diagnostics.push(...sumProblems(report, results));
  }
  return { value: { sums, rules }, diagnostics };
}
