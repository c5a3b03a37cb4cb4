import type { Equation, Form } from '../forms/compile.ts';
import { type CellValue, isNumber } from '../forms/value.ts';

/** What became of one equation. `unknown`: a cell of it holds no number, so it cannot be decided. */
export interface SumResult {
  equation: Equation;
  outcome: 'pass' | 'fail' | 'unknown';
  /** Sums of the numbers on either side; exact, all are whole and far below 2^53. */
  left: number;
  right: number;
}

/** The one evaluator of printed sum relations, in their order; quick enough to ask again in place of keeping the answer. */
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
