import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Form } from '../forms/compile.ts';
import { forms as officialForms } from '../forms/index.ts';
import type { Waiver } from '../reports/annotations.ts';
import type { Dataset } from '../reports/load.ts';
import type { Report } from '../reports/report.ts';
import type { Answers } from './answers.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { locateSpots, toDiagnostic } from './finding.ts';
import { equationAt, type FailedSums, withRepairs } from './repairs.ts';
import { type Finding, type Rule, type Spot, spot } from './rule.ts';
import edCite from './rules/ed-cite.ts';
import edYear from './rules/ed-year.ts';
import pbCorrection from './rules/pb-correction.ts';
import pbCover from './rules/pb-cover.ts';
import pbDateSame from './rules/pb-date-same.ts';
import pbDeadline from './rules/pb-deadline.ts';
import pbEarly from './rules/pb-early.ts';
import pbRollup from './rules/pb-rollup.ts';
import pbTitle from './rules/pb-title.ts';
import qaAppraisal from './rules/qa-appraisal.ts';
import qaContact from './rules/qa-contact.ts';
import qaEncoding from './rules/qa-encoding.ts';
import qaLeftover from './rules/qa-leftover.ts';
import qaLength from './rules/qa-length.ts';
import qaOrgan from './rules/qa-organ.ts';
import qaOverview from './rules/qa-overview.ts';
import qaPeriod from './rules/qa-period.ts';
import qaPerson from './rules/qa-person.ts';
import qaProblems from './rules/qa-problems.ts';
import qaSeclist from './rules/qa-seclist.ts';
import qaSection6 from './rules/qa-section6.ts';
import qaSections from './rules/qa-sections.ts';
import qaSimilarPeer from './rules/qa-similar-peer.ts';
import qaSimilarSelf from './rules/qa-similar-self.ts';
import qaStaleYear from './rules/qa-stale-year.ts';
import qaTypo from './rules/qa-typo.ts';
import t2Items from './rules/t2-2019-items.ts';
import t2FeeUnit from './rules/t2-fee-unit.ts';
import t2RegTownship from './rules/t2-reg-township.ts';
import t2SelfLaw from './rules/t2-self-law.ts';
import t2Stock from './rules/t2-stock.ts';
import t2StockOneYear from './rules/t2-stock-1y.ts';
import t3Carry from './rules/t3-carry.ts';
import t3FeeLink from './rules/t3-fee-link.ts';
import t3Jump from './rules/t3-jump.ts';
import t3Rowset from './rules/t3-rowset.ts';
import t3ZeroHigh from './rules/t3-zero-high.ts';
import t4NoReq from './rules/t4-no-req.ts';
import t4Pending from './rules/t4-pending.ts';
import txCases from './rules/tx-cases.ts';
import txListSum from './rules/tx-list-sum.ts';
import txNoCount from './rules/tx-nocount.ts';
import txPercent from './rules/tx-percent.ts';
import txPerChange from './rules/tx-perchange.ts';
import txReqCount from './rules/tx-req-count.ts';
import txT2 from './rules/tx-t2.ts';
import txZero from './rules/tx-zero.ts';
import { type ReportOf, type RuleCount, run } from './run.ts';
import { isOff, settingsOf, settingsProblems, severityOf } from './settings.ts';
import { sumRules } from './sum-rules.ts';
import type { SumResult } from './sums.ts';
import { tableRules } from './table-rules.ts';
import { openWaivers, waiverText } from './waivers.ts';

export type { RuleCount } from './run.ts';

/** The catalogue, in its order. A new rule is its file, its line here and its fixtures in `tests/rules/`. */
export function rulesFor(forms: readonly Form[] = officialForms): readonly Rule[] {
  return [
    edYear,
    edCite,
    ...tableRules(forms),
    t3Rowset,
    ...sumRules(forms),
    t2RegTownship,
    t2Stock,
    t2StockOneYear,
    t2SelfLaw,
    t2FeeUnit,
    t2Items,
    t3Carry,
    t3ZeroHigh,
    t3FeeLink,
    t3Jump,
    t4Pending,
    t4NoReq,
    txReqCount,
    txZero,
    txCases,
    txT2,
    txPercent,
    txListSum,
    txNoCount,
    txPerChange,
    qaSections,
    qaOverview,
    qaAppraisal,
    qaSeclist,
    qaOrgan,
    qaPeriod,
    qaStaleYear,
    qaSimilarSelf,
    qaSimilarPeer,
    qaLength,
    qaLeftover,
    qaSection6,
    qaProblems,
    qaPerson,
    qaContact,
    qaTypo,
    qaEncoding,
    pbDeadline,
    pbEarly,
    pbTitle,
    pbDateSame,
    pbCorrection,
    pbCover,
    pbRollup,
  ];
}

/** A failure that a waiver accepts; told on the public page, no longer an error. */
export interface Waived {
  rule: Rule;
  report: Report;
  waiver: Waiver;
  /** What the rule found. */
  diagnostic: Diagnostic;
  /** The public text: reason, basis, who, until when. */
  text: string;
}

export interface Checked {
  /** By report, in the order of its form's equations. */
  sums: ReadonlyMap<Report, readonly SumResult[]>;
  /** By code, in the order of the catalogue; rules that the site has switched off are absent. */
  rules: ReadonlyMap<string, RuleCount>;
  /** What became of every expected report. */
  coverage: Coverage;
  /** Accepted failures, by report. */
  waived: ReadonlyMap<Report, readonly Waived[]>;
  /** What readers of a report are to be told without its being wrong, by report. */
  warned: ReadonlyMap<Report, readonly Diagnostic[]>;
  /** Every failure that nobody has accepted, whatever its weight, by report. */
  found: ReadonlyMap<Report, readonly Diagnostic[]>;
  /** What is to be told of an organ and is about no report of its own, such as a report that is missing. */
  ofOrgans: readonly Diagnostic[];
  /** What each rule answered about each report. */
  answers: Answers;
  /** The catalogue in its order, without the rules that the site has switched off. */
  catalogue: readonly Rule[];
}

export interface CheckOptions {
  /** The day on which waivers and deadlines are judged; without it the newest date of publication in the data. */
  today?: string | undefined;
  /** The editions there are; without it the official ones. */
  forms?: readonly Form[];
  /** Other rules than the catalogue, for tests. */
  rules?: readonly Rule[];
}

/** Applies every rule to every report. */
export function check(
  data: Dataset,
  options: CheckOptions = {},
): { value: Checked; diagnostics: Diagnostic[] } {
  const settings = settingsOf(data);
  const forms = [...new Set([...(options.forms ?? officialForms), ...data.reports.map(({ form }) => form)])];
  const all = options.rules ?? rulesFor(forms);
  const today = options.today ?? newestDate(data.reports);
  const reportOf = reportFinder(data.reports);
  const coverage = coverageOf(data, reportOf, settings, today);

  const rules = all.filter((rule) => !isOff(rule, settings));
  const { sums, counts, answers, failures } = run(rules, data, reportOf, coverage, settings, forms);

  const diagnostics = settingsProblems(data, all, settings);
  const waivers = openWaivers(data.reports, all, today);
  const waived = new Map<Report, Waived[]>();
  const warned = new Map<Report, Diagnostic[]>();
  const found = new Map<Report, Diagnostic[]>();
  const ofOrgans: Diagnostic[] = [];
  const sumsOf = new Map<Report, FailedSums>();
  const locate = locateSpots();
  for (const { rule, finding } of failures) {
    const diagnostic = toDiagnostic(rule, finding, severityOf(rule, finding, settings), locate);
    const count = counts.get(rule.id)!;
    const waiver = waivers.find(rule.id, waivable(finding));
    const failed = failedSum(rule, finding, sumsOf);
    if (waiver && 'report' in finding.at) {
      count.waived++;
      if (failed?.equation !== undefined) failed.sums.accepted.push(failed.equation);
      const { report } = finding.at;
      answers.add(report, rule, 'waived');
      const entry: Waived = { rule, report, waiver, diagnostic, text: waiverText(waiver) };
      waived.set(report, [...(waived.get(report) ?? []), entry]);
    } else {
      count.fail++;
      if (!failed) diagnostics.push(diagnostic);
      else if (failed.equation === undefined) failed.sums.links.push(diagnostic);
      else failed.sums.failed.set(failed.equation, diagnostic);
      if ('report' in finding.at) {
        const { report } = finding.at;
        answers.add(report, rule, 'fail');
        found.set(report, [...(found.get(report) ?? []), diagnostic]);
        if (diagnostic.severity === 'warning')
          warned.set(report, [...(warned.get(report) ?? []), diagnostic]);
      } else ofOrgans.push(diagnostic);
    }
  }
  for (const [report, failed] of sumsOf) {
    diagnostics.push(...withRepairs(report, failed, reportOf, locate));
  }
  diagnostics.push(...waivers.problems());
  return {
    value: { sums, rules: counts, coverage, waived, warned, found, ofOrgans, answers, catalogue: rules },
    diagnostics,
  };
}

/** Where to gather the failed sums of a report, and carry-overs without an equation; undefined for all else. */
function failedSum({ id }: Rule, { at }: Finding, sumsOf: Map<Report, FailedSums>) {
  if (!('report' in at)) return undefined;
  const equation = equationAt(at.report, id, at.address);
  if (equation === undefined && id !== t3Carry.id) return undefined;
  const sums: FailedSums = sumsOf.get(at.report) ?? { failed: new Map(), accepted: [], links: [] };
  sumsOf.set(at.report, sums);
  return { equation, sums };
}

/** The cell that a waiver of a finding names. */
function waivable({ at, waivedAt }: Finding): Spot {
  return waivedAt !== undefined && 'report' in at ? spot(at.report, waivedAt) : at;
}

function reportFinder(reports: readonly Report[]): ReportOf {
  const byOrgan = new Map<string, Map<number, Report>>();
  for (const report of reports) {
    const years = byOrgan.get(report.organ);
    if (years) years.set(report.year, report);
    else byOrgan.set(report.organ, new Map([[report.year, report]]));
  }
  return (organ, year) => byOrgan.get(organ)?.get(year);
}

function newestDate(reports: readonly Report[]): string {
  return reports.reduce((newest, { published = '' }) => (published > newest ? published : newest), '');
}
