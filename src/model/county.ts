import { compareRow, type Difference, explains } from '../check/rollup.ts';
import type { DataRow } from '../forms/compile.ts';
import { partsOfOrgan, type RollUp, rollUp } from './rollup.ts';
import type { OrganEntry, ReportEntry, Site } from './site.ts';

/** An organ's report of a year beside the sum of those below it. */
export interface CountyYear {
  organ: OrganEntry;
  year: number;
  /** The organ's own report, where there is one. */
  own?: ReportEntry;
  /** The organs that make it up; undefined where one with organs below it does not say what it covers. */
  parts?: readonly OrganEntry[];
  reports: readonly ReportEntry[];
  missing: readonly OrganEntry[];
  sum: RollUp;
  /** Only where both sides are whole, and on one edition. */
  residuals?: readonly Residual[];
}

/** A row in which the organ's report and the sum differ. */
export interface Residual {
  row: DataRow;
  cells: readonly Difference[];
  /** Parts whose row is exactly what is missing, or there twice. */
  suspects: readonly ReportEntry[];
}

/** The newest year first; years without any report below are left out. */
export function countyYears(site: Site, organ: OrganEntry): CountyYear[] {
  return yearsBelow(site, organ).map((year) => countyYear(site, organ, year));
}

/** The years that have a report below an organ, the newest first. */
export function yearsBelow(site: Site, organ: OrganEntry): number[] {
  if (organ.children.length === 0) return [];
  return site.years.filter((year) => below(site, organ, year).some((entry) => reportOf(entry, year)));
}

function below(site: Site, organ: OrganEntry, year: number): readonly OrganEntry[] {
  return partsOfOrgan(site, organ, year) ?? organ.children;
}

function reportOf(entry: OrganEntry, year: number): ReportEntry | undefined {
  return entry.reports.find(({ report }) => report.year === year);
}

function countyYear(site: Site, organ: OrganEntry, year: number): CountyYear {
  const parts = partsOfOrgan(site, organ, year);
  const organs = below(site, organ, year);
  const reports = organs.flatMap((entry) => reportOf(entry, year) ?? []);
  const own = reportOf(organ, year);
  const form = own?.report.form ?? reports[0]!.report.form;
  const sum = rollUp(form, reports);
  const missing = organs.filter((entry) => !reportOf(entry, year) && entry.coverage.get(year) !== 'merged');
  const whole = own && parts && missing.length === 0 && sum.parts.length === reports.length;
  return {
    organ,
    year,
    ...(own ? { own } : {}),
    ...(parts ? { parts } : {}),
    reports,
    missing,
    sum,
    ...(whole ? { residuals: residuals(own, reports) } : {}),
  };
}

/** Rows with a cell that holds no number on either side cannot be compared and are left out. */
function residuals(own: ReportEntry, parts: readonly ReportEntry[]): Residual[] {
  const reports = parts.map(({ report }) => report);
  return own.report.form.rows.flatMap((row) => {
    const cells = compareRow(row, own.report, reports) ?? [];
    if (cells.length === 0) return [];
    return [{ row, cells, suspects: parts.filter(({ report }) => explains(report, cells)) }];
  });
}
