import { describe, expect, it } from 'vitest';
import { buildUnchecked, dataOf, page } from '../helpers/built.ts';
import { tableGrid } from '../helpers/grid.ts';
import { attribute, byClass, element, elements, type HtmlElement, wordsOf } from '../helpers/html.ts';
import { officialTables, printedAddresses } from '../helpers/official-tables.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';

const editions = [
  [2019, 2020],
  [2021, 2023],
] as const;

/** The page of a report whose numbers need not add up: a build would refuse it. */
function pageOf(year: number, json: string): HtmlElement {
  return page(buildUnchecked(dataOf(oneOrgan({ [year]: json }))), `organs/zhen/${year}.html`);
}

describe.each(editions)('the tables of the %s edition', (edition, year) => {
  const addresses = printedAddresses(edition);
  /** Every number is another one; money has decimals, a change may be negative. */
  const numberAt = (address: string) => {
    const number = 1000 + addresses.indexOf(address);
    if (/\.(change)$/.test(address)) return -number;
    return /procurement\.amount|disclosure\.fees$/.test(address) ? number + 0.25 : number;
  };
  const report = pageOf(year, reportJson(edition, numberAt));
  const tables = byClass(report, 'form');

  it('are three, with all numbers of the form', () => {
    expect(addresses.length).toBe(edition === 2021 ? 10 + 175 + 15 : 22 + 161 + 15);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(tables.length).toBe(3);
  });

  it.each([0, 1, 2])('table %i has the official cells, spans and headings', (i) => {
    const printed = elements(tables[i]!, 'tr').map((row) =>
      elements(row, 'th', 'td').map((cell) => ({
        is: cell.name === 'th' ? `${attribute(cell, 'scope')} ${wordsOf(cell)}` : attribute(cell, 'id'),
        columns: Number(attribute(cell, 'colspan') ?? 1),
        rows: Number(attribute(cell, 'rowspan') ?? 1),
      })),
    );
    const official = officialTables[edition][i]!.rows.map((row) =>
      row.map(({ label, scope, address, columns, rows }) => ({
        is: label === undefined ? address : `${scope} ${label}`,
        columns,
        rows,
      })),
    );
    expect(printed).toEqual(official);
  });

  it.each([0, 1, 2])('table %i has each number in its own cell', (i) => {
    const cells = elements(tables[i]!, 'td').map((cell) => [attribute(cell, 'id'), wordsOf(cell)]);
    const unit = (address: string) => (address === 'disclosure.procurement.amount' ? '万元' : '');
    const expected = officialTables[edition]
      [i]!.rows.flat()
      .flatMap(({ address }) =>
        address === undefined ? [] : [[address, `${numberAt(address)}${unit(address)}`]],
      );
    expect(cells).toEqual(expected);
  });

  it.each([0, 1, 2])('table %i is a full grid with a caption and columns', (i) => {
    const grid = tableGrid(tables[i]!);
    expect(elements(tables[i]!, 'col').length).toBe(grid[0]!.length);
    expect(wordsOf(element(tables[i]!, 'caption')).startsWith(officialTables[edition][i]!.title)).toBe(true);
    expect(grid[0]!.length).toBe([edition === 2021 ? 4 : 5, 10, 15][i]);
  });
});

describe('what is not a plain number', () => {
  const words: Record<string, string | number> = {
    'disclosure.licensing': '未报',
    'applications.newReceived.natural': '空',
    'applications.newReceived.total': '看不清',
    'challenges.review.pending': '不适用',
    'applications.granted.natural': 7,
  };
  const report = pageOf(
    2023,
    reportJson(2021, (address) => words[address] ?? 0, {
      notes: {
        'challenges.review.upheld': '含上年结转的<b>1</b>件',
        'disclosure.regulations.issued': '其中修订1件',
        disclosure: '本表不含所属单位',
      },
    }),
  );
  const cell = (address: string) => elements(report, 'td').find((td) => attribute(td, 'id') === address)!;

  it('is printed as a word, and told apart from a zero and from a number', () => {
    const set = (address: string) => [wordsOf(cell(address)), attribute(cell(address), 'class')];
    expect(set('applications.newReceived.natural')).toEqual(['（空）', 'absent']);
    expect(set('disclosure.licensing')).toEqual(['未报', 'absent']);
    expect(set('challenges.review.pending')).toEqual(['不适用', 'absent']);
    expect(set('applications.newReceived.total')).toEqual(['看不清', 'absent']);
    expect(set('applications.granted.business')).toEqual(['0', 'zero']);
    expect(set('applications.granted.natural')).toEqual(['7', undefined]);
  });

  it('has its notes below the table, numbered in the order of the table', () => {
    const notes = byClass(report, 'notes').map((list) => elements(list, 'li').map(wordsOf));
    expect(notes).toEqual([
      ['注1　本表：本表不含所属单位', '注2　表二 · 规章 · 本年制发件数：其中修订1件'],
      ['注3　表四 · 行政复议 · 结果维持：含上年结转的<b>1</b>件'],
    ]);
  });

  it('points from the cell, or from the caption, to the note', () => {
    const targets = (node: HtmlElement) => elements(node, 'a').map((a) => attribute(a, 'href'));
    expect(targets(cell('disclosure.regulations.issued'))).toEqual(['#note-2']);
    expect(targets(cell('challenges.review.upheld'))).toEqual(['#note-3']);
    expect(targets(element(byClass(report, 'form-disclosure')[0]!, 'caption'))).toEqual(['#note-1']);
    expect(elements(report, 'sup').length).toBe(3);
  });
});

describe('the unit in the caption', () => {
  const units = (year: number, edition: 2019 | 2021) =>
    byClass(pageOf(year, reportJson(edition)), 'form').map((table) => byClass(table, 'unit').map(wordsOf));

  it('is printed where all numbers of the table have it', () => {
    expect(units(2023, 2021)).toEqual([[], ['单位：件'], ['单位：件']]);
    expect(units(2020, 2019)).toEqual([[], ['单位：件'], ['单位：件']]);
  });
});
