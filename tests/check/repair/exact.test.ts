import highsModule from 'highs';
import { describe, expect, it, vi } from 'vitest';
import { faults } from '../../../bench/faults.js';
import { consistentReport, type Profile } from '../../../bench/reports.js';
import { type Random, randomOf } from '../../../bench/seeded.js';
import type { RepairResult } from '../../../bench/whole-report.js';
import type { Neighbours } from '../../../src/check/repair/links.ts';
import type { Proposal } from '../../../src/check/repair/result.ts';
import type { Form } from '../../../src/forms/compile.ts';
import { forms } from '../../../src/forms/index.ts';
import { type CellValue, isNumber } from '../../../src/forms/value.ts';
import { allHold, repairWhole } from './helpers.ts';

// Much is tried; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

/**
 * The same question put to an integer programming solver: the least number of stated numbers that must change
 * so that all relations hold, blanks being free, and cells that the years before and after confirm fixed.
 */
/** A CommonJS module whose types describe it as one for ECMAScript. */
const loadHighs = highsModule as unknown as typeof highsModule.default;
const highs = await loadHighs();

/** Sums stay small, so that the solver's tolerances cannot matter beside whole numbers. */
const small: Profile = { rows: 0.4, columns: [1, 0.5, 0.2, 0, 0.1, 0.2], size: 8 };

interface Question {
  form: Form;
  values: readonly CellValue[];
  /** Numbers that cells must have. */
  fixed: ReadonlyMap<number, number>;
  /** Sets of cells that may not all change, and how many may change. */
  not?: readonly number[];
  atMost?: number;
  /** A relation that has to hold beside the others, in the solver's writing. */
  also?: string;
}

/** The least number of changes; undefined if there is none. */
function fewestChanges({ form, values, fixed, not, atMost, also }: Question): number | undefined {
  const cells = [...new Set(form.equations.flatMap(({ left, right }) => [...left, ...right]))];
  const stated = cells.filter((cell) => isNumber(values[cell]));
  const most = stated.reduce((sum, cell) => sum + Number(values[cell]), 100);
  const terms = (indexes: readonly number[], sign: string) =>
    indexes.map((cell) => `${sign} x${cell}`).join(' ');
  const changes = stated.map((cell) => `+ z${cell}`).join(' ');
  const lines = [
    'Minimize',
    ` obj: ${changes}`,
    'Subject To',
    ...form.equations.map(({ left, right }, i) => ` e${i}: ${terms(left, '+')} ${terms(right, '-')} = 0`),
    ...stated.flatMap((cell) => [
      ` u${cell}: x${cell} - ${most} z${cell} <= ${values[cell]}`,
      ` d${cell}: x${cell} + ${most} z${cell} >= ${values[cell]}`,
    ]),
    // Says nothing new, but saves the solver work: a relation that fails has a cell that changes.
    ...form.equations.flatMap(({ left, right }, i) => {
      const both = [...left, ...right];
      const sum = (side: readonly number[]) => side.reduce((n, cell) => n + Number(values[cell]), 0);
      if (!both.every((cell) => isNumber(values[cell])) || sum(left) === sum(right)) return [];
      return [` f${i}: ${both.map((cell) => `+ z${cell}`).join(' ')} >= 1`];
    }),
    ...(not ? [` not: ${not.map((cell) => `+ z${cell}`).join(' ')} <= ${not.length - 1}`] : []),
    ...(atMost === undefined ? [] : [` most: ${changes} <= ${atMost}`]),
    ...(also ? [` also: ${also}`] : []),
    'Bounds',
    ...cells.map((cell) =>
      fixed.has(cell) ? ` x${cell} = ${fixed.get(cell)}` : ` 0 <= x${cell} <= ${most}`,
    ),
    'General',
    ` ${cells.map((cell) => `x${cell}`).join(' ')}`,
    'Binary',
    ` ${stated.map((cell) => `z${cell}`).join(' ')}`,
    'End',
  ];
  const solution = highs.solve(lines.join('\n'), { output_flag: false, mip_rel_gap: 0 });
  if (solution.Status === 'Infeasible') return undefined;
  expect(solution.Status).toBe('Optimal');
  return Math.round(solution.ObjectiveValue);
}

/** Compares one answer with the solver's; says whether it was found, and whether it was called unique. */
function compare(form: Form, values: readonly CellValue[], neighbours: Neighbours = {}) {
  const result = repairWhole(form, values, neighbours);
  const links = linkedNumbers(form, neighbours);
  const held = new Map([...links].filter(([cell, value]) => values[cell] === value));
  if (result.size === undefined) return { found: false, unique: false };
  expect(result.size).toBe(fewestChanges({ form, values, fixed: held }));
  const [claim] = result.proposals.filter(({ unique }) => unique);
  if (claim && claim.size > 0) {
    const fixed = claim.linksMended > 0 ? links : held;
    const not = statedCells(values, claim);
    const other: Question = { form, values, fixed, atMost: claim.size };
    expect(fewestChanges({ ...other, not })).toBeUndefined();
    for (const { cell, from, to } of claim.changes) {
      if (!isNumber(from)) continue;
      expect(fewestChanges({ ...other, also: `x${cell} >= ${to + 1}` })).toBeUndefined();
      if (to > 0) expect(fewestChanges({ ...other, also: `x${cell} <= ${to - 1}` })).toBeUndefined();
    }
  }
  if (!claim && result.complete) expectAnother(form, values, held, result);
  return { found: true, unique: claim !== undefined };
}

/** Not called unique and not cut off: then there is another edit as small, or another number for its cells. */
function expectAnother(
  form: Form,
  values: readonly CellValue[],
  fixed: Question['fixed'],
  result: RepairResult,
) {
  const first = result.proposals.find(({ size }) => size === result.size)!;
  if (first.others === undefined) return;
  const not = statedCells(values, first);
  expect(fewestChanges({ form, values, fixed, not, atMost: first.size })).toBe(first.size);
}

function statedCells(values: readonly CellValue[], { changes }: Proposal): number[] {
  return changes.map(({ cell }) => cell).filter((cell) => isNumber(values[cell]));
}

function linkedNumbers(form: Form, { before, after }: Neighbours): Map<number, number> {
  const links = new Map<number, number>();
  for (const column of ['natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg', 'total']) {
    const at = (of: Form, row: string) => of.cellAt.get(`applications.${row}.${column}`)!.index;
    if (before) links.set(at(form, 'carriedOver'), Number(before.values[at(before.form, 'carriedForward')]));
    if (after) links.set(at(form, 'carriedForward'), Number(after.values[at(after.form, 'carriedOver')]));
  }
  return links;
}

function samples(seed: number, count: number, make: (form: Form, values: number[], random: Random) => void) {
  const random = randomOf(seed);
  for (let i = 0; i < count; i++) {
    const form = forms[i % forms.length]!;
    make(form, consistentReport(form, random, small), random);
  }
}

describe('the number of changed cells is the smallest, and unique means unique', () => {
  it.each(['twoCells', 'threeCells', 'cellsSwapped', 'rowShifted', 'bothTables'] as const)('%s', (kind) => {
    const seen = { found: 0, unique: 0 };
    samples(31, 8, (form, values, random) => {
      const faulty = faults[kind](form, values, random);
      if (!faulty || allHold(form, faulty)) return;
      const { found, unique } = compare(form, faulty);
      seen.found += Number(found);
      seen.unique += Number(unique);
    });
    expect(seen.found).toBeGreaterThan(2);
  });

  it('with blanks', () => {
    let found = 0;
    samples(32, 12, (form, values, random) => {
      const faulty: CellValue[] | undefined = faults.twoCells(form, values, random);
      const share = random.pick([0.02, 0.1, 0.4]);
      const blanked = faulty!.map((value): CellValue => (random.next() < share ? '空' : value));
      found += Number(compare(form, blanked).found);
    });
    expect(found).toBeGreaterThan(5);
  });

  it('with zeros left blank', () => {
    let found = 0;
    samples(33, 12, (form, values, random) => {
      const faulty = faults.oneCell(form, values, random)!;
      const blanked = faulty.map((value): CellValue => (value === 0 && random.next() < 0.9 ? '空' : value));
      found += Number(compare(form, blanked).found);
    });
    expect(found).toBeGreaterThan(5);
  });

  it('with the years before and after', () => {
    let found = 0;
    samples(34, 8, (form, values, random) => {
      const years = {
        before: { form: forms[0]!, values: [] as number[] },
        after: { form, values: [] as number[] },
      };
      years.before.values = yearWith(years.before.form, 'carriedForward', form, 'carriedOver', values);
      years.after.values = yearWith(form, 'carriedOver', form, 'carriedForward', values);
      const faulty = faults.twoCells(form, values, random)!;
      if (allHold(form, faulty)) return;
      found += Number(compare(form, faulty, years).found);
    });
    expect(found).toBeGreaterThan(5);
  });
});

/** A year of which only one row is known, equal to a row of the report. */
function yearWith(of: Form, row: string, form: Form, from: string, values: readonly number[]): number[] {
  const year = of.cells.map(() => 0);
  for (const cell of of.rows.find(({ address }) => address === `applications.${row}`)!.cells) {
    year[cell.index] = values[form.cellAt.get(`applications.${from}.${cell.column}`)!.index]!;
  }
  return year;
}
