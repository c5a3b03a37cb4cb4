import { describe, expect, it, vi } from 'vitest';
import { type Random, randomOf } from '../../../bench/seeded.js';
import type { CellValue } from '../../../src/forms/value.ts';
import { allHold, applied, repairWhole, report, smallForm } from './helpers.ts';

// Much is tried; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

/** Every edit of the small form, by trying: what is claimed of number and uniqueness has to agree. */
const cells = smallForm.cells.map(({ index }) => index);
/** Residuals of the reports below are smaller than this, so no smallest edit goes further. */
const most = 30;

describe('claims against trying every edit of a small form', () => {
  it('one and two cells', () => {
    const random = randomOf(21);
    const seen = { 1: 0, 2: 0, more: 0, unique: 0 };
    for (let i = 0; i < 250; i++) {
      const values = faulty(random, 1 + (i % 3));
      if (allHold(smallForm, values)) continue;
      const { proposals, parts, size, determined, complete } = repairWhole(smallForm, values);
      expect(complete).toBe(true);
      const byPart = parts.length === 1 ? editsBySize(values) : undefined;
      for (const proposal of proposals) expect(allHold(smallForm, applied(values, proposal))).toBe(true);
      if (!byPart) continue;
      const smallest = byPart.one.length > 0 ? byPart.one : byPart.two;
      if (smallest.length === 0) {
        expect(size).toBeGreaterThan(2);
        seen.more++;
        continue;
      }
      expect(size).toBe(byPart.one.length > 0 ? 1 : 2);
      expect(determined).toBe(smallest.length === 1);
      const small = proposals.filter((proposal) => proposal.size === size);
      for (const proposal of small) {
        expect(smallest).toContain(proposal.changes.map(({ cell, to }) => `${cell}=${to}`).join(' '));
        expect(proposal.unique).toBe(smallest.length === 1);
        if (proposal.others !== undefined) expect(proposal.others).toBe(smallest.length - 1);
      }
      expect(small.length).toBe(Math.min(smallest.length, proposals.length));
      seen[size as 1 | 2]++;
      if (determined) seen.unique++;
    }
    // The sample has something of everything.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });
});

function faulty(random: Random, wrong: number): CellValue[] {
  const small = () => random.below(4);
  const [a, b, c, d] = [small(), small(), small(), small()];
  const [f, g] = [small(), small()];
  const over = [Math.min(small(), a + c + f), Math.min(small(), b + d + g)] as const;
  const row = (x: number, y: number) => [x, y, x + y];
  const values = report(smallForm, {
    'applications.newReceived': row(a + c + f - over[0], b + d + g - over[1]),
    'applications.carriedOver': row(...over),
    'applications.granted': row(a, b),
    'applications.denied': row(c, d),
    'applications.total': row(a + c, b + d),
    'applications.carriedForward': row(f, g),
    'challenges.review': [a, b, c, a + b + c],
  });
  for (let i = 0; i < wrong; i++) values[random.pick(cells)] = random.below(7);
  return values;
}

function editsBySize(values: readonly CellValue[]): { one: string[]; two: string[] } {
  const one: string[] = [];
  const two: string[] = [];
  const tried = [...values];
  for (const [i, a] of cells.entries()) {
    for (let x = 0; x <= most; x++) {
      if (x === values[a]) continue;
      tried[a] = x;
      if (allHold(smallForm, tried)) one.push(`${a}=${x}`);
      for (const b of cells.slice(i + 1)) {
        for (let y = 0; y <= most; y++) {
          if (y === values[b]) continue;
          tried[b] = y;
          if (allHold(smallForm, tried)) two.push(`${a}=${x} ${b}=${y}`);
        }
        tried[b] = values[b]!;
      }
    }
    tried[a] = values[a]!;
  }
  return { one, two };
}
