import { compareDiagnostics, type Diagnostic, type Fix, type FixOption } from '../diagnostics/diagnostic.ts';
import { isNumber } from '../forms/value.ts';
import type { Report } from '../reports/report.ts';
import type { Locate } from './finding.ts';
import { repairHint } from './repair/hint.ts';
import { proposeRepairs } from './repair/index.ts';
import type { PartRepair, Proposal } from './repair/result.ts';
import { proposalTitle } from './repair/sentence.ts';
import { spot } from './rule.ts';
import type { ReportOf } from './run.ts';

/** The failed sums of one report, each by its place in `form.equations`. */
export interface FailedSums {
  failed: Map<number, Diagnostic>;
  /** Those that a waiver accepts: they need not hold. */
  accepted: number[];
  /** Carry-overs from the year before that fail in this report; what mends the sums may mend them too. */
  links: Diagnostic[];
}

/** Which equation of the report a rule's finding is about; undefined for rules that are no sums. */
export function equationAt({ form }: Report, code: string, address: string): number | undefined {
  const at = form.equations.findIndex(
    (equation) => equation.code === code && form.cells[equation.at]!.address === address,
  );
  return at < 0 ? undefined : at;
}

/**
 * The failed sums of a report as they are told. Sums that hang together have one cause: the first of them says what
 * would mend them all, the others refer to it.
 */
export function withRepairs(
  report: Report,
  { failed, accepted, links }: FailedSums,
  reportOf: ReportOf,
  locate: Locate,
): Diagnostic[] {
  if (failed.size === 0) return links;
  const neighbours = {
    before: reportOf(report.organ, report.year - 1),
    after: reportOf(report.organ, report.year + 1),
  };
  const told = new Map(failed);
  const carried = new Set(links);
  const parts = proposeRepairs(report.form, report.values, neighbours, accepted);
  for (const part of parts) {
    const [first, ...others] = part.failing
      .flatMap((equation) => {
        const diagnostic = failed.get(equation);
        return diagnostic ? [{ equation, diagnostic }] : [];
      })
      .sort((a, b) => compareDiagnostics(a.diagnostic, b.diagnostic));
    if (!first) continue;
    const { diagnostic } = first;
    const fix = fixOf(report, part, locate);
    told.set(first.equation, {
      ...diagnostic,
      hint: repairHint(report.form, part),
      ...(fix ? { fix } : {}),
    });
    if (!fix) continue;
    const hint = `改法见第 ${diagnostic.place?.line} 行的 ${diagnostic.code}：照那里改好，这一条也就成立。`;
    for (const other of others) told.set(other.equation, { ...other.diagnostic, hint });
    for (const link of links) {
      if (!mends(fix, link)) continue;
      carried.delete(link);
      carried.add({ ...link, hint });
    }
  }
  return [...carried, ...told.values()];
}

/** Whether the change, being the only one, gives the cell the number of the other year. */
function mends({ unique, edits }: Fix, { cell, right }: Diagnostic): boolean {
  return unique && edits.some((edit) => edit.cell === cell && edit.to === String(right));
}

function fixOf(report: Report, part: PartRepair, locate: Locate): Fix | undefined {
  const [first, ...rest] = part.proposals;
  if (!first) return undefined;
  const option = (proposal: Proposal) => optionOf(report, proposal, locate);
  const others = rest.filter(({ size }) => size <= first.size);
  const { unique } = first;
  return { ...option(first), unique, complete: part.complete, alternatives: others.map(option) };
}

/** Only what is stated is replaced; blanks that follow from it are told in words. */
function optionOf(report: Report, proposal: Proposal, locate: Locate): FixOption {
  const { form } = report;
  const stated = proposal.changes.filter(({ from }) => isNumber(from));
  return {
    title: proposalTitle(form, proposal),
    kind: proposal.kinds.find((kind) => kind !== 'filled') ?? 'cells',
    edits: stated.map(({ cell, from, to }) => {
      const { address, name } = form.cells[cell]!;
      const place = locate(spot(report, address));
      return { place, cell: address, cellName: name, from: String(from), to: String(to) };
    }),
  };
}
