import type { Form } from '../../forms/compile.ts';
import type { Frame } from './bind.ts';
import { expressionsOf } from './expressions.ts';
import type { Quantity } from './quantities.ts';

const counts = new Set(['件', '宗', '起', '份', '个', '次', '封', '例', '']);
const loosely = new Set(['条', '项', '批', '人次', '件次', '条次', '部', '篇']);
const persons = new Set(['名', '人', '位']);

/** Whether the unit is one the cells are counted in. What is counted in hours or households is none of theirs. */
export function unitFits(quantity: Quantity, frames: readonly Frame[], form: Form): 'yes' | 'hardly' | 'no' {
  const { unit, value } = quantity;
  const money = frames.length > 0 && frames.every((frame) => inMoney(frame, form));
  if (unit === '元') return money ? 'yes' : 'no';
  if (money) return value.whole === 0 ? 'yes' : 'no';
  if (counts.has(unit)) return 'yes';
  if (loosely.has(unit)) return 'hardly';
  const applicants = frames.length > 0 && frames.every(({ table }) => table === 'applications');
  return persons.has(unit) && applicants ? 'hardly' : 'no';
}

/** A cell of the form holds an amount: 行政事业性收费, 采购总金额. */
function inMoney(frame: Frame, form: Form): boolean {
  const expressions = expressionsOf(frame, form);
  return (
    expressions.length > 0 &&
    expressions.every(({ parts }) => parts.some(({ cells }) => cells[0]!.kind === 'amount'))
  );
}
