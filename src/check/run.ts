import { noOutcomes, type Outcomes } from '../diagnostics/result.ts';
import type { Cell, Form } from '../forms/compile.ts';
import type { Dataset } from '../reports/load.ts';
import type { Report } from '../reports/report.ts';
import type { Settings } from '../reports/settings.ts';
import { type AnswerBook, answerBook } from './answers.ts';
import type { Coverage } from './coverage.ts';
import { auditProse, type ProseAudit } from './prose/audit.ts';
import type {
  CellRule,
  Finding,
  ReportInput,
  ReportRule,
  Rule,
  SiteInput,
  SiteRule,
  Verdict,
} from './rule.ts';
import { evaluate, type SumResult } from './sums.ts';

/** How often a rule was asked, and what it answered; the five add up to the number of answers. */
export interface RuleCount extends Outcomes {
  /** Why not applicable or unknown, with the number of times. */
  reasons: ReadonlyMap<string, number>;
}

export interface Failure {
  rule: Rule;
  finding: Finding;
}

export interface Run {
  /** How many of the printed sum relations came out how. */
  sums: Record<SumResult['outcome'], number>;
  /** By rule, in the order of the list; failures are counted by who decides about waivers. */
  counts: Map<string, RuleCount>;
  /** The same by report; failures here too are counted by who decides about waivers. */
  answers: AnswerBook;
  failures: Failure[];
}

export type ReportOf = (organ: string, year: number) => Report | undefined;

/** Puts every question of every rule. */
export function run(
  rules: readonly Rule[],
  data: Dataset,
  reportOf: ReportOf,
  coverage: Coverage,
  settings: Settings,
  forms: readonly Form[],
): Run {
  const sums: Run['sums'] = { pass: 0, fail: 0, unknown: 0 };
  const counts: Run['counts'] = new Map();
  const failures: Failure[] = [];
  const answers = answerBook(rules, data.reports);
  const recorders = new Map<Rule, (verdict: Verdict, report?: Report) => void>();
  for (const rule of rules) {
    if (rule.scope === 'reading') continue;
    const reasons = new Map<string, number>();
    const count = { ...noOutcomes, reasons };
    counts.set(rule.id, count);
    const enter = answers.entry(rule);
    recorders.set(rule, (verdict, report) => {
      if (report && verdict.outcome !== 'fail') enter(report, verdict.outcome);
      if (verdict.outcome === 'pass') count.pass++;
      else if (verdict.outcome === 'fail') failures.push({ rule, finding: verdict.finding() });
      else {
        count[verdict.outcome]++;
        reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1);
      }
    });
  }
  const ofReports = rules.filter(
    (rule): rule is ReportRule => rule.scope === 'report' || rule.scope === 'series',
  );
  const ofCells = cellPlans(rules.filter((rule): rule is CellRule => rule.scope === 'cell'));
  const { organs, reports } = data;
  for (const report of reports) {
    const organ = organs.get(report.organ);
    const results = evaluate(report.form, report.values);
    for (const { outcome } of results) sums[outcome]++;
    const previous = reportOf(report.organ, report.year - 1);
    let audit: ProseAudit | undefined;
    const input: ReportInput = {
      report,
      organ,
      parent: organ?.parent === undefined ? undefined : organs.get(organ.parent),
      previous,
      sums: results,
      prose: () => (audit ??= auditProse(report, previous)),
      organs,
      forms,
    };
    for (const { rule, cells } of ofCells(report.form)) {
      const record = recorders.get(rule)!;
      for (const cell of cells) record(rule.check(report.values[cell.index]!, cell, input, settings), report);
    }
    for (const rule of ofReports) {
      const record = recorders.get(rule)!;
      const answer = rule.check(input, settings);
      for (const verdict of 'outcome' in answer ? [answer] : answer) record(verdict, report);
    }
  }
  const site: SiteInput = { data, reportOf, coverage, forms };
  for (const rule of rules.filter((rule): rule is SiteRule => rule.scope === 'site')) {
    const record = recorders.get(rule)!;
    for (const verdict of rule.check(site, settings)) record(verdict);
  }
  return { sums, counts, answers, failures };
}

/** Which cells the rules ask about, worked out once for each edition. */
function cellPlans(rules: readonly CellRule[]) {
  const plans = new Map<Form, readonly { rule: CellRule; cells: readonly Cell[] }[]>();
  return (form: Form) => {
    let plan = plans.get(form);
    if (!plan) {
      plan = rules.map((rule) => ({ rule, cells: rule.cells(form) }));
      plans.set(form, plan);
    }
    return plan;
  };
}
