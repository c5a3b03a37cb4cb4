import { type Diagnostic, diagnose, type Related } from '../diagnostics/diagnostic.ts';
import type { Equation, Form } from '../forms/compile.ts';
import { type CellValue, isNumber } from '../forms/value.ts';
import { locator, type Report } from '../reports/report.ts';

/** What became of one equation. `unknown`: a cell of it holds no number, so it cannot be decided. */
export interface SumResult {
  equation: Equation;
  outcome: 'pass' | 'fail' | 'unknown';
  /** Sums of the numbers on either side; exact, all are whole and far below 2^53. */
  left: number;
  right: number;
}

/** The one evaluator of printed sum relations. */
export function evaluate(form: Form, values: readonly CellValue[]): SumResult[] {
  return form.equations.map((equation) => {
    const left = sum(equation.left, values);
    const right = sum(equation.right, values);
    const decided = left.complete && right.complete;
    const outcome = !decided ? 'unknown' : left.sum === right.sum ? 'pass' : 'fail';
    return { equation, outcome, left: left.sum, right: right.sum };
  });
}

function sum(cells: readonly number[], values: readonly CellValue[]): { sum: number; complete: boolean } {
  let total = 0;
  let complete = true;
  for (const index of cells) {
    const value = values[index];
    if (isNumber(value)) total += value;
    else complete = false;
  }
  return { sum: total, complete };
}

/** A diagnostic for each relation that fails, with every addend and its place. */
export function sumProblems(report: Report, results: readonly SumResult[]): Diagnostic[] {
  const failed = results.filter((result) => result.outcome === 'fail');
  if (failed.length === 0) return [];
  const place = locator(report);
  const { cells } = report.form;
  return failed.map(({ equation, left, right }) => {
    const at = cells[equation.at]!;
    const inRow = [...equation.left, ...equation.right].every((i) => cells[i]!.rowName === at.rowName);
    const addends = (indexes: readonly number[], side: string): Related[] =>
      indexes.map((index) => {
        const cell = cells[index]!;
        // In a relation along a row the columns differ, in one down a column the rows.
        const message = `${inRow ? cell.columnName : cell.rowName} ${report.values[index]}`;
        return { group: side, message, place: place(cell.path), cell: cell.address };
      });
    return diagnose(
      'SUM',
      { cell: at.name, sides: equation.sides, left, right },
      {
        code: equation.code,
        organ: report.organ,
        year: report.year,
        place: place(at.path),
        cell: at.address,
        cellName: at.name,
        left,
        right,
        related: [
          ...addends(equation.left, equation.sides[0]),
          ...addends(equation.right, equation.sides[1]),
        ],
      },
    );
  });
}
