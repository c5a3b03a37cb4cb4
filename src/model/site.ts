import { valueAt } from '../check/cells.ts';
import type { CoverageState } from '../check/coverage.ts';
import type { Checked, Waived } from '../check/index.ts';
import { compareText, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { keyCells } from '../forms/key-cells.ts';
import type { CellValue } from '../forms/value.ts';
import type { Dataset } from '../reports/load.ts';
import { type Level, levels, type Organ } from '../reports/organ.ts';
import type { Report } from '../reports/report.ts';
import type { SiteConfig } from '../reports/site.ts';

/** Everything the pages show, sorted; built only from data without errors. */
export interface Site {
  config: SiteConfig;
  /** Higher levels first, then by folder name. */
  organs: readonly OrganEntry[];
  /** Years with a report, newest first. */
  years: readonly number[];
  /** The rules that were tried, in the order of the catalogue. */
  catalogue: Checked['catalogue'];
  rules: Checked['rules'];
  answers: Checked['answers'];
  /** Findings about an organ and no report of it. */
  ofOrgans: Checked['ofOrgans'];
}

export interface OrganEntry {
  organ: Organ;
  parent?: OrganEntry;
  /** The organs that name this one as theirs, in the order of the site. */
  children: OrganEntry[];
  /** What became of the report of each year in which one was expected. */
  coverage: ReadonlyMap<number, CoverageState>;
  /** Oldest first. */
  reports: ReportEntry[];
}

export interface ReportEntry {
  organ: OrganEntry;
  report: Report;
  /** Failures of rules accepted by a waiver, and warnings: both are told on the report's page. */
  waived: readonly Waived[];
  warned: readonly Diagnostic[];
  /** All failures that no waiver accepts, those of no weight too. */
  found: readonly Diagnostic[];
  previous?: ReportEntry;
  next?: ReportEntry;
}

const levelOrder = Object.keys(levels).reverse() as Level[];

export function buildSite(config: SiteConfig, data: Dataset, checked: Checked): Site {
  const entries = new Map<string, OrganEntry>();
  for (const organ of data.organs.values()) {
    const coverage = checked.coverage.get(organ.slug) ?? new Map();
    entries.set(organ.slug, { organ, children: [], coverage, reports: [] });
  }
  for (const report of [...data.reports].sort((a, b) => a.year - b.year)) {
    const organ = entries.get(report.organ);
    if (!organ) continue;
    const entry: ReportEntry = {
      organ,
      report,
      waived: checked.waived.get(report) ?? [],
      warned: (checked.found.get(report) ?? []).filter(({ severity }) => severity === 'warning'),
      found: checked.found.get(report) ?? [],
    };
    const previous = organ.reports.at(-1);
    if (previous) {
      entry.previous = previous;
      previous.next = entry;
    }
    organ.reports.push(entry);
  }
  const organs = [...entries.values()].sort(
    (a, b) =>
      levelOrder.indexOf(a.organ.level) - levelOrder.indexOf(b.organ.level) ||
      compareText(a.organ.slug, b.organ.slug),
  );
  for (const entry of organs) {
    const parent = entry.organ.parent === undefined ? undefined : entries.get(entry.organ.parent);
    if (!parent) continue;
    entry.parent = parent;
    parent.children.push(entry);
  }
  return {
    config,
    organs,
    years: [...new Set(data.reports.map((report) => report.year))].sort((a, b) => b - a),
    catalogue: checked.catalogue,
    rules: checked.rules,
    answers: checked.answers,
    ofOrgans: checked.ofOrgans,
  };
}

/** The figures a report is known by, in the words of the form. */
export const keyFigures = [
  { key: 'newReceived', address: keyCells.newReceived, label: '新收申请', unit: '件' },
  { key: 'carriedOver', address: keyCells.carriedOver, label: '上年结转', unit: '件' },
  { key: 'handled', address: keyCells.handled, label: '办理结果总计', unit: '件' },
  { key: 'carriedForward', address: keyCells.carriedForward, label: '结转下年度', unit: '件' },
  { key: 'review', address: 'challenges.review.total', label: '行政复议', unit: '件' },
  {
    key: 'litigationDirect',
    address: 'challenges.litigationDirect.total',
    label: '未经复议直接起诉',
    unit: '件',
  },
  {
    key: 'litigationAfterReview',
    address: 'challenges.litigationAfterReview.total',
    label: '复议后起诉',
    unit: '件',
  },
] as const;
export type KeyFigure = (typeof keyFigures)[number]['key'];

/** 件, or the word for why there is none; undefined where the edition has no such cell. */
export function figure(report: Report, key: KeyFigure): CellValue | undefined {
  return valueAt(report, keyFigures.find((entry) => entry.key === key)!.address);
}

/** Every report, organ by organ, each organ's oldest first. */
export function allReports({ organs }: Site): ReportEntry[] {
  return organs.flatMap(({ reports }) => reports);
}

/** Those of a year, in the order of the organs. */
export function reportsOf(site: Site, year: number): ReportEntry[] {
  return site.organs.flatMap((entry) => entry.reports.filter(({ report }) => report.year === year));
}
