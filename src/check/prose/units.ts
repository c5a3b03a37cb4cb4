import type { Frame } from './bind.ts';
import type { Quantity } from './quantities.ts';

const counts = new Set(['件', '宗', '起', '份', '个', '次', '封', '例', '']);
const loosely = new Set(['条', '项', '批', '人次', '件次', '条次', '部', '篇']);
const persons = new Set(['名', '人', '位']);

/** Whether the unit is one the cells are counted in. What is counted in hours or households is none of theirs. */
export function unitFits(quantity: Quantity, frames: readonly Frame[]): 'yes' | 'hardly' | 'no' {
  const { unit } = quantity;
  const money = frames.some(({ rows, columns }) =>
    [...rows, ...columns].some(({ readings }) =>
      readings.some((terms) => terms.some((term) => amounts.has(term))),
    ),
  );
  if (unit === '元') return money ? 'yes' : 'no';
  if (counts.has(unit)) return 'yes';
  if (loosely.has(unit)) return 'hardly';
  if (persons.has(unit))
    return frames.length > 0 && frames.every(({ table }) => table === 'applications') ? 'hardly' : 'no';
  return 'no';
}

/** Keys of the rows and columns that may hold money. */
const amounts = new Set(['fees', 'amount', 'procurement']);
