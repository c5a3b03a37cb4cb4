import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkout } from './helpers/built.ts';
import { officialCells, officialRows } from './helpers/official-form.ts';
import { officialHeadings } from './helpers/official-tables.ts';
import { get, type ReportData } from './helpers/report-data.ts';
import { readSeed } from './helpers/seed.ts';

/** The data file of the seed report against the report as it was published. Neither is read with code of ours. */

const seed = readSeed();
const data = parse(readFileSync(`${checkout}/data/organs/sikeshu/2023.yaml`, 'utf8')) as ReportData;
const [, disclosure, applications, challenges] = officialHeadings as [string, string, string, string];

/** The numbers of tables two and three by the official name of their row; a label that reaches down is carried on. */
function rowsByName(table: string, number: string): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  let above: string[] = [];
  for (const row of seed.tables.get(table)!) {
    const numbers = row.filter((cell) => /^\d+$/.test(cell)).map(Number);
    if (numbers.length === 0) continue;
    above = row.slice(0, row.length - numbers.length).map((label, i) => label || above[i]!);
    // The block of results is named by no official name of a cell; the seed prints an older label of one row.
    const labels = above.filter((label) => label !== '三、本年度办理结果');
    rows.set(`${number} · ${labels.join(' ').replace(/^规范性文件$/, '行政规范性文件')}`, numbers);
  }
  return rows;
}

describe.each([
  [disclosure, '表二', 6, 10],
  [applications, '表三', 25, 175],
])('%s', (heading, number, rowCount, numberCount) => {
  const printed = rowsByName(heading, number);
  const rows = officialRows[2021].filter(({ name }) => name.startsWith(number));

  test('has all its rows and numbers', () => {
    expect([...printed.keys()]).toEqual(rows.map(({ name }) => name));
    expect(printed.size).toBe(rowCount);
    expect([...printed.values()].flat()).toHaveLength(numberCount);
  });

  test.each(rows.map(({ name, address }) => [name, address]))('%s', (name, address) => {
    const numbers = get(data, address!);
    expect(Array.isArray(numbers) ? numbers : [numbers]).toEqual(printed.get(name!));
  });
});

test('table four has its 15 numbers, in the order of its groups', () => {
  const numbers = seed.tables.get(challenges)!.at(-1)!.map(Number);
  expect(numbers).toHaveLength(15);
  const groups = ['review', 'litigationDirect', 'litigationAfterReview'];
  expect(groups.flatMap((group) => get(data, `challenges.${group}`))).toEqual(numbers);
});

test('all 200 numbers are there, and no others', () => {
  const numbers = officialCells(2021).map(({ path }) => get(data, path));
  expect(numbers).toHaveLength(200);
  expect(numbers.every((number) => typeof number === 'number')).toBe(true);
  const leaves = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
  const { form, ...rest } = data;
  expect(form).toBe(2021);
  expect(leaves(rest).filter((value) => typeof value === 'number')).toHaveLength(200);
});

test.each([
  ['overview', officialHeadings[0]!, 4],
  ['problems', officialHeadings[4]!, 1],
  ['remarks', officialHeadings[5]!, 1],
])('%s holds every paragraph, word for word', (key, heading, count) => {
  const paragraphs = seed.paragraphs.get(heading)!;
  expect(paragraphs).toHaveLength(count);
  expect((data[key] as string).trimEnd().split('\n\n')).toEqual(paragraphs);
});

test('nothing is added that the report does not say', () => {
  expect(Object.keys(data)).toEqual([
    'form',
    'overview',
    'disclosure',
    'applications',
    'challenges',
    'problems',
    'remarks',
  ]);
});
