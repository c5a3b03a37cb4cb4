import { type RepairResult, wholeReport } from '../../../bench/whole-report.js';
import { proposeRepairs } from '../../../src/check/repair/index.ts';
import type { Neighbours } from '../../../src/check/repair/links.ts';
import type { Proposal } from '../../../src/check/repair/result.ts';
import { type Cell, compile, type Form } from '../../../src/forms/compile.ts';
import type { EquationPattern, Row } from '../../../src/forms/edition.ts';
import type { CellValue } from '../../../src/forms/value.ts';

/**
 * A form small enough to try everything on, with relations like those of tables 3 and 4: rows with a total
 * column, results with a total row, a balance in each column; and a row by itself.
 */
export const smallForm: Form = compile({
  id: 1,
  title: '小表',
  notice: { number: '无', title: '无' },
  years: { from: 1 },
  sections: [
    {
      key: 'applications',
      heading: '一',
      help: '',
      table: {
        number: '表三',
        title: '小表',
        stubWidth: 1,
        unit: '件',
        codes: { number: 'N', blank: 'B' },
        blocks: [{ columns: columns(['natural', 'business', 'total']), rows: rows() }],
        equations: [
          pattern('ROW', { each: 'row', left: ['natural', 'business'], right: ['total'], at: 'total' }),
          pattern('RESULT', { each: 'column', left: ['granted', 'denied'], right: ['total'], at: 'total' }),
          pattern('BALANCE', {
            each: 'column',
            left: ['newReceived', 'carriedOver'],
            right: ['total', 'carriedForward'],
            at: 'carriedForward',
          }),
        ],
      },
    },
    {
      key: 'challenges',
      heading: '二',
      help: '',
      table: {
        number: '表四',
        title: '小表',
        stubWidth: 1,
        unit: '件',
        codes: { number: 'N', blank: 'B' },
        blocks: [
          {
            columns: columns(['upheld', 'corrected', 'pending', 'total']),
            rows: [{ key: 'review', label: '复议' }],
          },
        ],
        equations: [
          pattern('SUM', {
            each: 'row',
            left: ['upheld', 'corrected', 'pending'],
            right: ['total'],
            at: 'total',
          }),
        ],
      },
    },
  ],
});

function columns(keys: readonly string[]) {
  return keys.map((key) => ({ key, label: key }));
}

function rows(): Row[] {
  return ['newReceived', 'carriedOver', 'granted', 'denied', 'total', 'carriedForward'].map((key) => ({
    key,
    label: key,
  }));
}

function pattern(
  code: string,
  rest: Pick<EquationPattern, 'each' | 'left' | 'right' | 'at'>,
): EquationPattern {
  return { code, name: code, source: '', sides: ['左', '右'], ...rest };
}

/** A report of zeros but for these rows, each by its address. */
export function report(form: Form, given: Readonly<Record<string, readonly CellValue[]>>): CellValue[] {
  const values: CellValue[] = form.cells.map(() => 0);
  for (const [address, row] of Object.entries(given)) {
    const { cells } = form.rows.find((one) => one.address === address)!;
    if (cells.length !== row.length) throw new Error(`${address}: ${cells.length} numbers expected`);
    cells.forEach((cell, i) => {
      values[cell.index] = row[i]!;
    });
  }
  return values;
}

export function cellAt(form: Form, address: string): Cell {
  return form.cellAt.get(address)!;
}

/** The values with these cells changed. */
export function withCells(
  form: Form,
  values: readonly CellValue[],
  cells: Readonly<Record<string, CellValue>>,
): CellValue[] {
  const changed = [...values];
  for (const [address, value] of Object.entries(cells)) changed[cellAt(form, address).index] = value;
  return changed;
}

/** What a proposal changes, by address. */
export function edit(form: Form, proposal: Proposal | undefined): Record<string, number> {
  return Object.fromEntries(
    (proposal?.changes ?? []).map(({ cell, to }) => [form.cells[cell]!.address, to] as const),
  );
}

export function applied(values: readonly CellValue[], proposal: Proposal): CellValue[] {
  const changed = [...values];
  for (const { cell, to } of proposal.changes) changed[cell] = to;
  return changed;
}

/** Whether every relation holds, straight from the form. A blank makes its relations undecided: not held. */
export function allHold(form: Form, values: readonly CellValue[]): boolean {
  return form.equations.every(({ left, right }) => {
    const sum = (cells: readonly number[]) => cells.reduce((total, cell) => total + Number(values[cell]), 0);
    return sum(left) === sum(right);
  });
}

/** Whether a proposal is exactly this edit. */
export function isEdit(proposal: Proposal | undefined, truth: ReadonlyMap<number, number>): boolean {
  return (
    proposal !== undefined &&
    proposal.changes.length === truth.size &&
    proposal.changes.every(({ cell, to }) => truth.get(cell) === to)
  );
}

/** What is proposed for a report as a whole. */
export function repairWhole(
  form: Form,
  values: readonly CellValue[],
  neighbours: Neighbours = {},
): RepairResult {
  return wholeReport(proposeRepairs(form, values, neighbours));
}
