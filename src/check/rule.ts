import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Cell, Form } from '../forms/compile.ts';
import type { CellValue } from '../forms/value.ts';
import type { Dataset } from '../reports/load.ts';
import type { Organ } from '../reports/organ.ts';
import type { Report } from '../reports/report.ts';
import type { Settings } from '../reports/settings.ts';
import type { Path, Span } from '../source/node.ts';
import type { Coverage } from './coverage.ts';
import type { ProseAudit } from './prose/audit.ts';
import type { SumResult } from './sums.ts';

/**
 * Where a finding points: a value of a report by its address, a passage of a text (`opening` or the key of a
 * section; offsets in the text as the report holds it), or an organ as such. `path` leads to what has no address, such
 * as the date of a correction.
 */
export type Spot =
  | { report: Report; address: string; passage?: Span; path?: Path }
  | { organ: Organ; year?: number };

export function spot(report: Report, address: string, passage?: Span): Spot {
  return { report, address, ...(passage ? { passage } : {}) };
}

/** What is said about a failure. Made when a rule has failed, never before; places are looked up later still. */
export interface Finding {
  at: Spot;
  /** Where `at` is no cell: the cell it is about, which a waiver names. */
  waivedAt?: string;
  message: string;
  hint?: string;
  /** Where the case is milder than the rule: a warning of an error's rule. */
  severity?: Severity;
  left?: number;
  right?: number;
  related?: readonly { group?: string; message: string; at: Spot }[];
}

/** A rule's answer about one cell, relation, report or organ. */
export type Verdict =
  | { outcome: 'pass' }
  | { outcome: 'fail'; finding: () => Finding }
  | { outcome: 'notApplicable'; reason: string }
  | { outcome: 'unknown'; reason: string };

export const pass: Verdict = { outcome: 'pass' };
export const fail = (finding: () => Finding): Verdict => ({ outcome: 'fail', finding });
/** Reasons are counted by their text: name the kind of case, not the case. */
export const notApplicable = (reason: string): Verdict => ({ outcome: 'notApplicable', reason });
export const unknown = (reason: string): Verdict => ({ outcome: 'unknown', reason });

/** Answers that several rules give. */
export const noPrevious = notApplicable('没有上一年的报告');
export const otherEdition = notApplicable('这一版表格没有这一项');
export const noText = notApplicable('没有这一部分的文字');
export const noNumber = unknown('有关的格没有数');
export const noOrgan = unknown('机关的资料读不出来');

/** What a rule is about and what one of its answers counts. */
export interface Facts {
  /** Permanent; a removed one is never used again. */
  id: string;
  severity: Severity;
  /** Short name, for lists. */
  title: string;
  /** The clause, the notice or the part of the form it rests on. */
  source: string;
  /** What it asks, in plain words. */
  asks: string;
  wrong: string;
  right: string;
  /** What to do about a failure. */
  advice: string;
  /** How often real reports break it. */
  seen?: string;
  /** The cells whose figures it compares with something in the same organ's reports. */
  protects?(form: Form): readonly Cell[];
}

export interface ReportInput {
  report: Report;
  organ: Organ | undefined;
  parent: Organ | undefined;
  /** The same organ's report of the year before. */
  previous: Report | undefined;
  sums: readonly SumResult[];
  /** The numbers of its text held against its tables; worked out when a rule first asks. */
  prose(): ProseAudit;
  /** All organs of the site, by slug. */
  organs: ReadonlyMap<string, Organ>;
  /** The editions there are. */
  forms: readonly Form[];
}

export interface SiteInput {
  data: Dataset;
  reportOf(organ: string, year: number): Report | undefined;
  coverage: Coverage;
  /** The editions there are. */
  forms: readonly Form[];
}

/** Decided while the files are read, where places and texts are known; its findings come from there. */
export interface ReadingRule extends Facts {
  scope: 'reading';
}

/** One answer for each of its cells. */
export interface CellRule extends Facts {
  scope: 'cell';
  cells(form: Form): readonly Cell[];
  check(value: CellValue, cell: Cell, input: ReportInput, settings: Settings): Verdict;
}

/** About one report by itself, or about it as a year in its organ's series. */
export interface ReportRule extends Facts {
  scope: 'report' | 'series';
  check(input: ReportInput, settings: Settings): Verdict | readonly Verdict[];
}

/** About several organs together. */
export interface SiteRule extends Facts {
  scope: 'site';
  check(input: SiteInput, settings: Settings): readonly Verdict[];
}

export type Rule = ReadingRule | CellRule | ReportRule | SiteRule;
