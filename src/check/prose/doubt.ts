import type { Why } from './bind.ts';
import { compare, type Exact, isZero, same, sum, written, zero } from './exact.ts';
import type { Item, List } from './item.ts';
import type { Judged } from './judge-derived.ts';
import { states } from './quantity.ts';
import { isUnread, type Reading, readingsOf, type Tables } from './readings.ts';
import { column } from './topic.ts';

/** What the rest of a section says of a number that differs. */
export interface Light {
  items: readonly Item[];
  judged: readonly Judged[][];
  /** Readings some number agrees with, by key. */
  agreed: ReadonlySet<string>;
  divided: ReadonlySet<Judged>;
  firstSection: boolean;
  tables: Tables;
  lastYear: Tables | undefined;
}

/** Why a number that differs may be right all the same. */
export function doubtOf(result: Judged, item: Item, light: Light): Why | undefined {
  const { agreed, divided, firstSection, tables, lastYear } = light;
  const { frame, readings } = result;
  // The number that could not be read may be the one the text gives.
  if (frame && [tables, lastYear].some((held) => held && isUnread(frame, held))) return 'blank';
  // Problems and plans tell of single cases; another organ's number is not this organ's.
  if (!firstSection && !item.direct) return 'elsewhere';
  if (item.actor && readings.some(({ key }) => agreed.has(key))) return 'part';
  if (divided.has(result)) return 'part';
  if (item.list?.head.state === 'unchecked' && item.kind === 'count' && !anyAgrees(item.list, light))
    return 'part';
  // 未发生行政诉讼 is said of new ones; the table counts those pending from the year before (上海办公厅 2025).
  if (item.kind !== 'none' || frame?.table !== 'challenges' || !lastYear) return undefined;
  const [pending] = readingsOf({ table: frame.table, rows: frame.rows, columns: [pendingCases] }, lastYear);
  return pending && compare(readings[0]!.value, pending.value) <= 0 ? 'carried' : undefined;
}

/** 新收31件，结转下年度2件，其中自然人20件: what fits where the parts are those of a whole named before the last. */
export function ofEarlierWhole(
  { frame }: Judged,
  { list, quantity }: Item,
  { items, tables }: Light,
): Reading[] {
  if (!list || !frame || frame.columns.length === 0) return [];
  return items.slice(0, items.indexOf(list.head)).flatMap(({ kind, frames: [whole] }) => {
    if (kind !== 'count' || whole?.table !== frame.table || whole.columns.length > 0) return [];
    const part = { ...whole, columns: frame.columns };
    return readingsOf(part, tables).filter(({ value }) => states(quantity, value));
  });
}

const pendingCases = column('challenges', [['pending']], []);

/** 清理规范性文件40件，其中继续有效35件: parts of a whole the table may not have, unless one of them is in it. */
function anyAgrees(list: List, { items, judged }: Light): boolean {
  return list.items.some((part) => {
    const results = isZero(part.quantity.value) ? [] : (judged[items.indexOf(part)] ?? []);
    return results.some(({ verdict }) => verdict === 'agrees');
  });
}

/** 市本级75件、各县区300件 beside a table with 375; 甲局42件、乙局9件: each has a part of what the table has. */
export function dividedAmong(items: readonly Item[], judged: readonly Judged[][]): ReadonlySet<Judged> {
  const groups = new Map<string, { item: Item; result: Judged }[]>();
  items.forEach((item, i) => {
    if (item.kind !== 'count' || isZero(item.quantity.value)) return;
    for (const result of judged[i]!) {
      const key = result.readings[0]?.key;
      if (key === undefined || !(result.verdict === 'differs' || result.why === 'part')) continue;
      const group = groups.get(key);
      if (group) group.push({ item, result });
      else groups.set(key, [{ item, result }]);
    }
  });
  const divided = new Set<Judged>();
  for (const group of groups.values()) {
    const values = group.map(({ item }) => item.quantity.value);
    const differ = new Set(values.map(written)).size > 1;
    if (isWhole(values, group[0]!.result) || (differ && group.some(({ item }) => item.actor)))
      for (const { result } of group) divided.add(result);
  }
  return divided;
}

function isWhole(values: readonly Exact[], { readings }: Judged): boolean {
  const total = values.reduce(sum, zero);
  return values.length > 1 && readings.some(({ value }) => same(value, total));
}
