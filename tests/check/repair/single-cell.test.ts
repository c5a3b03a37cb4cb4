import { describe, expect, it, vi } from 'vitest';
import { faults, otherNumber, related, truthOf } from '../../../bench/faults.js';
import { consistentReport, profiles } from '../../../bench/reports.js';
import { randomOf } from '../../../bench/seeded.js';
import type { Form } from '../../../src/forms/compile.ts';
import { forms } from '../../../src/forms/index.ts';
import { allHold, applied, isEdit, repairWhole } from './helpers.ts';

// Much is tried; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

describe.each(forms.map((form) => [form.id, form] as const))('one wrong cell, edition %i', (_, form) => {
  it('in table 3 is found, and is the only repair', () => {
    const random = randomOf(11);
    for (const profile of Object.values(profiles)) {
      for (const cell of related(form).filter((index) => form.cells[index]!.path[0] === 'applications')) {
        const values = consistentReport(form, random, profile);
        const faulty = [...values];
        faulty[cell] = otherNumber(values[cell]!, random);
        const result = repairWhole(form, faulty);
        const [first] = result.proposals;
        const name = `${form.cells[cell]!.address} ${values[cell]} → ${faulty[cell]}`;
        expect(isEdit(first, truthOf(values, faulty)), name).toBe(true);
        expect([result.determined, first!.unique, first!.others], name).toEqual([true, true, 0]);
      }
    }
  });

  it('in table 4 is always among the proposals', () => {
    const random = randomOf(12);
    for (let i = 0; i < 900; i++) {
      const values = consistentReport(form, random, Object.values(profiles)[i % 3]!);
      const cell = random.pick(related(form).filter((index) => form.cells[index]!.path[0] === 'challenges'));
      const faulty = [...values];
      faulty[cell] = otherNumber(values[cell]!, random);
      const result = repairWhole(form, faulty);
      const truth = truthOf(values, faulty);
      expect(result.proposals.some((proposal) => isEdit(proposal, truth))).toBe(true);
      if (result.determined) expect(isEdit(result.proposals[0], truth)).toBe(true);
    }
  });

  it('has the repairs, all of them and no other, that trying every number in every cell finds', () => {
    const random = randomOf(13);
    for (let i = 0; i < 60; i++) {
      const values = consistentReport(form, random, {
        rows: 0.4,
        columns: [1, 0.4, 0.2, 0, 0, 0.2],
        size: 9,
      });
      const faulty =
        i % 3 === 0 ? inTableFour(form, values, random.below(15)) : faults.totalStale(form, values, random);
      if (!faulty || allHold(form, faulty)) continue;
      const { proposals, determined, parts } = repairWhole(form, faulty);
      const tried = everySingleEdit(form, faulty, 120);
      expect(parts[0]!.size).toBe(1);
      expect(determined).toBe(tried.length === 1);
      for (const proposal of proposals) expect(allHold(form, applied(faulty, proposal))).toBe(true);
      const small = proposals.filter(({ size }) => size === 1);
      expect(small.map(({ changes }) => `${changes[0]!.cell} ${changes[0]!.to}`).sort()).toEqual(
        tried.sort(),
      );
      for (const { unique, others } of small) {
        expect([unique, others]).toEqual([tried.length === 1, tried.length - 1]);
      }
    }
  });

  it.each(['digitsSwapped', 'digitDropped', 'digitDoubled'] as const)('%s is named as such', (kind) => {
    const random = randomOf(14);
    let seen = 0;
    for (let i = 0; seen < 150; i++) {
      const values = consistentReport(form, random, i % 2 ? profiles.county : profiles.city);
      const faulty = faults[kind](form, values, random);
      const truth = faulty && truthOf(values, faulty);
      if (!truth?.size) continue;
      seen++;
      const found = repairWhole(form, faulty!).proposals.find((proposal) => isEdit(proposal, truth));
      expect(found!.kinds).toContain(kind);
    }
  });
});

function inTableFour(form: Form, values: readonly number[], by: number): number[] {
  const faulty = [...values];
  const cell = related(form).at(-1 - by)!;
  faulty[cell] = faulty[cell]! + 1 + by;
  return faulty;
}

/** All edits of one cell to a number up to `most`, by trying. */
function everySingleEdit(form: Form, values: readonly number[], most: number): string[] {
  const found: string[] = [];
  const tried = [...values];
  for (const cell of related(form)) {
    for (let value = 0; value <= most; value++) {
      if (value === values[cell]) continue;
      tried[cell] = value;
      if (allHold(form, tried)) found.push(`${cell} ${value}`);
    }
    tried[cell] = values[cell]!;
  }
  return found;
}
