import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Form } from '../forms/compile.ts';
import { forms as officialForms } from '../forms/index.ts';
import type { Waiver } from '../reports/annotations.ts';
import type { Dataset } from '../reports/load.ts';
import type { Report } from '../reports/report.ts';
import type { Answers } from './answers.ts';
import { rulesFor } from './catalogue.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { locateSpots, toDiagnostic } from './finding.ts';
import { explainFigures } from './repairs.ts';
import { type Finding, type Rule, type Spot, spot } from './rule.ts';
import { type ReportOf, type RuleCount, type Run, run } from './run.ts';
import { isOff, settingsOf, settingsProblems, severityOf } from './settings.ts';
import { openWaivers, waiverText } from './waivers.ts';

export { rulesFor } from './catalogue.ts';
export type { RuleCount } from './run.ts';

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
  /** How many of the printed sum relations came out how. */
  sums: Run['sums'];
  /** By code, in the order of the catalogue; rules that the site has switched off are absent. */
  rules: ReadonlyMap<string, RuleCount>;
  /** What became of every expected report. */
  coverage: Coverage;
  /** Accepted failures, by report. */
  waived: ReadonlyMap<Report, readonly Waived[]>;
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
  const found = new Map<Report, Diagnostic[]>();
  const ofOrgans: Diagnostic[] = [];
  const locate = locateSpots();
  const told = failures.map(({ rule, finding }) => ({
    rule,
    finding,
    diagnostic: toDiagnostic(rule, finding, severityOf(rule, finding, settings), locate),
    waiver: waivers.find(rule.id, waivable(finding)),
  }));
  const explained = explainFigures(told, reportOf, locate);
  for (const { rule, finding, waiver, ...plain } of told) {
    const diagnostic = explained.get(plain.diagnostic) ?? plain.diagnostic;
    const count = counts.get(rule.id)!;
    if (waiver && 'report' in finding.at) {
      count.waived++;
      const { report } = finding.at;
      answers.entry(rule)(report, 'waived');
      const entry: Waived = { rule, report, waiver, diagnostic, text: waiverText(waiver) };
      waived.set(report, [...(waived.get(report) ?? []), entry]);
    } else {
      count.fail++;
      diagnostics.push(diagnostic);
      if ('report' in finding.at) {
        const { report } = finding.at;
        answers.entry(rule)(report, 'fail');
        found.set(report, [...(found.get(report) ?? []), diagnostic]);
      } else ofOrgans.push(diagnostic);
    }
  }
  diagnostics.push(...waivers.problems());
  return {
    value: { sums, rules: counts, coverage, waived, found, ofOrgans, answers, catalogue: rules },
    diagnostics,
  };
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
