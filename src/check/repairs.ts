import { compareDiagnostics, type Diagnostic, type Fix, type FixOption } from '../diagnostics/diagnostic.ts';
import { isNumber } from '../forms/value.ts';
import type { Waiver } from '../reports/annotations.ts';
import type { Report } from '../reports/report.ts';
import type { Locate } from './finding.ts';
import { repairHint } from './repair/hint.ts';
import { proposeRepairs } from './repair/index.ts';
import type { PartRepair, Proposal } from './repair/result.ts';
import { proposalTitle } from './repair/sentence.ts';
import { type Finding, type Rule, spot } from './rule.ts';
import t3Carry from './rules/t3-carry.ts';
import type { ReportOf } from './run.ts';
import { evaluate } from './sums.ts';

/** A failure on its way to the reader; with a waiver it is accepted. */
interface Told {
  rule: Rule;
  finding: Finding;
  diagnostic: Diagnostic;
  waiver: Waiver | undefined;
}

/** What is wrong with the figures of one report, to be explained together. */
interface WrongFigures {
  /** Failed sums, each by its place in `form.equations`. */
  failed: Map<number, Diagnostic>;
  /** Those that a waiver accepts: they need not hold. */
  accepted: number[];
  /** Carry-overs from the year before that fail; what mends the sums may mend them too. */
  carried: Diagnostic[];
  /** Blank cells that should hold a number, by address. */
  blanks: Map<string, Diagnostic>;
}

type Explained = Map<Diagnostic, Diagnostic>;

/**
 * Faults of figures that can be explained by what would mend them, each with its better diagnostic. Sums that hang
 * together have one cause: the first of them says what would mend them all, the others and the carry-overs refer to
 * it, and so do the carry-overs of the year after that are wrong only for what is wrong here. A blank that follows from
 * the sums is told with its number. Costs nothing where no figure is wrong.
 */
export function explainFigures(told: readonly Told[], reportOf: ReportOf, locate: Locate): Explained {
  const explained: Explained = new Map();
  const byReport = wrongFigures(told);
  for (const [report, wrong] of byReport) {
    if (wrong.failed.size === 0 && wrong.blanks.size === 0) continue;
    const neighbours = {
      before: reportOf(report.organ, report.year - 1),
      after: reportOf(report.organ, report.year + 1),
    };
    for (const part of proposeRepairs(report.form, report.values, neighbours, wrong.accepted)) {
      if (part.failing.length > 0) {
        const after = neighbours.after && byReport.get(neighbours.after)?.carried;
        tellRepair(report, part, wrong, after ?? [], locate, explained);
      } else if (!part.contradictory) tellBlanks(report, part, wrong, explained);
    }
  }
  return explained;
}

function wrongFigures(told: readonly Told[]): Map<Report, WrongFigures> {
  const byReport = new Map<Report, WrongFigures>();
  for (const { rule, finding, diagnostic, waiver } of told) {
    if (!('report' in finding.at)) continue;
    const { report, address } = finding.at;
    const equation = equationAt(report, rule.id, address);
    const isBlank = report.form.cellAt.get(address)?.codes.blank === rule.id;
    if (equation === undefined && !isBlank && rule.id !== t3Carry.id) continue;
    const wrong: WrongFigures = byReport.get(report) ?? {
      failed: new Map(),
      accepted: [],
      carried: [],
      blanks: new Map(),
    };
    byReport.set(report, wrong);
    if (waiver) {
      if (equation !== undefined) wrong.accepted.push(equation);
    } else if (equation !== undefined) wrong.failed.set(equation, diagnostic);
    else if (!isBlank) wrong.carried.push(diagnostic);
    else if (diagnostic.severity === 'error') wrong.blanks.set(address, diagnostic);
  }
  return byReport;
}

/** Which equation of the report a rule's finding is about; undefined for rules that are no sums. */
function equationAt({ form }: Report, code: string, address: string): number | undefined {
  const at = form.equations.findIndex(
    (equation) => equation.code === code && form.cells[equation.at]!.address === address,
  );
  return at < 0 ? undefined : at;
}

function tellRepair(
  report: Report,
  part: PartRepair,
  { failed, accepted, carried }: WrongFigures,
  after: readonly Diagnostic[],
  locate: Locate,
  explained: Explained,
): void {
  const [first, ...others] = part.failing
    .flatMap((equation) => failed.get(equation) ?? [])
    .sort(compareDiagnostics);
  if (!first) return;
  const fix = fixOf(report, part, locate);
  const hint = afterWaiver(report, first, accepted) ?? repairHint(report.form, part);
  explained.set(first, { ...first, hint, ...(fix ? { fix } : {}) });
  if (!fix) return;
  const there = `改法见第 ${first.place?.line} 行的 ${first.code}：照那里改好，这一条也就成立。`;
  for (const other of [...others, ...carried.filter((each) => mends(fix, each))]) {
    explained.set(other, { ...other, hint: there });
  }
  for (const other of after.filter((each) => mendsAfter(fix, each) && !explained.has(each))) {
    const back = `错在${report.year}年报告，改法见 ${first.place?.file} 第 ${first.place?.line} 行的 ${first.code}：照那里改好，这一条也就成立。`;
    explained.set(other, { ...other, hint: back });
  }
}

/** A sum that fails by just as much as one under a waiver, for a number that this keeps, needs a waiver as well. */
function afterWaiver(
  { form, values }: Report,
  { code, cell, left, right, related = [] }: Diagnostic,
  accepted: readonly number[],
): string | undefined {
  if (cell === undefined || left === undefined || right === undefined) return undefined;
  const results = evaluate(form, values);
  const cause = accepted
    .map((equation) => results[equation]!)
    .filter((waived) => Math.abs(waived.left - waived.right) === Math.abs(left - right))
    .map(({ equation }) => form.cells[equation.at]!)
    .find(({ address }) => related.some((addend) => addend.cell === address));
  if (!cause) return undefined;
  return `“${cause.name}”已有说明（waivers），这一条差的也是那么多：属实的另写一项说明，rule 写 ${code}，cells 写 ${cell}。不是的，对照原始登记核对下列各格。`;
}

function tellBlanks(
  { form }: Report,
  { proposals }: PartRepair,
  { blanks }: WrongFigures,
  explained: Explained,
): void {
  for (const { cell, to } of proposals[0]?.changes ?? []) {
    const diagnostic = blanks.get(form.cells[cell]!.address);
    if (!diagnostic) continue;
    const hint = `由勾稽关系推算，这一格是 ${to}；对照原始登记属实的，填 ${to}。`;
    explained.set(diagnostic, { ...diagnostic, hint });
  }
}

/** Whether the change, being the only one, gives the cell the number of the other year. */
function mends({ unique, edits }: Fix, { cell, right }: Diagnostic): boolean {
  return unique && edits.some((edit) => edit.cell === cell && edit.to === String(right));
}

/** Whether it gives the cell from which the year after carries over the number that stands there. */
function mendsAfter({ unique, edits }: Fix, { left, related = [] }: Diagnostic): boolean {
  return unique && edits.some(({ cell, to }) => cell === related[0]?.cell && to === String(left));
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
