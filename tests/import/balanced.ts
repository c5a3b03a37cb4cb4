import type { Form } from '../../src/forms/compile.ts';
import { random } from '../helpers/random.ts';

/**
 * Numbers for every cell of a form under which all its sums hold. Small numbers are frequent, as in real reports;
 * totals and 本年新收 follow from the others.
 */
export function balanced(form: Form, seed: number): number[] {
  const { below } = random(seed);
  const values = form.cells.map(({ kind }) => {
    if (kind === 'amount') return below(40) / 4;
    if (kind === 'change') return below(20) - 10;
    return below(3) === 0 ? below(300) : below(12);
  });
  const at = (row: string, column: string) => form.cellAt.get(`applications.${row}.${column}`)!.index;
  const add = (equation: Form['equations'][number]) => {
    values[equation.at] = equation.left.reduce((sum, index) => sum + values[index]!, 0);
  };
  const of = (code: string) => form.equations.filter((equation) => equation.code === code);
  for (const { column } of form.rows.find(({ address }) => address === 'applications.total')!.cells) {
    if (column === 'total') continue;
    const result = of('T3-RESULT-SUM').find((equation) => equation.at === at('total', column!))!;
    add(result);
    const carriedOver = Math.min(values[at('carriedOver', column!)]!, values[result.at]!);
    values[at('carriedOver', column!)] = carriedOver;
    values[at('newReceived', column!)] =
      values[result.at]! + values[at('carriedForward', column!)]! - carriedOver;
  }
  for (const equation of form.equations) if (/ROW-SUM|REVIEW|DIRECT|AFTER/.test(equation.code)) add(equation);
  return values;
}
