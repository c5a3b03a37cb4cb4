import { z } from 'zod';
import { isNumber } from '../forms/value.ts';
import { type Measure, type MeasureGroup, measured, measureGroups } from '../model/measures.ts';
import type { OrganEntry, ReportEntry } from '../model/site.ts';
import { columnChart, makeColumnChart, type SeriesPoint } from './charts.ts';
import { amount } from './sentence.ts';

/** What happened over the years, group by group: charts, and the same numbers as a table. */
export const seriesGroup = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What a change of the form means for this group. */
  bridge: z.string().optional(),
  scale: z.string().optional(),
  charts: z.array(columnChart),
  /** Instead of empty charts. */
  zeros: z.string().optional(),
  years: z.array(z.strictObject({ label: z.string(), href: z.string() })),
  rows: z.array(z.strictObject({ label: z.string(), values: z.array(z.string()) })),
});
export type SeriesGroup = z.infer<typeof seriesGroup>;

interface Line {
  measure: Measure;
  points: SeriesPoint[];
}

/** Named in the words of the newest report's edition. An organ with a single report has no series. */
export function seriesGroups({ reports }: OrganEntry): SeriesGroup[] {
  const latest = reports.at(-1);
  return latest === undefined
    ? []
    : measureGroups(latest.report.form).map((group) => groupView(group, reports));
}

function groupView(group: MeasureGroup, reports: readonly ReportEntry[]): SeriesGroup {
  const lines = group.measures.map((measure): Line => ({ measure, points: pointsOf(measure, reports) }));
  const drawn = reports.length > 1 ? lines.filter(({ points }) => points.some(hasMark)) : [];
  const most = (shown: readonly Line[]) =>
    Math.max(0, ...shown.flatMap(({ points }) => points.map(numberOf)));
  const shared = most(drawn);
  const zeros = lines.filter(({ points }) => points.every(({ value }) => value === 0));
  const bridge = bridgeNote(group, reports);
  return {
    id: group.key,
    title: group.title,
    ...(bridge ? { bridge } : {}),
    ...(group.parts && drawn.length > 1 ? { scale: '这几张图用同一个刻度，高低可以互相比。' } : {}),
    charts: drawn.map((line, i) =>
      makeColumnChart(
        { id: `${group.key}-${i + 1}`, name: line.measure.label, unit: line.measure.unit, missing: '无' },
        line.points,
        group.parts ? shared : most([line]),
      ),
    ),
    ...(zeros.length > 0 && reports.length > 1
      ? { zeros: `${zeros.map(({ measure }) => measure.label).join('、')}各年都是0。` }
      : {}),
    years: reports.map(({ report: { year } }) => ({ label: `${year}年`, href: `${year}.html` })),
    rows: lines.map(({ measure, points }) => ({
      label: `${measure.label}（${measure.unit}）`,
      values: points.map(({ value }) => amount(value, '')),
    })),
  };
}

function pointsOf(measure: Measure, reports: readonly ReportEntry[]): SeriesPoint[] {
  return reports.map(({ report: { year, form, values }, previous }) => ({
    year,
    value: measured(measure, form, values),
    newForm: previous !== undefined && previous.report.form !== form,
  }));
}

const numberOf = ({ value }: SeriesPoint) => (isNumber(value) ? value : 0);
const hasMark = (point: SeriesPoint) => numberOf(point) !== 0;

/** 2021年起用2021年版格式：…, where the reports are on more than one edition. */
function bridgeNote({ measures }: MeasureGroup, reports: readonly ReportEntry[]): string | undefined {
  const changed = reports.filter(({ report, previous }) => previous && previous.report.form !== report.form);
  const notes = changed.map(({ report, previous }) => {
    const [before, after] = [previous!.report.form, report.form];
    const differences = measures.flatMap((measure) => {
      const [was, is] = [measure.cells(before).length, measure.cells(after).length];
      if (was === is) return [];
      if (was === 0) return [`“${measure.label}”${before.id}年版没有，不能接着比`];
      if (is === 0) return [`“${measure.label}”${after.id}年版没有，不能接着比`];
      return [`“${measure.label}”由${was}行改为${is}行，这里按合计接着比`];
    });
    const said = differences.length > 0 ? differences.join('；') : '这几项两版相同，可以接着比';
    return `${report.year}年起用${after.id}年版格式：${said}。`;
  });
  return notes.length > 0 ? notes.join('') : undefined;
}
