import { z } from 'zod';
import { type CellValue, isNumber } from '../forms/value.ts';
import { printed } from './sentence.ts';

/** A small column chart of one measure over the years; the filter `columnChart` draws it. */
export const columnChart = z.strictObject({
  /** Of the page, so that its title and description can be named. */
  id: z.string(),
  /** Over the chart: what is counted. */
  name: z.string(),
  unit: z.string(),
  /** States the finding. */
  title: z.string(),
  /** All values in words. */
  description: z.string(),
  /** The value that reaches the top. */
  max: z.number(),
  points: z.array(
    z.strictObject({
      label: z.string(),
      /** Absent where there is no number; `word` then says why. */
      value: z.number().optional(),
      word: z.string(),
      /** A new edition of the form begins here. */
      newForm: z.boolean(),
    }),
  ),
});
export type ColumnChart = z.infer<typeof columnChart>;

/** One bar beside its words; widths in hundredths of the longest. The filter `barChart` draws it. */
export const bar = z.array(z.strictObject({ kind: z.enum(['first', 'second']), share: z.number() }));
export type Bar = z.infer<typeof bar>;

export interface SeriesPoint {
  year: number;
  value: CellValue | undefined;
  newForm: boolean;
}

/** Draws a series of at least two numbers; `max` where several charts share a scale. */
export function makeColumnChart(
  { id, name, unit, missing }: { id: string; name: string; unit: string; missing: string },
  series: readonly SeriesPoint[],
  max: number,
): ColumnChart {
  const word = (value: CellValue | undefined) => (value === undefined ? missing : printed(value));
  return {
    id,
    name,
    unit,
    title: `${name}：${finding(series, unit)}`,
    description: `${series.map(({ year, value }) => `${year}年${word(value)}${isNumber(value) ? unit : ''}`).join('，')}。`,
    max,
    points: series.map(({ year, value, newForm }) => ({
      label: String(year),
      ...(isNumber(value) ? { value } : {}),
      word: word(value),
      newForm,
    })),
  };
}

/** 2023年12件，比2022年多4件. */
function finding(series: readonly SeriesPoint[], unit: string): string {
  const numbers = series.flatMap(({ year, value }) => (isNumber(value) ? [{ year, value }] : []));
  const last = numbers.at(-1);
  const before = numbers.at(-2);
  if (!last) return '没有数';
  const now = `${last.year}年${last.value}${unit}`;
  if (!before) return now;
  const change = Number((last.value - before.value).toFixed(6));
  if (change === 0) return `${now}，与${before.year}年相同`;
  return `${now}，比${before.year}年${change > 0 ? '多' : '少'}${Math.abs(change)}${unit}`;
}
