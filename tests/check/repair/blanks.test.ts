import { describe, expect, it } from 'vitest';
import { consistentReport, profiles } from '../../../bench/reports.js';
import { randomOf } from '../../../bench/seeded.js';
import { formById, forms } from '../../../src/forms/index.ts';
import { type CellValue, isNumber } from '../../../src/forms/value.ts';
import { allHold, applied, edit, repairWhole, report, withCells } from './helpers.ts';

const form = formById(2019)!;

const right = report(form, {
  'applications.newReceived': [52, 13, 0, 1, 0, 0, 66],
  'applications.granted': [31, 8, 0, 1, 0, 0, 40],
  'applications.unable.notHeld': [20, 4, 0, 0, 0, 0, 24],
  'applications.total': [51, 12, 0, 1, 0, 0, 64],
  'applications.carriedForward': [1, 1, 0, 0, 0, 0, 2],
});

const repair = (cells: Record<string, CellValue>) => repairWhole(form, withCells(form, right, cells));

describe('blanks', () => {
  it('a blank total is filled from its addends', () => {
    const { failing, proposals, determined } = repair({ 'applications.granted.total': '空' });
    expect(failing).toEqual([]);
    expect(determined).toBe(true);
    expect(proposals).toHaveLength(1);
    expect(proposals[0]).toMatchObject({ kinds: ['filled'], size: 0, unique: true, others: 0, mends: 2 });
    expect(edit(form, proposals[0])).toEqual({ 'applications.granted.total': 40 });
  });

  it('several blanks of a row are zero when nothing is left for them', () => {
    const { proposals } = repair({
      'applications.newReceived.research': '空',
      'applications.newReceived.legalService': '未报',
      'applications.newReceived.otherOrg': '空',
    });
    expect(edit(form, proposals[0])).toEqual({
      'applications.newReceived.research': 0,
      'applications.newReceived.legalService': 0,
      'applications.newReceived.otherOrg': 0,
    });
  });

  it('blanks that the sums leave open are not filled', () => {
    const cells = [
      'granted.natural',
      'granted.business',
      'unable.notHeld.natural',
      'unable.notHeld.business',
    ];
    const { proposals, parts } = repair(
      Object.fromEntries(cells.map((cell) => [`applications.${cell}`, '空'])),
    );
    expect(proposals).toEqual([]);
    expect(parts).toEqual([]);
  });

  it('some follow and others stay open', () => {
    const cells = [
      'granted.natural',
      'granted.business',
      'unable.notHeld.natural',
      'unable.notHeld.business',
    ];
    const { proposals, determined } = repair({
      ...Object.fromEntries(cells.map((cell) => [`applications.${cell}`, '空'])),
      'applications.carriedForward.total': '看不清',
    });
    expect(determined).toBe(false);
    expect(edit(form, proposals[0])).toEqual({ 'applications.carriedForward.total': 2 });
    expect(proposals[0]).toMatchObject({ unique: false });
  });

  it('an error beside blanks is found, and what then follows for the blanks', () => {
    const { proposals, determined } = repair({
      'applications.unable.notHeld.natural': 2,
      'applications.granted.total': '空',
    });
    expect(determined).toBe(true);
    expect(proposals[0]!.size).toBe(1);
    expect(edit(form, proposals[0])).toEqual({
      'applications.unable.notHeld.natural': 20,
      'applications.granted.total': 40,
    });
  });

  it('blanks that no numbers could fill show an error though no relation can be decided', () => {
    const { failing, parts, proposals } = repair({
      'challenges.review.upheld': 7,
      'challenges.review.corrected': '空',
      'challenges.review.total': 3,
    });
    expect(failing).toEqual([]);
    expect(parts[0]).toMatchObject({ contradictory: true, size: 1 });
    expect(proposals.length).toBeGreaterThan(0);
    for (const proposal of proposals) expect(proposal.unique).toBe(false);
  });

  it('a blank that could have any of several numbers allows several edits, none called unique', () => {
    const { proposals } = repair({
      'challenges.review.upheld': 7,
      'challenges.review.corrected': '空',
      'challenges.review.total': 3,
    });
    // 结果维持 down to at most 3, or the total up to at least 7: each leaves a choice.
    const single = proposals.filter(({ size }) => size === 1);
    const changed = single.flatMap(({ changes }) =>
      changes.filter(({ from }) => isNumber(from)).map(({ cell }) => form.cells[cell]!.address),
    );
    expect(new Set(changed)).toEqual(new Set(['challenges.review.upheld', 'challenges.review.total']));
  });

  it('filled numbers are always the true ones, and satisfy what they decide', () => {
    const random = randomOf(41);
    for (let i = 0; i < 200; i++) {
      const edition = forms[i % forms.length]!;
      const values = consistentReport(edition, random, Object.values(profiles)[i % 3]!);
      const share = random.pick([0.02, 0.1, 0.3, 0.6]);
      const blanked = values.map((value): CellValue => (random.next() < share ? '空' : value));
      const { failing, proposals } = repairWhole(edition, blanked);
      expect(failing).toEqual([]);
      for (const proposal of proposals) {
        expect(proposal.kinds).toEqual(['filled']);
        for (const { cell, to } of proposal.changes) expect(to).toBe(values[cell]);
        const after = applied(blanked, proposal);
        const decided = edition.equations.filter(({ left, right }) =>
          [...left, ...right].every((cell) => isNumber(after[cell])),
        );
        expect(allHold({ ...edition, equations: decided }, after)).toBe(true);
        const before = edition.equations.filter(({ left, right }) =>
          [...left, ...right].every((cell) => isNumber(blanked[cell])),
        );
        expect(proposal.mends).toBe(decided.length - before.length);
      }
    }
  });

  it('a published report that left zeros and most row totals blank', () => {
    const values = report(form, publishedRows());
    const { proposals, failing } = repairWhole(form, values);
    expect(failing).toEqual([]);
    const filled = edit(form, proposals[0]);
    expect(filled).toMatchObject({
      'applications.granted.total': 272,
      'applications.unable.notHeld.total': 265,
      'applications.notProcessed.repeat.total': 9,
      'applications.newReceived.welfare': 0,
    });
    expect(allHold(form, applied(values, proposals[0]!))).toBe(true);

    // The same with two digits swapped: blanks of the column leave a choice, so nothing is claimed.
    const faulty = withCells(form, values, { 'applications.granted.natural': 285 });
    const repaired = repairWhole(form, faulty);
    expect(edit(form, repaired.proposals[0])).toEqual({ ...filled, 'applications.granted.natural': 258 });
    expect(repaired.proposals[0]).toMatchObject({ size: 1, unique: false, kinds: ['digitsSwapped'] });
    expect(repaired.determined).toBe(false);
  });
});

/** 上海市人民政府办公厅, 2019: table 3 as published. */
function publishedRows(): Record<string, CellValue[]> {
  const rows: Record<string, (number | null)[]> = {
    newReceived: [821, 35, null, null, 2, 1, 859],
    carriedOver: [18, null, null, null, null, null, 18],
    granted: [258, 12, null, null, 1, 1, null],
    partiallyGranted: [3, null, null, null, null, null, null],
    'denied.stateSecret': [14, null, null, null, null, null, null],
    'denied.otherLaw': [null, null, null, null, null, null, null],
    'denied.securityStability': [null, null, null, null, null, null, null],
    'denied.thirdParty': [null, null, null, null, null, null, null],
    'denied.internalAffairs': [5, null, null, null, null, null, null],
    'denied.processInfo': [3, 1, null, null, null, null, null],
    'denied.enforcementFile': [null, null, null, null, null, null, null],
    'denied.adminQuery': [10, 2, null, null, null, null, null],
    'unable.notHeld': [252, 12, null, null, 1, null, null],
    'unable.needsCreation': [44, 3, null, null, null, null, null],
    'unable.unclear': [25, null, null, null, null, null, null],
    'notProcessed.petition': [148, 1, null, null, null, null, null],
    'notProcessed.repeat': [5, 4, null, null, null, null, null],
    'notProcessed.publication': [null, null, null, null, null, null, null],
    'notProcessed.excessive': [null, null, null, null, null, null, null],
    'notProcessed.reconfirm': [null, null, null, null, null, null, null],
    other: [null, null, null, null, null, null, null],
    total: [767, 35, null, null, 2, 1, 805],
    carriedForward: [72, null, null, null, null, null, 72],
  };
  return Object.fromEntries(
    Object.entries(rows).map(([key, row]) => [`applications.${key}`, row.map((value) => value ?? '空')]),
  );
}
