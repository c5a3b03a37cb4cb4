import type { Dataset } from '../reports/load.ts';
import type { Level } from '../reports/organ.ts';
import type { Report } from '../reports/report.ts';
import type { Settings } from '../reports/settings.ts';

/**
 * What became of a report that was expected. `undated`: it is there, without a date of publication.
 * `merged`: the organ is gone, and one that names it as predecessor reports in its place.
 */
export type CoverageState = 'onTime' | 'late' | 'undated' | 'missing' | 'merged' | 'notDue';

/** By organ, then by year. Years in which an organ is not expected, or whose report cannot be read, are absent. */
export type Coverage = ReadonlyMap<string, ReadonlyMap<number, CoverageState>>;

/** The last day on which the report of a year is on time, as YYYY-MM-DD. */
export function deadlineOf(level: Level, year: number, settings: Settings): string {
  return `${year + 1}-${settings.deadlines[level]}`;
}

/**
 * A year is expected of an organ from its first report to the last year any organ reports, as long as the
 * organ exists. One without any report is expected from when it was set up, else in that last year.
 */
export function coverageOf(
  data: Dataset,
  reportOf: (organ: string, year: number) => Report | undefined,
  settings: Settings,
  today: string,
): Coverage {
  const coverage = new Map<string, ReadonlyMap<number, CoverageState>>();
  if (data.reports.length === 0) return coverage;
  const firstOf = new Map<string, number>();
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const { organ, year } of data.reports) {
    firstOf.set(organ, Math.min(firstOf.get(organ) ?? year, year));
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  const unread = new Set(data.unread.map(({ organ, year }) => `${organ}/${year}`));
  const successors = successorsOf(data.organs);
  for (const organ of data.organs.values()) {
    const { from, to } = organ.years ?? {};
    const start = firstOf.get(organ.slug) ?? (from === undefined ? last : Math.max(from, first));
    const states = new Map<number, CoverageState>();
    for (let year = start; year <= last; year++) {
      const report = reportOf(organ.slug, year);
      if (report) {
        states.set(year, publication(report, organ.level, settings));
        continue;
      }
      if (unread.has(`${organ.slug}/${year}`)) continue;
      const heirs = successors.get(organ.slug) ?? [];
      if (to !== undefined && year >= to) {
        if (heirs.some((heir) => year > to || reportOf(heir, year))) {
          states.set(year, 'merged');
          continue;
        }
        if (year > to) continue;
      }
      const due = year < last || today > deadlineOf(organ.level, year, settings);
      states.set(year, due ? 'missing' : 'notDue');
    }
    coverage.set(organ.slug, states);
  }
  return coverage;
}

function publication({ published, year }: Report, level: Level, settings: Settings): CoverageState {
  if (published === undefined) return 'undated';
  return published <= deadlineOf(level, year, settings) ? 'onTime' : 'late';
}

/** Who came after whom. */
function successorsOf(organs: Dataset['organs']): ReadonlyMap<string, readonly string[]> {
  const successors = new Map<string, string[]>();
  for (const { slug, predecessors } of organs.values()) {
    for (const before of predecessors ?? []) {
      successors.set(before, [...(successors.get(before) ?? []), slug]);
    }
  }
  return successors;
}
