import type { Level } from '../../reports/organ.ts';
import type { Span } from '../../source/node.ts';

export type { Span } from '../../source/node.ts';

/**
 * What the text checks share. Every check is a pure function of a text (or of the parts of a report)
 * and a small context; it answers with findings, never with messages: wording and severity belong to
 * the rule that uses it. Offsets count UTF-16 code units of the text as given, the end exclusive.
 */

/** One text of a report: `opening`, or a section of the form by its key. */
export interface TextPart {
  section: string;
  text: string;
}

export type TextRule =
  | 'ED-CITE'
  | 'PB-DATE-SAME'
  | 'PB-TITLE'
  | 'QA-APPRAISAL'
  | 'QA-CONTACT'
  | 'QA-ENCODING'
  | 'QA-LEFTOVER'
  | 'QA-LENGTH'
  | 'QA-ORGAN'
  | 'QA-OVERVIEW'
  | 'QA-PERIOD'
  | 'QA-PERSON'
  | 'QA-PROBLEMS'
  | 'QA-SECLIST'
  | 'QA-SECTION6'
  | 'QA-SECTIONS'
  | 'QA-STALE-YEAR'
  | 'QA-TYPO';

export type Params = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * One finding. `kind` says which case of the rule it is; each module lists its kinds and what its
 * `params` hold. What is missing altogether (no period, no part) has an empty span at the start.
 */
export interface Finding<K extends string = string> extends Span {
  rule: TextRule;
  kind: K;
  /** Set where a check was given the parts of a report, not one text. */
  section?: string;
  params: Params;
}

/** What the checks need to know of an organ; `Organ` of `src/reports` is one. */
export interface NamedOrgan {
  slug: string;
  name: string;
  fullName: string;
  level: Level;
  parent?: string | undefined;
  aliases?: readonly string[] | undefined;
  predecessors?: readonly string[] | undefined;
}

/** The texts of a report in reading order, empty ones left out. */
export function textParts(report: { opening?: string; sections: ReadonlyMap<string, string> }): TextPart[] {
  const parts = [...report.sections].map(([section, text]) => ({ section, text }));
  if (report.opening !== undefined) parts.unshift({ section: 'opening', text: report.opening });
  return parts.filter(({ text }) => text.trim() !== '');
}

/** Applies a check of one text to every part and names the section in what it finds. */
export function inParts<K extends string>(
  parts: readonly TextPart[],
  check: (text: string, section: string) => Finding<K>[],
): Finding<K>[] {
  return parts.flatMap(({ section, text }) =>
    check(text, section).map((finding) => ({ ...finding, section })),
  );
}
