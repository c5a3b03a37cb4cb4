import { describe, expect, it } from 'vitest';
import { compareReports, compareTexts } from '../../src/model/compare.ts';
import { build, page, siteOf, textFile } from '../helpers/built.ts';
import { attribute, byClass, elements, wordsOf } from '../helpers/html.ts';

const site = siteOf();
const files = build();
const zirun = site.organs.find(({ organ }) => organ.slug === 'zirun')!;
const report = (year: number) => zirun.reports.find((entry) => entry.report.year === year)!.report;

describe('two reports', () => {
  it('of one edition differ in the figures that differ, and in nothing else', () => {
    const [left, right] = [report(2022), report(2023)];
    const { changed, same, onlyLeft, onlyRight } = compareReports(left, right);
    const expected = left.form.cells.filter(({ index }) => left.values[index] !== right.values[index]);
    expect(changed.map(({ right: cell }) => cell.address)).toEqual(expected.map(({ address }) => address));
    expect(same + changed.length).toBe(left.form.cells.length);
    expect([onlyLeft, onlyRight]).toEqual([0, 0]);
    expect(changed.find(({ right: cell }) => cell.address === 'disclosure.fees')).toMatchObject({
      from: 92.4,
      to: 78.126,
      difference: -14.274,
    });
  });

  it('of two editions are compared where both ask the same, and never subtracted elsewhere', () => {
    const { changed, same, onlyLeft, onlyRight } = compareReports(report(2020), report(2021));
    expect(changed.length + same + onlyRight).toBe(report(2021).form.cells.length);
    expect(changed.length + same + onlyLeft).toBe(report(2020).form.cells.length);
    expect(changed.map(({ left, right }) => `${left.address} ${right.address}`)).toContain(
      'disclosure.licensing.decisions disclosure.licensing',
    );
  });

  it('differ in the sentences that only one of them has', () => {
    const { left, right } = compareTexts('甲。乙！\n丙', '乙！丁；丙');
    expect(left.map(({ text, shared }) => [text, shared])).toEqual([
      ['甲。', false],
      ['乙！', true],
      ['丙', true],
    ]);
    expect(right.filter(({ shared }) => !shared).map(({ text }) => text)).toEqual(['丁；']);
  });
});

describe('the comparison with the year before', () => {
  it('links each figure to its place in both reports', () => {
    const row = elements(page(files, 'organs/zirun/2023-compare.html'), 'tr').find((tr) =>
      wordsOf(tr).startsWith('表二 · 行政许可'),
    )!;
    expect(elements(row, 'td').map(wordsOf)).toEqual(['228', '259', '+31']);
    expect(elements(row, 'a').map((a) => attribute(a, 'href'))).toEqual([
      '2022.html#disclosure.licensing',
      '2023.html#disclosure.licensing',
    ]);
  });

  it('names a change of the form', () => {
    expect(byClass(page(files, 'organs/zirun/2021-compare.html'), 'bridge').map(wordsOf)[0]).toContain(
      '两年用的格式不同（2019年版和2021年版）',
    );
    expect(byClass(page(files, 'organs/zirun/2022-compare.html'), 'bridge')).toEqual([]);
  });

  it('is linked from the report, where there is a year before', () => {
    const links = (year: number) =>
      elements(page(files, `organs/zirun/${year}.html`), 'a').map((a) => attribute(a, 'href'));
    expect(links(2023)).toContain('2023-compare.html');
    expect(links(2020)).not.toContain('2020-compare.html');
  });
});

describe('what the script of the comparison reads', () => {
  const data = (path: string, name: string): unknown => {
    const text = textFile(files, path);
    expect(text.startsWith(`globalThis.${name} = `)).toBe(true);
    return JSON.parse(text.slice(`globalThis.${name} = `.length).replace(/;\n$/, ''));
  };

  it('has the cells of each edition in the order of the figures', () => {
    const forms = data('data/cell-names.js', 'goujiCellNames') as Record<string, [string, string, string][]>;
    for (const year of [2020, 2023]) {
      const { form } = report(year);
      expect(forms[form.id]!.map(([address]) => address)).toEqual(form.cells.map(({ address }) => address));
    }
    const figures = data('organs/zirun/cells.js', 'goujiCells') as { year: number; values: unknown[] }[];
    expect(figures.find(({ year }) => year === 2023)!.values).toEqual(report(2023).values);
  });

  it('has the texts', () => {
    const texts = data('organs/zirun/texts.js', 'goujiTexts') as {
      year: number;
      sections: { key: string; text: string }[];
    }[];
    expect(texts.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023]);
    for (const { key, text } of texts.at(-1)!.sections) expect(text).toBe(report(2023).sections.get(key));
  });
});
