import { onceFor } from '../forms/once.ts';
import type { Organ } from '../reports/organ.ts';
import type { Report } from '../reports/report.ts';
import { type Finding, fail, pass, type Spot, spot, type Verdict } from './rule.ts';
import { organNames } from './text/names.ts';
import { type TitleLine, titleLines } from './text/title.ts';
import { type Span, type Finding as TextFinding, type TextPart, textParts } from './text/types.ts';

/** What the rules about the prose share: its texts, read once per report, and the way from a finding to an answer. */

/** The texts of a report in reading order, `opening` first; empty ones are left out. */
export const textsOf = onceFor((report: Report): readonly TextPart[] => textParts(report));

/** One text by `opening` or the key of its section; empty where there is none. */
export function textAt(report: Report, section: string): string {
  return (section === 'opening' ? report.opening : report.sections.get(section)) ?? '';
}

/** By section the lines that are titles of a report. */
export const titlesIn = onceFor((report: Report): ReadonlyMap<string, readonly TitleLine[]> => {
  const titles = new Map<string, readonly TitleLine[]>();
  for (const { section, text } of textsOf(report)) {
    const lines = titleLines(text);
    if (lines.length > 0) titles.set(section, lines);
  }
  return titles;
});

/** Whether a passage lies in a title, which is another rule's matter. */
export function isInTitle(report: Report, section: string, { start, end }: Span): boolean {
  return (
    titlesIn(report)
      .get(section)
      ?.some((title) => start >= title.start && end <= title.end) ?? false
  );
}

/** The names of all organs of the site, ready to be looked for. */
export const namesAmong = onceFor((organs: ReadonlyMap<string, Organ>) => organNames(organs.values()));

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
