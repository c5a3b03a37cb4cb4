import type { Frame } from './bind.ts';
import { sharing } from './derived.ts';
import { compare, difference, type Exact, same, zero } from './exact.ts';
import type { Item } from './item.ts';
import { derived, type Judged, unbound } from './judged.ts';
import { type Reading, readingsOf, type Tables } from './readings.ts';
import { decimalsOf, isZero, percent, percentText, states, valueText } from './verdict.ts';

/** 比上年增加3件, 同比下降12%, 与上年持平: recomputed from this year's tables and last year's. */
export function judgeChange(item: Item, tables: Tables, lastYear: Tables | undefined): Judged[] {
  const open = unbound(item);
  if (open) return [open];
  return item.frames.slice(0, 1).map((frame) => judgeFrame(item, frame, tables, lastYear));
}

function judgeFrame(item: Item, frame: Frame, tables: Tables, lastYear: Tables | undefined): Judged {
  const { quantity, direction, subject } = item;
  if (!lastYear) return derived([], [], frame, 'noLastYear');
  if (quantity.unit !== '%' && sharing(quantity)) return derived([], [], frame, 'unit');
  const readings = changes(frame, tables, lastYear, item);
  if (readings.length === 0) return derived([], [], frame, subject ? 'subject' : 'blank');
  const fits = readings.filter(({ value }) => agrees(item, value));
  const hedged = quantity.hedge || quantity.to ? 'hedged' : undefined;
  return derived(
    readings,
    fits,
    frame,
    item.soft ?? subject?.soft ?? hedged ?? (direction ? undefined : 'unclear'),
  );
}

/** By expression: this year's value less last year's, or that over last year's in per cent. */
function changes(frame: Frame, tables: Tables, lastYear: Tables, item: Item): Reading[] {
  const before = new Map(readingsOf(frame, lastYear).map((reading) => [reading.key, reading]));
  const { subject, quantity, direction } = item;
  return readingsOf(frame, tables).flatMap(({ name, value, key }) => {
    const past = before.get(key);
    // What is said of a count that is wrong itself cannot be judged.
    if (!past || (subject && !states(subject.quantity, value))) return [];
    if (direction === 'was') return [{ name: `上年 ${name}`, value: past.value, key }];
    const gap = difference(value, past.value);
    const said = `${name}：${valueText(value, quantity.unit)} 比上年 ${valueText(past.value, quantity.unit)}`;
    if (quantity.unit !== '%') return [{ name: said, value: gap, key }];
    const decimals = decimalsOf(quantity);
    const share = isZero(past.value) ? undefined : percent(size(gap), past.value, decimals);
    if (!share) return [];
    const signed = { whole: gap.whole < 0 ? -share.whole : share.whole, scale: share.scale };
    return [
      { name: `${said}，${gap.whole < 0 ? '减' : '增'}${percentText(share, decimals)}`, value: signed, key },
    ];
  });
}

function agrees({ quantity, direction }: Item, value: Exact): boolean {
  if (direction === 'level') return isZero(value);
  if (direction === 'was') return states(quantity, value);
  const sign = compare(value, zero);
  if ((direction === 'up' && sign < 0) || (direction === 'down' && sign > 0)) return false;
  return quantity.unit === '%' ? same(size(value), quantity.value) : states(quantity, size(value));
}

function size({ whole, scale }: Exact): Exact {
  return { whole: Math.abs(whole), scale };
}
