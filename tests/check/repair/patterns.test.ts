import { describe, expect, it } from 'vitest';
import { formById, forms } from '../../../src/forms/index.ts';
import { edit, repairWhole, report, withCells } from './helpers.ts';

const form = formById(2021)!;

/** Four rows and their totals filled in, everything agreeing. */
const right = report(form, {
  'applications.newReceived': [52, 33, 0, 1, 0, 0, 86],
  'applications.carriedOver': [3, 0, 0, 0, 0, 0, 3],
  'applications.granted': [31, 28, 0, 1, 0, 0, 60],
  'applications.unable.notHeld': [20, 4, 0, 0, 0, 0, 24],
  'applications.total': [51, 32, 0, 1, 0, 0, 84],
  'applications.carriedForward': [4, 1, 0, 0, 0, 0, 5],
  'challenges.review': [10, 1, 0, 0, 11],
});

const repair = (cells: Record<string, number>) => repairWhole(form, withCells(form, right, cells));

describe('slips of the hand', () => {
  it('nothing wrong, nothing proposed', () => {
    expect(repairWhole(form, right)).toEqual({
      failing: [],
      parts: [],
      proposals: [],
      size: 0,
      determined: false,
      complete: true,
    });
  });

  it('a fault that no relation shows is not repairable', () => {
    // Both persons and companies off by the same number in the same two rows: every sum still holds.
    const { parts } = repair({
      'applications.granted.natural': 32,
      'applications.granted.business': 27,
      'applications.unable.notHeld.natural': 19,
      'applications.unable.notHeld.business': 5,
    });
    expect(parts).toEqual([]);
  });

  it.each([
    ['digitsSwapped', 'applications.granted.natural', 13, 31],
    ['digitDropped', 'applications.newReceived.natural', 5, 52],
    ['digitDoubled', 'applications.unable.notHeld.total', 224, 24],
    ['digitAdded', 'applications.granted.natural', 351, 31],
    ['digitChanged', 'applications.granted.natural', 37, 31],
    ['cell', 'applications.granted.natural', 208, 31],
  ] as const)('%s', (kind, address, typed, meant) => {
    const { proposals } = repair({ [address]: typed });
    expect(proposals[0]!.kinds[0]).toBe(kind);
    expect(edit(form, proposals[0])).toEqual({ [address]: meant });
    expect(proposals[0]).toMatchObject({ unique: true, size: 1, mends: 2 });
  });

  it('totalStale: one total, and all totals', () => {
    const one = repair({ 'applications.granted.total': 50 }).proposals[0]!;
    expect(one.kinds).toEqual(['totalStale', 'digitChanged']);
    expect(edit(form, one)).toEqual({ 'applications.granted.total': 60 });
    const rows = ['newReceived', 'granted', 'unable.notHeld', 'total', 'carriedForward', 'carriedOver'];
    const all = repair(Object.fromEntries(rows.map((row) => [`applications.${row}.total`, 0]))).proposals[0]!;
    expect(all.kinds[0]).toBe('totalStale');
    expect(all.size).toBe(6);
    expect(edit(form, all)['applications.total.total']).toBe(84);
  });

  it('cellsSwapped', () => {
    const { proposals, determined } = repair({
      'applications.granted.natural': 28,
      'applications.granted.business': 31,
    });
    expect(proposals[0]!.kinds[0]).toBe('cellsSwapped');
    expect(edit(form, proposals[0])).toEqual({
      'applications.granted.natural': 31,
      'applications.granted.business': 28,
    });
    // Another row could give from one column to the other as well.
    expect(determined).toBe(false);
    expect(proposals[0]).toMatchObject({ unique: false });
    expect(proposals[0]!.others).toBeGreaterThan(0);
  });

  it('cellsSwapped down a column', () => {
    const { proposals } = repair({
      'applications.granted.natural': 20,
      'applications.unable.notHeld.natural': 31,
    });
    expect(proposals[0]!.kinds[0]).toBe('cellsSwapped');
  });

  it('rowShifted: to the right without the total, to the left with it', () => {
    const moved = repair({
      'applications.granted.natural': 0,
      'applications.granted.business': 31,
      'applications.granted.research': 28,
      'applications.granted.welfare': 0,
      'applications.granted.legalService': 1,
    }).proposals[0]!;
    expect(moved.kinds[0]).toBe('rowShifted');
    expect(edit(form, moved)).toEqual({
      'applications.granted.natural': 31,
      'applications.granted.business': 28,
      'applications.granted.research': 0,
      'applications.granted.welfare': 1,
      'applications.granted.legalService': 0,
    });
    const left = repair({
      'applications.granted.natural': 28,
      'applications.granted.business': 0,
      'applications.granted.research': 1,
      'applications.granted.welfare': 0,
      'applications.granted.otherOrg': 60,
      'applications.granted.total': 0,
    }).proposals[0]!;
    expect(left.kinds[0]).toBe('rowShifted');
    expect(edit(form, left)['applications.granted.natural']).toBe(31);
  });

  it('rowShifted in a report with other figures in the same columns', () => {
    const { proposals } = repair({
      'applications.unable.notHeld.natural': 0,
      'applications.unable.notHeld.business': 20,
      'applications.unable.notHeld.research': 4,
    });
    expect(proposals[0]!.kinds[0]).toBe('rowShifted');
  });

  it('table 4: every cell of the group could be the one, the total is named first', () => {
    const { proposals, parts, determined } = repair({ 'challenges.review.upheld': 9 });
    expect(determined).toBe(false);
    expect(edit(form, proposals[0])).toEqual({ 'challenges.review.total': 10 });
    expect(proposals.filter(({ size }) => size === 1)).toHaveLength(5);
    expect(proposals[0]!.others).toBe(4);
    expect(parts[0]!.alternatives).toEqual([
      {
        by: 'row',
        names: ['表四 · 行政复议'],
        cells: form.rows.find((row) => row.address === 'challenges.review')!.cells.map((cell) => cell.index),
        edits: 5,
      },
    ]);
  });

  it('table 4: a total left at zero, as a published report had it', () => {
    const { proposals, determined } = repair({ 'challenges.review.total': 0 });
    expect(determined).toBe(true);
    expect(edit(form, proposals[0])).toEqual({ 'challenges.review.total': 11 });
  });

  it('faults in both tables: each by itself, and together', () => {
    const { proposals, parts, size } = repair({
      'applications.granted.natural': 13,
      'challenges.review.total': 0,
    });
    expect(parts.map((part) => part.size)).toEqual([1, 1]);
    expect(size).toBe(2);
    expect(edit(form, proposals[0])).toEqual({
      'applications.granted.natural': 31,
      'challenges.review.total': 11,
    });
    expect(proposals[0]).toMatchObject({ unique: true, others: 0, mends: 3 });
  });

  it('never proposes a number below zero or above twelve digits', () => {
    for (const edition of forms) {
      const values = edition.cells.map(() => 0);
      const at = edition.cellAt.get('challenges.review.upheld')!.index;
      values[at] = 999_999_999_999;
      values[at + 1] = 999_999_999_999;
      // The total cannot hold the sum, so something else has to give way too.
      const { proposals } = repairWhole(edition, values);
      expect(proposals.length).toBeGreaterThan(0);
      for (const { changes } of proposals) {
        for (const { to } of changes) expect(to >= 0 && to < 1e12).toBe(true);
      }
    }
  });
});
