import type { Entry } from './catalogue/entry.ts';
import { type CatalogueCode, catalogue, type ParamsOf } from './catalogue.ts';

/** The gravest first. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];
export const severityNames: Record<Severity, string> = { error: '错误', warning: '提示', info: '说明' };

/** A span in a file. Lines and columns count from 1; a column counts UTF-16 code units, as editors do; the end is exclusive. */
export interface Place {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Another place that belongs to a diagnostic, such as an addend of a failed sum. */
export interface Related {
  /** What several entries have in common, such as the side of a sum. */
  group?: string;
  message: string;
  place?: Place;
  cell?: string;
}

/** What a proposed change looks like; see `check/repair/result.ts`. */
export const fixKinds = [
  'digitsSwapped',
  'digitDropped',
  'digitDoubled',
  'digitAdded',
  'digitChanged',
  'totalStale',
  'cellsSwapped',
  'rowShifted',
  'cell',
  'cells',
] as const;
export type FixKind = (typeof fixKinds)[number];

/** One number to write instead of another. `from` is what stands at the place now. */
export interface FixEdit {
  place: Place;
  /** Address and official name of the cell. */
  cell: string;
  cellName: string;
  from: string;
  to: string;
}

/** One way to put the data right: replacements that belong together. */
export interface FixOption {
  /** As a sentence: 把“表三 · （一）予以公开 · 总计”由 12 改为 13. */
  title: string;
  kind: FixKind;
  edits: FixEdit[];
}

/** A proposed change of the data, the likeliest. Nobody applies it but the keeper of the data; the hint tells it in words. */
export interface Fix extends FixOption {
  /** Proven: no other change of as few numbers satisfies all sums and leaves the carry-over that agrees with other years. */
  unique: boolean;
  /** Every change of the fewest numbers has been looked at. Where not, there may be others. */
  complete: boolean;
  /** Other ways, likeliest first; only a few of them where there are many. */
  alternatives: FixOption[];
}

/** One finding, as a value: reporters format it, nothing else does. */
export interface Diagnostic {
  /** Permanent identifier; a removed one is never used again. */
  code: string;
  severity: Severity;
  message: string;
  place?: Place;
  organ?: string;
  year?: number;
  /** Address of the cell in the report: `applications.denied.stateSecret.total`. */
  cell?: string;
  /** Its official name: 表三 · （三）不予公开 1.属于国家秘密 · 总计. */
  cellName?: string;
  left?: number;
  right?: number;
  related?: Related[];
  hint?: string;
  fix?: Fix;
}

export type Details = Omit<Diagnostic, 'severity' | 'message' | 'code'> & { code?: string };

/** Makes a diagnostic from the catalogue's text; `details.code` replaces the code where the form names its own. */
export function diagnose<C extends CatalogueCode>(
  code: C,
  params: ParamsOf<C>,
  details: Details = {},
): Diagnostic {
  const entry: Entry<ParamsOf<C>> = catalogue[code];
  const hint = details.hint ?? entry.hint?.(params);
  return {
    code,
    severity: entry.severity,
    message: entry.message(params),
    ...details,
    ...(hint ? { hint } : {}),
  };
}

/** Files in path order, then by position, then by code; what is equal keeps the order of the form. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.place?.file ?? '', b.place?.file ?? '') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    compareText(a.code, b.code)
  );
}

/** Order by code unit: does not depend on the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
