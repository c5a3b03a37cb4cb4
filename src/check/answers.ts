import { answered, type Outcomes } from '../diagnostics/result.ts';
import type { Report } from '../reports/report.ts';
import type { Rule } from './rule.ts';

/** In the order in which they are kept. */
const outcomes = ['pass', 'fail', 'unknown', 'notApplicable', 'waived'] as const satisfies (keyof Outcomes)[];

/**
 * What each rule answered about each report, as counts; a failure that a waiver accepts is `waived`, not `fail`.
 * Rules between organs name a report only where they fail, so only their failures are here.
 */
export interface Answers {
  /** Undefined where the rule was not asked about the report. */
  about(report: Report, rule: string): Outcomes | undefined;
}

export interface AnswerBook extends Answers {
  /** Enters one answer of a rule about a report. */
  entry(rule: Rule): (report: Report, outcome: keyof Outcomes) => void;
}

/** Ten bytes for each report and rule, since there may be many of both. */
export function answerBook(rules: readonly Rule[], reports: readonly Report[]): AnswerBook {
  const ofRule = new Map(rules.map(({ id }, i) => [id, i * outcomes.length]));
  const ofReport = new Map(reports.map((report, i) => [report, i * rules.length * outcomes.length]));
  const counts = new Uint16Array(reports.length * rules.length * outcomes.length);
  return {
    entry({ id }) {
      const place = ofRule.get(id)!;
      return (report, outcome) => {
        counts[ofReport.get(report)! + place + outcomes.indexOf(outcome)]!++;
      };
    },
    about(report, rule) {
      const row = ofReport.get(report);
      const place = ofRule.get(rule);
      if (row === undefined || place === undefined) return undefined;
      const count = (outcome: keyof Outcomes) => counts[row + place + outcomes.indexOf(outcome)]!;
      const [pass, fail, unknown] = [count('pass'), count('fail'), count('unknown')];
      const found = { pass, fail, unknown, notApplicable: count('notApplicable'), waived: count('waived') };
      return answered(found) === 0 ? undefined : found;
    },
  };
}
