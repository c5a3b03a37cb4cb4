import { describe, expect, it } from 'vitest';
import { faults, related, truthOf } from '../../../bench/faults.js';
import { consistentReport, profiles } from '../../../bench/reports.js';
import { type Random, randomOf } from '../../../bench/seeded.js';
import type { Form } from '../../../src/forms/compile.ts';
import { forms } from '../../../src/forms/index.ts';
import type { CellValue } from '../../../src/forms/value.ts';
import { allHold, applied, isEdit, repairWhole } from './helpers.ts';

type Make = (form: Form, values: number[], random: Random) => CellValue[];

/** Reports in which next to nothing is right. */
const hopeless: [string, Make][] = [
  ['every number at random', (form, _, random) => form.cells.map(() => random.below(1000))],
  ['every number small', (form, _, random) => form.cells.map(() => random.below(3))],
  ['every row shifted', (form, values) => form.cells.map(({ index }) => values[index - 1] ?? 0)],
  [
    'half blank, half at random',
    (form, _, random) => form.cells.map(() => (random.next() < 0.5 ? '空' : random.below(100))),
  ],
  [
    'zeros blank and five cells wrong',
    (form, values, random) => {
      const blanked = values.map((value): CellValue => (value === 0 ? '空' : value));
      for (let i = 0; i < 5; i++) blanked[random.pick(related(form))] = random.below(50);
      return blanked;
    },
  ],
  [
    'twelve cells wrong',
    (form, values, random) => {
      const faulty = [...values];
      for (let i = 0; i < 12; i++) faulty[random.pick(related(form))] = random.below(50);
      return faulty;
    },
  ],
];

describe.each(hopeless)('a broken report: %s', (_, make) => {
  it('is answered soon, the same each time, and nothing is claimed that was not searched', () => {
    const random = randomOf(51);
    const times: number[] = [];
    for (let i = 0; i < 18; i++) {
      const form = forms[i % forms.length]!;
      const values = make(form, consistentReport(form, random, Object.values(profiles)[i % 3]!), random);
      const before = process.cpuUsage();
      const result = repairWhole(form, values);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
      expect(repairWhole(form, values)).toEqual(result);
      for (const part of result.parts) {
        if (part.complete) continue;
        expect(part.determined).toBe(false);
        for (const { unique, others } of part.proposals) expect([unique, others]).toEqual([false, undefined]);
      }
      if (values.includes('空')) continue;
      for (const proposal of result.proposals) expect(allHold(form, applied(values, proposal))).toBe(true);
    }
    // Milliseconds of processor time; most cost far less. The bound leaves room for a busy machine.
    expect(times.sort((a, b) => a - b)[9]).toBeLessThan(100);
  }, 60_000);
});

describe('several faults', () => {
  it.each(['twoCells', 'threeCells', 'rowShifted', 'cellsSwapped'] as const)(
    '%s: never called unique or smallest when the true edit says otherwise; mostly first',
    (kind) => {
      const random = randomOf(52);
      let tried = 0;
      let first = 0;
      for (let i = 0; i < 240; i++) {
        const form = forms[i % forms.length]!;
        const values = consistentReport(form, random, Object.values(profiles)[i % 3]!);
        const faulty = faults[kind](form, values, random);
        const truth = faulty && truthOf(values, faulty);
        if (!truth?.size || allHold(form, faulty!)) continue;
        const { proposals, size } = repairWhole(form, faulty!);
        const [claim] = proposals.filter(({ unique }) => unique);
        if (claim?.size === truth.size) expect(isEdit(claim, truth)).toBe(true);
        if (size !== undefined) expect(size).toBeLessThanOrEqual(truth.size);
        tried++;
        first += Number(isEdit(proposals[0], truth));
      }
      expect(first / tried).toBeGreaterThan(0.7);
    },
    60_000,
  );
});
