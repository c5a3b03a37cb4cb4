import type { Organ } from '../reports/organ.ts';
import type { Report } from '../reports/report.ts';
import { type Finding, fail, pass, type Spot, spot, type Verdict } from './rule.ts';
import { type OrganNames, organNames } from './text/names.ts';
import { type TitleLine, titleLines } from './text/title.ts';
import { type Span, type Finding as TextFinding, type TextPart, textParts } from './text/types.ts';

/** What the rules about the prose share: its texts, read once per report, and the way from a finding to an answer. */

const partsOf = new WeakMap<Report, readonly TextPart[]>();

/** The texts of a report in reading order, `opening` first; empty ones are left out. */
export function textsOf(report: Report): readonly TextPart[] {
  let parts = partsOf.get(report);
  if (!parts) {
    parts = textParts(report);
    partsOf.set(report, parts);
  }
  return parts;
}

/** One text by `opening` or the key of its section; empty where there is none. */
export function textAt(report: Report, section: string): string {
  return (section === 'opening' ? report.opening : report.sections.get(section)) ?? '';
}

const titlesOf = new WeakMap<Report, ReadonlyMap<string, readonly TitleLine[]>>();

/** By section the lines that are titles of a report. */
export function titlesIn(report: Report): ReadonlyMap<string, readonly TitleLine[]> {
  let titles = titlesOf.get(report);
  if (!titles) {
    titles = new Map(
      textsOf(report).flatMap(({ section, text }) => {
        const lines = titleLines(text);
        return lines.length > 0 ? [[section, lines] as const] : [];
      }),
    );
    titlesOf.set(report, titles);
  }
  return titles;
}

/** Whether a passage lies in a title, which is another rule's matter. */
export function isInTitle(report: Report, section: string, { start, end }: Span): boolean {
  return (
    titlesIn(report)
      .get(section)
      ?.some((title) => start >= title.start && end <= title.end) ?? false
  );
}

const namesOf = new WeakMap<ReadonlyMap<string, Organ>, OrganNames>();

/** The names of all organs of the site, ready to be looked for. */
export function namesAmong(organs: ReadonlyMap<string, Organ>): OrganNames {
  let names = namesOf.get(organs);
  if (!names) {
    names = organNames(organs.values());
    namesOf.set(organs, names);
  }
  return names;
}

/** As the form prints it: “一、总体情况”. */
export function sectionName({ form }: Report, section: string): string {
  const heading = form.sections.find(({ key }) => key === section)?.heading;
  return heading ? `“${heading}”` : '开头';
}

/** Where a finding of a text check stands; one without a passage stands for its section as a whole. */
export function passageOf(report: Report, { section, start, end }: TextFinding): Spot {
  return spot(report, section!, end > start ? { start, end } : undefined);
}

/** What a rule says of a finding; `in` is the name of the section. */
export type Say<F extends TextFinding> = (finding: F, inSection: string) => Omit<Finding, 'at'>;

/** A report with more findings of one rule is beyond telling one by one. */
const toldOneByOne = 20;

/** One answer for a report without findings, else one for each. */
export function answers<F extends TextFinding>(
  report: Report,
  findings: readonly F[],
  say: Say<F>,
): Verdict | Verdict[] {
  if (findings.length === 0) return pass;
  const more = findings.length - toldOneByOne;
  return findings.slice(0, toldOneByOne).map((finding, i) =>
    fail(() => {
      const said = say(finding, sectionName(report, finding.section!));
      const rest = more > 0 && i === toldOneByOne - 1 ? `（同类的还有 ${more}处，改好后再查。）` : '';
      return {
        at: passageOf(report, finding),
        ...asTranscribed(report),
        ...said,
        message: said.message + rest,
      };
    }),
  );
}

/** A faithful copy of a report published long before keeps its slips: they are told, but don't stop anything. */
export function asTranscribed(report: Report): Pick<Finding, 'severity'> {
  return report.transcribed ? { severity: 'warning' } : {};
}

/** Applies a check of one text to all texts of a report. */
export function inTexts<F extends TextFinding>(
  report: Report,
  check: (text: string, section: string) => readonly F[],
  say: Say<F>,
): Verdict | Verdict[] {
  const findings: F[] = [];
  for (const { section, text } of textsOf(report)) {
    for (const finding of check(text, section)) findings.push({ ...finding, section });
  }
  return answers(report, findings, say);
}

/** A passage as it is quoted in a message: in one line, the middle of a long one left out. */
export function quote(text: unknown): string {
  const line = String(text).replace(/\s+/g, ' ').trim();
  return `“${line.length > 40 ? `${line.slice(0, 24)}…${line.slice(-12)}` : line}”`;
}
