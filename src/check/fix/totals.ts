import type { Form } from '../../forms/compile.ts';
import { type CellValue, isNumber } from '../../forms/value.ts';
import { evaluate } from '../sums.ts';

/**
 * The totals that follow from their addends, by cell. `blank` are the cells that may be filled. A total that makes
 * another relation fail is left to the keeper: then an addend may be wrong.
 */
export function missingTotals(
  form: Form,
  values: readonly CellValue[],
  blank: ReadonlySet<number>,
): Map<number, number> {
  const filled = [...values];
  const totals = new Map<number, number>();
  while (addTotals(form, filled, blank, totals));
  while (dropDoubtful(form, filled, totals));
  return totals;
}

/** Fills each blank cell that alone makes up one side of a relation whose other side is all numbers. */
function addTotals(
  form: Form,
  values: CellValue[],
  blank: ReadonlySet<number>,
  totals: Map<number, number>,
): boolean {
  const before = totals.size;
  for (const { left, right } of form.equations) {
    for (const [side, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const total = side[0]!;
      if (side.length !== 1 || !blank.has(total) || totals.has(total)) continue;
      const addends = other.map((cell) => values[cell]);
      if (!addends.every(isNumber)) continue;
      const sum = addends.reduce((a, b) => a + b, 0);
      values[total] = sum;
      totals.set(total, sum);
    }
  }
  return totals.size > before;
}

function dropDoubtful(form: Form, values: CellValue[], totals: Map<number, number>): boolean {
  const doubtful = evaluate(form, values)
    .filter(({ outcome }) => outcome === 'fail')
    .flatMap(({ equation }) => [...equation.left, ...equation.right])
    .filter((cell) => totals.has(cell));
  for (const cell of doubtful) {
    totals.delete(cell);
    values[cell] = '空';
  }
  return doubtful.length > 0;
}
