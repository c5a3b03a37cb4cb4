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
export function answerBook(rules: readonly Rule[]): AnswerBook {
  const places = new Map(rules.map(({ id }, i) => [id, i * outcomes.length]));
  const books = new Map<Report, Uint16Array>();
  // One report is asked about by rule after rule.
  let last: { report: Report; counts: Uint16Array } | undefined;
  const bookOf = (report: Report) => {
    if (last?.report === report) return last.counts;
    const counts = books.get(report) ?? new Uint16Array(places.size * outcomes.length);
    books.set(report, counts);
    last = { report, counts };
    return counts;
  };
  return {
    entry({ id }) {
      const place = places.get(id)!;
      return (report, outcome) => {
        const counts = bookOf(report);
        counts[place + outcomes.indexOf(outcome)]!++;
      };
    },
    about(report, rule) {
      const counts = books.get(report);
      const place = places.get(rule);
      if (!counts || place === undefined) return undefined;
      const count = (outcome: keyof Outcomes) => counts[place + outcomes.indexOf(outcome)]!;
      const [pass, fail, unknown] = [count('pass'), count('fail'), count('unknown')];
      const found = { pass, fail, unknown, notApplicable: count('notApplicable'), waived: count('waived') };
      return answered(found) === 0 ? undefined : found;
    },
  };
}
