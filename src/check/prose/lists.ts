import { compare, difference, type Exact, isZero, same, shifted, sum, zero } from './exact.ts';
import type { Item, List, Separator } from './item.ts';
import type { Phrase } from './phrase.ts';

interface Holder {
  lists: List[];
  list: List | undefined;
  opened: boolean;
  separator: Separator;
}

/** Puts a count into the list it belongs to; opens one after 其中, a colon or a bracket, closes one that has ended. */
export function takeIn(holder: Holder, item: Item, phrase: Phrase, head: Item | undefined): void {
  const open = holder.list;
  const opens = head !== undefined && head !== open?.head;
  if (opens) {
    const list: List = { head, items: [], sample: phrase.sample, nested: open !== undefined, pause: 0 };
    holder.list = list;
    if (sameUnit(item, head)) {
      list.items.push(item);
      item.list = list;
      holder.lists.push(list);
    } else holder.list = undefined;
    return;
  }
  if (!open) return;
  if (goesOn(open, item, phrase, holder.separator)) {
    open.items.push(item);
    item.list = open;
    if (phrase.sample) open.sample = true;
    if (open.items.length === 2) open.pause = holder.separator;
  } else holder.list = undefined;
}

function sameUnit(item: Item, head: Item): boolean {
  return item.quantity.unit === head.quantity.unit || item.quantity.unit === '';
}

function goesOn(list: List, item: Item, phrase: Phrase, pause: Separator): boolean {
  if (pause === 4 || !sameUnit(item, list.head)) return false;
  const first = list.items[0]!;
  const [one, other] = [family(first), family(item)];
  if (one !== undefined && other !== undefined) return one === other;
  if (list.items.length > 1 && pause > list.pause) return false;
  // A new predicate begins a new statement: 发布动态20条，公众号推送30条.
  return !(pause >= 2 && (phrase.verbs.length > 0 || phrase.publish || phrase.year !== undefined));
}

/** Applicants of one table, outcomes of one table, and so on: what can be parts of one whole. */
function family(item: Item): string | undefined {
  const frame = item.frames[0];
  if (!frame) return undefined;
  const particular =
    frame.columns.length > 0 ? 'column' : `row ${frame.rows[0]!.rank > 3 ? 4 : frame.rows[0]!.rank}`;
  return `${frame.table} ${particular}`;
}

interface ListSum {
  sum: Exact;
  /** `some`: the parts named are plainly not all. */
  verdict: 'adds' | 'over' | 'short' | 'some';
}

/** Whether the parts are all of the whole. */
export function addsUp({ head, items }: List): boolean {
  return same(total(items), head.quantity.value);
}

function total(items: readonly Item[]): Exact {
  let all: Exact = zero;
  for (const { quantity, frames } of items) {
    // 不予处理和其他处理各1件 is two.
    for (let n = Math.max(1, frames.length); n > 0; n--) all = sum(all, quantity.value);
  }
  return all;
}

/**
 * Adds the parts up. Lists may be partial: only one that comes within a tenth of its whole, or names what
 * is left as 其他, claims to be complete.
 */
export function sumList({ head, items, sample, nested }: List, text: string): ListSum | undefined {
  if (items.length < 2 || [head, ...items].some(({ quantity }) => quantity.hedge || quantity.to))
    return undefined;
  const added = total(items);
  const whole = head.quantity.value;
  const missing = difference(whole, added);
  if (isZero(missing)) return { sum: added, verdict: 'adds' };
  if (missing.whole < 0) return nested ? undefined : { sum: added, verdict: 'over' };
  const tenth = shifted(whole, -1)!;
  const last = items.at(-1)!.quantity.offset;
  const complete =
    compare(missing, tenth) <= 0 ||
    same(missing, one) ||
    /其[他它](?!处理|结果|答复|方式)[^，、；。]*$/.test(text.slice(Math.max(0, last - 12), last));
  return { sum: added, verdict: complete && !sample ? 'short' : 'some' };
}

const one: Exact = { whole: 1, scale: 0 };
