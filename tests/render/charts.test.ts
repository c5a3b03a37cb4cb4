import { describe, expect, it } from 'vitest';
import { makeColumnChart, type SeriesPoint } from '../../src/pages/charts.ts';
import { renderBar } from '../../src/render/charts/bar.ts';
import { renderColumns } from '../../src/render/charts/columns.ts';
import { attribute, byClass, elements, parseHtml, wordsOf } from '../helpers/html.ts';

const names = { id: 'x', name: '新收', unit: '件', missing: '无' };
const series = (...values: SeriesPoint['value'][]): SeriesPoint[] =>
  values.map((value, i) => ({ year: 2020 + i, value, newForm: i === 1 }));
const draw = (points: SeriesPoint[], max = 10) =>
  parseHtml(renderColumns(makeColumnChart(names, points, max)));

describe('a column chart', () => {
  it('has a title that states the finding, and all values in words', () => {
    const chart = draw(series(4, 10, '未报', undefined, 7));
    const svg = elements(chart, 'svg')[0]!;
    expect(attribute(svg, 'role')).toBe('img');
    expect(attribute(svg, 'aria-labelledby')).toBe('x-title x-desc');
    expect(elements(chart, 'svg:title').map(wordsOf)).toEqual(['新收：2024年7件，比2021年少3件']);
    expect(elements(chart, 'svg:desc').map(wordsOf)).toEqual([
      '2020年4件，2021年10件，2022年未报，2023年无，2024年7件。',
    ]);
  });

  it('draws each number at its height, zero as a ring, a word instead of a missing one', () => {
    const chart = draw(series(5, 10, 0, '未报'));
    const heights = elements(chart, 'svg:rect').map((rect) => Number(attribute(rect, 'height')));
    expect(heights[1]).toBe(2 * heights[0]!);
    expect(elements(chart, 'svg:circle').length).toBe(1);
    expect(byClass(chart, 'number').map(wordsOf)).toEqual(['5', '10', '0']);
    expect(byClass(chart, 'absent').map(wordsOf)).toEqual(['未报']);
    expect(byClass(chart, 'new-form').length).toBe(1);
  });

  it('keeps its years legible when there are many', () => {
    const years = (count: number) => byClass(draw(series(...Array(count).fill(1))), 'year').map(wordsOf);
    expect(years(4)).toEqual(['2020', '2021', '2022', '2023']);
    expect(years(7)).toEqual(['20', '21', '22', '23', '24', '25', '26']);
  });

  it('finds no change where there is none, and no series in one number', () => {
    const title = (points: SeriesPoint[]) => makeColumnChart(names, points, 9).title;
    expect(title(series(3, 3))).toBe('新收：2021年3件，与2020年相同');
    expect(title(series(3, '空'))).toBe('新收：2020年3件');
    expect(title(series('空'))).toBe('新收：没有数');
  });

  it('has no style of its own, and the same bytes each time', () => {
    const text = renderColumns(makeColumnChart(names, series(1, 2, 3), 3));
    expect(text).not.toMatch(/style|#[0-9a-f]{3}/);
    expect(renderColumns(makeColumnChart(names, series(1, 2, 3), 3))).toBe(text);
  });
});

describe('a bar', () => {
  it('puts its parts behind each other, and is not read out', () => {
    const bar = parseHtml(
      renderBar([
        { kind: 'first', share: 100 / 3 },
        { kind: 'second', share: 0 },
        { kind: 'second', share: 50 },
      ]),
    );
    expect(
      elements(bar, 'svg:rect').map((rect) => ['x', 'width'].map((name) => attribute(rect, name))),
    ).toEqual([
      ['0', '33.33'],
      ['33.33', '50'],
    ]);
    expect(attribute(elements(bar, 'svg')[0]!, 'aria-hidden')).toBe('true');
  });
});
