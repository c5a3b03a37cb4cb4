import { describe, expect, test, vi } from 'vitest';
import { correctTypos } from '../../bench/baseline-correct-typos.js';
import { faults } from '../../bench/faults.js';
import { faultyReports, measure, singleEdits } from '../../bench/repair-measure.js';
import type { RepairResult } from '../../bench/whole-report.js';
import { forms } from '../../src/forms/index.ts';
import { repairWhole } from '../check/repair/helpers.ts';

// Much is tried; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

/** Of each kind; ten kinds. */
const each = 200;
const seed = 20_260_701;
const kinds = Object.keys(faults) as (keyof typeof faults)[];
const ofOneCell = ['oneCell', 'digitsSwapped', 'digitDropped', 'digitDoubled', 'totalStale'] as const;
const tools = { repair: repairWhole, rule: correctTypos, now: () => 0 };

describe.each(kinds)('%s', (kind) => {
  const row = measure(faultyReports(forms, faults[kind], each, seed), tools);

  test('is never falsely called the only repair, and no repair is larger than need be', () => {
    expect(row.shown).toBe(each);
    expect(row.falsely).toBe(0);
    expect(row.larger).toBe(0);
  });

  test('is put right by more of the first proposals than by the rule for typing errors', () => {
    expect(row.first).toBeGreaterThan(row.right);
  });
});

describe.each(ofOneCell)('%s, against trying every edit of one cell', (kind) => {
  const cases = [...faultyReports(forms, faults[kind], each, seed)];

  test('the true edit is the first proposal, and called the only one, wherever the relations determine it', () => {
    let determined = 0;
    for (const { form, faulty, truth } of cases) {
      const tried = singleEdits(form, faulty);
      expect(tried).toContainEqual(truth);
      const { proposals } = repairWhole(form, faulty);
      const edits = proposals.map(({ changes }) => new Map(changes.map(({ cell, to }) => [cell, to])));
      expect(edits).toContainEqual(truth);
      expect(proposals.some(({ unique }) => unique)).toBe(tried.length === 1);
      if (tried.length > 1) continue;
      determined++;
      expect([edits[0], proposals[0]!.unique]).toEqual([truth, true]);
    }
    expect(determined / each).toBeGreaterThan(0.75);
  });
});

test('the measure sees a false claim, a larger repair and a wrong correction', () => {
  const cases = [...faultyReports(forms, faults.bothTables, 20, seed)];
  const boast = (...asked: Parameters<typeof repairWhole>): RepairResult => {
    const result = repairWhole(...asked);
    const proposals = result.proposals.map((proposal) => ({ ...proposal, unique: true }));
    return { ...result, size: result.size! + 1, proposals: proposals.reverse() };
  };
  const rule = () => new Map([[0, 1]]);
  const row = measure(cases, { ...tools, repair: boast, rule });
  expect([row.larger, row.wrong]).toEqual([20, 20]);
  expect(row.falsely).toBeGreaterThan(10);
});
