import { describe, expect, it } from 'vitest';
import type { Neighbours } from '../../../src/check/repair/links.ts';
import { formById } from '../../../src/forms/index.ts';
import { edit, repairWhole, report, withCells } from './helpers.ts';

const form = formById(2021)!;
const earlier = formById(2019)!;

const right = report(form, {
  'applications.newReceived': [12, 0, 0, 0, 0, 0, 12],
  'applications.carriedOver': [3, 0, 0, 0, 0, 0, 3],
  'applications.granted': [13, 0, 0, 0, 0, 0, 13],
  'applications.total': [13, 0, 0, 0, 0, 0, 13],
  'applications.carriedForward': [2, 0, 0, 0, 0, 0, 2],
});
const before = {
  form: earlier,
  values: report(earlier, { 'applications.carriedForward': [3, 0, 0, 0, 0, 0, 3] }),
};
const after = { form, values: report(form, { 'applications.carriedOver': [2, 0, 0, 0, 0, 0, 2] }) };

/** The balance of persons and of the total fails by one: the applications carried over or newly received. */
const ambiguous = withCells(form, right, {
  'applications.carriedOver.natural': 4,
  'applications.carriedOver.total': 4,
});
const repair = (values: typeof right, neighbours?: Neighbours) => repairWhole(form, values, neighbours);

describe('neighbouring years', () => {
  it('without them several rows could be the one', () => {
    const { determined, size } = repair(ambiguous);
    expect(size).toBe(2);
    expect(determined).toBe(false);
  });

  it('the year before tells which, though its edition is another', () => {
    const { proposals, determined } = repair(ambiguous, { before });
    expect(determined).toBe(true);
    expect(edit(form, proposals[0])).toEqual({
      'applications.carriedOver.natural': 3,
      'applications.carriedOver.total': 3,
    });
    expect(proposals[0]).toMatchObject({ unique: true, linksMended: 2, linksBroken: 0 });
  });

  it('rows that a neighbouring year confirms are left alone', () => {
    const values = withCells(form, right, {
      'applications.newReceived.natural': 13,
      'applications.newReceived.total': 13,
    });
    const alone = repair(values);
    expect(alone.determined).toBe(false);
    expect(alone.parts[0]!.alternatives.flatMap(({ names }) => names)).toContain(
      '表三 · 四、结转下年度继续办理',
    );
    const both = repair(values, { before, after });
    expect(both.determined).toBe(true);
    expect(edit(form, both.proposals[0])).toEqual({
      'applications.newReceived.natural': 12,
      'applications.newReceived.total': 12,
    });
  });

  it('it is said where only the neighbouring years make it the only one', () => {
    const values = withCells(form, right, {
      'applications.newReceived.natural': 13,
      'applications.newReceived.total': 13,
    });
    expect(repair(values, { before, after }).proposals[0]).toMatchObject({ unique: true, byLinks: true });
    const one = withCells(form, right, { 'applications.newReceived.natural': 13 });
    expect(repair(one, { before, after }).proposals[0]).toMatchObject({ unique: true, byLinks: false });
    expect(repair(one).proposals[0]).toMatchObject({ unique: true, byLinks: false });
  });

  it('a neighbouring year that disagrees is not obeyed where that would take a larger edit', () => {
    const other = { form, values: report(form, { 'applications.carriedForward': [9, 0, 0, 0, 0, 0, 9] }) };
    const { proposals } = repair(withCells(form, right, { 'applications.granted.natural': 31 }), {
      before: other,
    });
    expect(edit(form, proposals[0])).toEqual({ 'applications.granted.natural': 13 });
    expect(proposals[0]).toMatchObject({ linksMended: 0, linksBroken: 0 });
  });

  it('where everything allowed by the neighbours fails, an edit against them is proposed and says so', () => {
    // Both neighbours repeat the wrong row, and all else agrees: only their rows can be changed.
    const values = report(form, {
      'applications.carriedOver': [5, 0, 0, 0, 0, 0, 4],
    });
    const wrong = { form, values: report(form, { 'applications.carriedForward': [5, 0, 0, 0, 0, 0, 4] }) };
    const { proposals } = repair(values, { before: wrong });
    expect(proposals.length).toBeGreaterThan(0);
    expect(proposals[0]!.linksBroken).toBeGreaterThan(0);
  });

  it('nothing fails in the report: a disagreement between years is not a repair', () => {
    const other = { form, values: report(form, { 'applications.carriedForward': [9, 0, 0, 0, 0, 0, 9] }) };
    expect(repair(right, { before: other }).parts).toEqual([]);
  });

  it('a blank is filled from the year before', () => {
    const cells = ['carriedOver.natural', 'carriedOver.total', 'newReceived.natural', 'newReceived.total'];
    const blank = withCells(
      form,
      right,
      Object.fromEntries(cells.map((cell) => [`applications.${cell}`, '空' as const])),
    );
    expect(repair(blank).proposals).toEqual([]);
    const { proposals } = repair(blank, { before });
    expect(edit(form, proposals[0])).toMatchObject({
      'applications.carriedOver.natural': 3,
      'applications.newReceived.natural': 12,
    });
  });
});
