import { addUp } from '../check/exact.ts';
import { type Children, partsOf } from '../check/rollup.ts';
import type { Form } from '../forms/compile.ts';
import { onceFor } from '../forms/once.ts';
import { type CellValue, isNumber } from '../forms/value.ts';
import type { OrganEntry, ReportEntry, Site } from './site.ts';

/** Several reports added up cell by cell, in the form of one edition. */
export interface RollUp {
  form: Form;
  parts: readonly ReportEntry[];
  /** By cell index: the sum of the numbers there are; 未报 where no part has one. */
  values: readonly CellValue[];
  /** How many parts hold no number, by cell index, where there are any. */
  lacking: ReadonlyMap<number, number>;
}

/** Adds up the reports that are on the edition. */
export function rollUp(form: Form, entries: readonly ReportEntry[]): RollUp {
  const parts = entries.filter(({ report }) => report.form === form);
  const lacking = new Map<number, number>();
  const values = form.cells.map((cell): CellValue => {
    const numbers: number[] = [];
    for (const { report } of parts) {
      const value = report.values[cell.index]!;
      if (isNumber(value)) numbers.push(value);
    }
    if (numbers.length < parts.length) lacking.set(cell.index, parts.length - numbers.length);
    return numbers.length === 0 ? '未报' : addUp(cell, numbers);
  });
  return { form, parts, values, lacking };
}

/** Whether an organ's report holds those of the organs below it, or may: then it is not added to them. */
export function isSummary({ organ, children }: OrganEntry): boolean {
  return organ.reports === 'all' || (organ.reports === undefined && children.length > 0);
}

const indexOf = onceFor(({ organs }: Site) => {
  const above = organs.filter(({ children }) => children.length > 0);
  const children: Children = new Map(
    above.map(({ organ, children }) => [organ.slug, children.map((child) => child.organ)]),
  );
  return { children, entries: new Map(organs.map((entry) => [entry.organ.slug, entry])) };
});

/** The organs whose reports make up an organ's own; undefined where one does not say what it covers. */
export function partsOfOrgan(site: Site, { organ }: OrganEntry, year: number): OrganEntry[] | undefined {
  const { children, entries } = indexOf(site);
  return partsOf(organ, year, children)?.map(({ slug }) => entries.get(slug)!);
}
