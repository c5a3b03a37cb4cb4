import { rulesFor } from '../../../src/check/index.ts';
import { auditProse } from '../../../src/check/prose/audit.ts';
import type { Tables } from '../../../src/check/prose/readings.ts';
import type { Finding, ReportRule } from '../../../src/check/rule.ts';
import { forms } from '../../../src/forms/index.ts';
import type { Report } from '../../../src/reports/report.ts';

/** The rules about numbers in the text. */
export const textRules = rulesFor().filter(
  (rule): rule is ReportRule =>
    rule.id.startsWith('TX-') && (rule.scope === 'report' || rule.scope === 'series'),
);

export interface TextFinding extends Finding {
  rule: string;
}

/** What they find in a report, rule by rule. */
export function textFindings(input: Parameters<typeof auditProse>[0], lastYear?: Tables): TextFinding[] {
  const report = { organ: 'zhen', file: 'zhen.yaml', text: '', ...input } as Report;
  const audit = auditProse(report, lastYear);
  return textRules.flatMap((rule) => {
    const answer = rule.check(
      {
        report,
        organ: undefined,
        parent: undefined,
        previous: undefined,
        organs: new Map(),
        sums: [],
        prose: () => audit,
        forms,
      },
      {} as Parameters<typeof rule.check>[1],
    );
    return [answer]
      .flat()
      .flatMap((verdict) => (verdict.outcome === 'fail' ? [{ rule: rule.id, ...verdict.finding() }] : []));
  });
}
