import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Report } from '../reports/report.ts';
import type { Locate } from './finding.ts';
import { proposeRepairs } from './repair/index.ts';
import { proposalSentence, undeterminedSentence } from './repair/sentence.ts';
import { spot } from './rule.ts';
import type { ReportOf } from './run.ts';

/** Proposals told beside the best one. */
const others = 2;

/**
 * What would put the sums of a report right: the smallest edits, likeliest first, or where to look when the
 * sums do not say. One note a report, at the first cell that would change; never an edit that is applied.
 */
export function repairNote(report: Report, reportOf: ReportOf, locate: Locate): Diagnostic | undefined {
  const { form, values, organ, year } = report;
  const before = reportOf(organ, year - 1);
  const after = reportOf(organ, year + 1);
  const result = proposeRepairs(form, values, { before, after });
  const undetermined = result.parts.flatMap((part) => undeterminedSentence(form, part) ?? []);
  const [best, ...rest] = result.proposals;
  if (!best) return undefined;
  const place = (cell: number) => locate(spot(report, form.cells[cell]!.address));
  const first = form.cells[best.changes[0]!.cell]!;
  const title = proposalSentence(form, best, result);
  return diagnose(
    'REPAIR',
    { proposal: title, undetermined },
    {
      organ,
      year,
      place: place(first.index),
      cell: first.address,
      cellName: first.name,
      ...(rest.length > 0
        ? {
            related: rest.slice(0, others).map((proposal) => ({
              group: '也可能是',
              message: proposalSentence(form, proposal, result),
              place: place(proposal.changes[0]!.cell),
            })),
          }
        : {}),
      ...(best.unique
        ? {
            fix: {
              title,
              edits: best.changes.map(({ cell, from, to }) => ({
                place: place(cell),
                from: String(from),
                to: String(to),
              })),
            },
          }
        : {}),
    },
  );
}
