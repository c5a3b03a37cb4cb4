import type { Frame } from './bind.ts';
import { dividedAmong, doubtOf, type Light, ofEarlierWhole } from './doubt.ts';
import { compare, type Exact, isZero, same } from './exact.ts';
import type { Item } from './item.ts';
import { derived, type Judged, judgeChange, judgeShare, softOf, unbound } from './judge-derived.ts';
import { addsUp } from './lists.ts';
import { type Quantity, states } from './quantity.ts';
import { type Reading, readingsOf, type Tables } from './readings.ts';
import { column } from './topic.ts';
import { carriedForward, verbs } from './topics-applications.ts';

/** Judges the items of one section; what differs is looked at again in the light of the rest. */
export function judgeAll(
  items: readonly Item[],
  tables: Tables,
  lastYear: Tables | undefined,
  firstSection: boolean,
): Judged[][] {
  const judge = (item: Item): Judged[] => {
    if (item.kind === 'change') return judgeChange(item, tables, lastYear);
    if (item.kind === 'share') return judgeShare(item, tables);
    return judgeCount(item, tables);
  };
  let judged = items.map(judge);
  if (settleChains(items, judged)) judged = items.map(judge);
  holdToWhole(items, judged, tables);
  if (!judged.some((results) => results.some(({ verdict }) => verdict === 'differs'))) return judged;
  const agreed = new Set<string>();
  for (const { verdict, readings } of judged.flat()) if (verdict === 'agrees') agreed.add(readings[0]!.key);
  const light: Light = {
    agreed,
    divided: dividedAmong(items, judged),
    items,
    judged,
    firstSection,
    tables,
    lastYear,
  };
  const reconsidered = (result: Judged, item: Item): Judged => {
    const fits = ofEarlierWhole(result, item, light);
    if (fits.length > 0) return { ...result, verdict: 'agrees', readings: fits };
    const doubt = doubtOf(result, item, light);
    if (doubt) return { ...result, verdict: 'unchecked', why: doubt };
    const counted = item.kind === 'count' && !isZero(item.quantity.value) && result.frame;
    return counted ? { ...result, closest: closestReading(counted, item.quantity, tables) } : result;
  };
  return judged.map((results, i) =>
    results.map((result) => (result.verdict === 'differs' ? reconsidered(result, items[i]!) : result)),
  );
}

/** 新收31件，其中自然人21件: of what is the whole, not of what could be meant without it; unless the parts add up. */
function holdToWhole(items: readonly Item[], judged: Judged[][], tables: Tables): void {
  let at = 0;
  for (let i = 0; i < items.length; i++) {
    const { kind, list, frames, soft, chain, quantity } = items[i]!;
    if (!list || kind !== 'count') continue;
    const frame = frames[0];
    if (!frame || frame.columns.length === 0 || soft || chain) continue;
    while (items[at] !== list.head && at < i) at++;
    const [result] = judged[i]!;
    const [said] = judged[at]!;
    if (items[at] !== list.head || result?.verdict !== 'agrees' || said?.verdict !== 'agrees') continue;
    if (rowsOf(result.readings[0]!.key) === rowsOf(said.readings[0]!.key) || addsUp(list)) continue;
    const head = list.head.frames[0]!;
    if (head.rows.length !== frame.rows.length || head.rows.some((row, n) => row !== frame.rows[n])) continue;
    const whole = readingsOf(head, tables).filter(({ value }) => same(list.head.quantity.value, value));
    if (whole.length === 0) continue;
    const rows = new Set(whole.map(({ key }) => rowsOf(key)));
    const lawful = result.readings.filter(({ key }) => rows.has(rowsOf(key)));
    if (lawful.length === 0 || lawful.some(({ value }) => states(quantity, value))) continue;
    judged[i] = [{ ...result, verdict: 'differs', readings: lawful }];
  }
}

function rowsOf(key: string): string {
  return key.slice(0, key.indexOf('|'));
}

/** A number this large is not the same as the table's by chance. */
const telling: Exact = { whole: 10, scale: 0 };

/** 收到申请31件，办结31件: where the first agrees with the tables, the second is about them too. True where one was settled. */
function settleChains(items: readonly Item[], judged: readonly Judged[][]): boolean {
  let settled = false;
  for (let i = 0; i < items.length; i++) {
    const { chain, kind, quantity } = items[i]!;
    if (!chain || chain.sure || kind !== 'count' || compare(quantity.value, telling) < 0) continue;
    if (judged[i]!.every(({ verdict }) => verdict === 'agrees')) {
      chain.sure = true;
      settled ||= chain.items.length > 1;
    }
  }
  return settled;
}

/** A count, or a statement that there was none or that all ended alike. */
function judgeCount(item: Item, tables: Tables): Judged[] {
  const open = unbound(item);
  return open ? [open] : item.frames.map((frame) => judgeFrame(item, frame, tables));
}

function judgeFrame(item: Item, frame: Frame, tables: Tables): Judged {
  const { quantity } = item;
  const readings = readingsOf(frame, tables);
  const none = isZero(quantity.value);
  const fits = readings.filter(({ value }) => (none ? isZero(value) : states(quantity, value)));
  const doubt =
    readings.length === 0
      ? 'blank'
      : (softOf(item) ?? (quantity.hedge || quantity.to ? 'hedged' : undefined));
  return derived(readings, fits, frame, doubt);
}

const closedCases = column('challenges', [['total', '-pending']], []);

/**
 * What would fit, though the words don't say so. 宿迁 2024 says 134 reviews where the table has 170, of which
 * 36 are pending: the text gives the closed ones. A count of new applications may have those carried over in it.
 */
function closestReading(frame: Frame, quantity: Quantity, tables: Tables): Reading | undefined {
  const { table, rows, columns } = frame;
  const others: Frame[] = [];
  if (table === 'challenges' && columns.length === 0) others.push({ table, rows, columns: [closedCases] });
  if (table === 'applications' && rows.every(({ rank }) => rank < 4)) {
    others.push({ table, rows: [verbs.accept], columns }, { table, rows: [carriedForward], columns });
  }
  return others.flatMap((other) => readingsOf(other, tables)).find(({ value }) => states(quantity, value));
}
