import { describe, expect, it } from 'vitest';
import { build, page } from '../helpers/built.ts';
import { columnLabels, rowLabels, tableGrid } from '../helpers/grid.ts';
import { byClass, byId, element, elements, type HtmlElement, textOf, wordsOf } from '../helpers/html.ts';
import { officialHeadings } from '../helpers/official-tables.ts';
import { readSeed } from '../helpers/seed.ts';

const seed = readSeed();
const files = build();
const report = page(files, 'organs/sikeshu/2023.html');
const section = (heading: string): HtmlElement =>
  elements(report, 'section').find((node) => elements(node, 'h2').some((h2) => wordsOf(h2) === heading))!;

/** The cells that begin in each row, and '' for each that reaches down from above: how the seed writes a table. */
function asSeed(table: HtmlElement): string[][] {
  const grid = tableGrid(table);
  return grid.map((row, y) =>
    [...new Set(row)].map((cell) => (grid[y - 1]?.includes(cell) ? '' : wordsOf(cell))),
  );
}

describe('the seed as the tests read it', () => {
  it('has six sections, three tables and all numbers', () => {
    expect([...seed.paragraphs].map(([heading, lines]) => [heading[0], lines.length])).toEqual([
      ['一', 4],
      ['五', 1],
      ['六', 1],
    ]);
    expect([...seed.tables.keys()]).toEqual(officialHeadings.slice(1, 4));
    const numbers = [...seed.tables.values()].map((rows) => rows.flat().filter((cell) => /^\d+$/.test(cell)));
    expect(numbers.map((cells) => cells.length)).toEqual([10, 175, 15]);
  });
});

describe('the page of the seed report', () => {
  it('names organ and year', () => {
    expect(wordsOf(element(report, 'h1'))).toBe('四棵树镇人民政府2023年政府信息公开工作年度报告');
  });

  it('has the six sections in their order', () => {
    const headings = elements(element(report, 'article'), 'h2').map(wordsOf);
    expect(headings).toEqual(officialHeadings);
  });

  it.each([...seed.paragraphs])('%s: every paragraph', (heading, lines) => {
    const [narrative, ...others] = byClass(section(heading), 'narrative');
    expect(others).toEqual([]);
    expect(elements(narrative!, 'p').map(textOf)).toEqual(lines);
    expect(textOf(narrative!).replaceAll('\n', '')).toBe(lines.join(''));
  });

  it.each([...seed.tables])('%s: the table, cell by cell', (heading, rows) => {
    const official = rows.map((row) => row.map((cell) => (cell === '规范性文件' ? '行政规范性文件' : cell)));
    expect(asSeed(element(section(heading), 'table'))).toEqual(official);
  });

  it('prints the official 行政规范性文件 for the 规范性文件 of the seed', () => {
    expect(seed.tables.get(officialHeadings[1]!)!.flat()).toContain('规范性文件');
    const labels = elements(section(officialHeadings[1]!), 'th').map(wordsOf);
    expect(labels).toContain('行政规范性文件');
    expect(labels).not.toContain('规范性文件');
  });

  it('gives each number its headings', () => {
    const table = element(section(officialHeadings[2]!), 'table');
    const grid = tableGrid(table);
    const y = grid.findIndex((row) => row.some((cell) => wordsOf(cell) === '2.重复申请'));
    expect(rowLabels(grid, y, 6)).toEqual(['三、本年度办理结果', '（五）不予处理', '2.重复申请']);
    expect(columnLabels(grid, y, 6)).toEqual(['申请人情况', '法人或其他组织', '社会公益组织']);
    expect(grid[y]![6]).toBe(byId(report, 'applications.notProcessed.repeat.welfare'));
  });
});
