import type { Frame, Why } from './bind.ts';
import { compare, isZero } from './exact.ts';
import type { Item } from './item.ts';
import { derived, type Judged, judgeChange, judgeShare, unbound } from './judge-derived.ts';
import { type Quantity, states } from './quantity.ts';
import { isUnread, type Reading, readingsOf, type Tables } from './readings.ts';
import { column } from './topic.ts';
import { carriedForward, verbs } from './topics-applications.ts';

/** Judges the items of one section; what differs is looked at again in the light of the rest. */
export function judgeAll(
  items: readonly Item[],
  tables: Tables,
  lastYear: Tables | undefined,
  firstSection: boolean,
): Judged[][] {
  const judged = items.map((item): Judged[] => {
    if (item.kind === 'change') return judgeChange(item, tables, lastYear);
    if (item.kind === 'share') return judgeShare(item, tables);
    return judgeCount(item, tables);
  });
  if (!judged.some((results) => results.some(({ verdict }) => verdict === 'differs'))) return judged;
  const agreed = new Set<string>();
  for (const { verdict, readings } of judged.flat()) if (verdict === 'agrees') agreed.add(readings[0]!.key);
  const reconsidered = (result: Judged, item: Item): Judged => {
    const doubt = doubtOf(result, item, agreed, firstSection, tables, lastYear);
    if (doubt) return { ...result, verdict: 'unchecked', why: doubt };
    const counted = item.kind === 'count' && !isZero(item.quantity.value) && result.frame;
    return counted ? { ...result, closest: closestReading(counted, item.quantity, tables) } : result;
  };
  return judged.map((results, i) =>
    results.map((result) => (result.verdict === 'differs' ? reconsidered(result, items[i]!) : result)),
  );
}

function doubtOf(
  { frame, readings }: Judged,
  item: Item,
  agreed: ReadonlySet<string>,
  firstSection: boolean,
  tables: Tables,
  lastYear: Tables | undefined,
): Why | undefined {
  // The number that could not be read may be the one the text gives.
  if (frame && [tables, lastYear].some((held) => held && isUnread(frame, held))) return 'blank';
  // Problems and plans tell of single cases; another organ's number is not this organ's.
  if (!firstSection && !item.direct) return 'elsewhere';
  if (item.actor && readings.some(({ key }) => agreed.has(key))) return 'part';
  // 未发生行政诉讼 is said of new ones; the table counts those pending from the year before (上海办公厅 2025).
  if (item.kind !== 'none' || frame?.table !== 'challenges' || !lastYear) return undefined;
  const [pending] = readingsOf({ table: frame.table, rows: frame.rows, columns: [pendingCases] }, lastYear);
  return pending && compare(readings[0]!.value, pending.value) <= 0 ? 'carried' : undefined;
}

const pendingCases = column('challenges', [['pending']], []);

/** A count, or a statement that there was none or that all ended alike. */
function judgeCount(item: Item, tables: Tables): Judged[] {
  const open = unbound(item);
  return open ? [open] : item.frames.map((frame) => judgeFrame(item, frame, tables));
}

function judgeFrame({ quantity, soft }: Item, frame: Frame, tables: Tables): Judged {
  const readings = readingsOf(frame, tables);
  const none = isZero(quantity.value);
  const fits = readings.filter(({ value }) => (none ? isZero(value) : states(quantity, value)));
  const doubt =
    readings.length === 0 ? 'blank' : (soft ?? (quantity.hedge || quantity.to ? 'hedged' : undefined));
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
