import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { forms } from '../../src/forms/index.ts';
import { runCheck } from '../../src/pipeline.ts';
import { dataFolder } from '../../src/reports/folder.ts';
import type { DataSource } from '../../src/reports/load.ts';
import { checkout } from '../helpers/built.ts';

/** The sample county with one of its reports changed. */
function changed(path: string, change: (text: string) => string): DataSource {
  const folder = dataFolder(checkout);
  return {
    list: () => folder.list(),
    read: (file) =>
      file === path
        ? new TextEncoder().encode(change(readFileSync(`${checkout}/${path}`, 'utf8')))
        : folder.read(file),
  };
}

function findings(data: DataSource): string[] {
  const { diagnostics } = runCheck({ data, forms, progress: () => {} });
  return diagnostics.map(({ code, severity, place }) => `${code} ${severity} ${place?.file}:${place?.line}`);
}

const before = findings(dataFolder(checkout));
const path = 'data/organs/qinghe/2023.yaml';

/** What is found because of the change. */
function because(change: (text: string) => string, of = path): string[] {
  const data = changed(of, (text) => {
    const after = change(text);
    expect(after).not.toBe(text);
    return after;
  });
  const known = new Set(before);
  return findings(data)
    .filter((finding) => !known.has(finding))
    .map((finding) => finding.replace(/ data\/organs\/.*\//, ' '));
}

const lineOf = (text: string) =>
  readFileSync(`${checkout}/${path}`, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

it("another organ's name", () => {
  expect(because((text) => text.replace('2023年，清河镇', '2023年，城关镇'))).toEqual([
    `QA-ORGAN error 2023.yaml:${lineOf('2023年，清河镇')}`,
  ]);
});

it('a wrong year: of the period, and of what was done', () => {
  expect(because((text) => text.replace('2023年1月1日起至2023年', '2022年1月1日起至2022年'))).toEqual([
    `QA-PERIOD error 2023.yaml:${lineOf('2023年1月1日起至')}`,
  ]);
  expect(because((text) => text.replace('2023年，清河镇', '2022年，清河镇'))).toEqual([
    `QA-STALE-YEAR warning 2023.yaml:${lineOf('2023年，清河镇')}`,
  ]);
});

it('an old form after 2020', () => {
  const old = readFileSync(`${checkout}/data/organs/qinghe/2020.yaml`, 'utf8');
  const found = because(() => old.replaceAll('2020年', '2023年').replace('2021-', '2024-'));
  expect(found[0]).toBe('ED-YEAR error 2023.yaml:2');
  expect(found.some((finding) => finding.startsWith('ED-CITE warning'))).toBe(true);
});

it('rules made by a township', () => {
  const found = because((text) => text.replace(/regulations: +\[0, 0, 0\]/, 'regulations: [2, 0, 2]'));
  expect(found.filter((finding) => finding.startsWith('T2-REG-TOWNSHIP error'))).toHaveLength(2);
});
