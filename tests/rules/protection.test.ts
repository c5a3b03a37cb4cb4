import { describe, expect, test } from 'vitest';
import { check, rulesFor } from '../../src/check/index.ts';
import { protection } from '../../src/check/protection.ts';
import type { Cell, Form } from '../../src/forms/compile.ts';
import { forms } from '../../src/forms/index.ts';
import { type Dataset, loadData } from '../../src/reports/load.ts';
import type { Report } from '../../src/reports/report.ts';
import { memory } from '../helpers/memory.ts';
import { type EditionId, editionIds } from '../helpers/official-form.ts';
import { reportData } from '../helpers/report-data.ts';
import { write } from '../helpers/written.ts';

const rules = rulesFor().filter((rule) => rule.protects);

/** Two years of a township in which nothing happened, or the same few documents were made in each. */
function twoYears(id: EditionId, documents: readonly number[] = [0, 0, 0]): Dataset {
  const first = { 2019: 2019, 2021: 2021 }[id];
  const fill = (address: string, place: number) =>
    /regulations|normativeDocuments/.test(address) ? documents[place]! : 0;
  // Without a word about fees, so that the rule that links them with table three has something to find.
  const text = write({ ...reportData(id, fill), remarks: '无。' }, 'yaml').text;
  const data = memory({
    'data/site.yaml': 'title: 年报\npublisher: 办公室\n',
    'data/organs/zhen/organ.yaml': 'name: 某镇\nfullName: 某镇人民政府\nlevel: township\n',
    [`data/organs/zhen/${first}.yaml`]: text,
    [`data/organs/zhen/${first + 1}.yaml`]: text,
  });
  const { value, diagnostics } = loadData(data, forms);
  expect(diagnostics).toEqual([]);
  return value;
}

/** Which rules notice when one cell of one of the years is changed, that had nothing to say before. */
function noticed(data: Dataset, year: 0 | 1, cell: Cell, change: number): string[] {
  const reports = data.reports.map((report, i): Report => {
    const value = (report.values[cell.index] as number) + change;
    return i === year ? { ...report, values: report.values.with(cell.index, value) } : report;
  });
  const before = new Set(codes(data));
  return codes({ ...data, reports }).filter((code) => !before.has(code));
}

function codes(data: Dataset): string[] {
  return check(data, { rules }).diagnostics.map(({ code }) => code);
}

describe.each(editionIds)('edition %i', (id) => {
  const form = forms.find((form) => form.id === id) as Form;
  const data = twoYears(id);
  const busy = twoYears(id, { 2019: [2, 2, 2], 2021: [2, 1, 1] }[id]);

  test('a rule that claims to guard a cell notices another figure in it', () => {
    const idle: string[] = [];
    for (const { cell, exact, hints } of protection(form, rules)) {
      const small = new Set([...noticed(data, 0, cell, 1), ...noticed(data, 1, cell, 1)]);
      idle.push(...exact.filter((rule) => !small.has(rule)).map((rule) => `${rule} ${cell.address}`));
      if (hints.length === 0) continue;
      const large = new Set([...small, ...noticed(data, 1, cell, 123_456.25), ...noticed(busy, 0, cell, -1)]);
      idle.push(...hints.filter((rule) => !large.has(rule)).map((rule) => `${rule} ${cell.address}`));
    }
    expect(idle).toEqual([]);
  });

  test('a figure in a cell that is said to be unguarded is noticed by none', () => {
    for (const { cell, exact, hints } of protection(form, rules)) {
      if (exact.length + hints.length > 0) continue;
      expect(noticed(data, 1, cell, 1), cell.address).toEqual([]);
    }
  });
});
