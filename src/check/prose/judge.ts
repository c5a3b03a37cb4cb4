import type { Frame, Why } from './bind.ts';
import { judgeChange } from './changes.ts';
import type { Item } from './item.ts';
import { type Judged, unbound } from './judged.ts';
import type { Quantity } from './quantities.ts';
import { type Reading, readingsOf, type Tables } from './readings.ts';
import { judgeShare } from './shares.ts';
import { column } from './topic.ts';
import { isZero, states } from './verdict.ts';

export type { Judged } from './judged.ts';

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
  const agreed = new Set<string>();
  for (const { verdict, readings } of judged.flat()) if (verdict === 'agrees') agreed.add(readings[0]!.key);
  return judged.map((results, i) =>
    results.map((result) =>
      result.verdict === 'differs' ? reconsidered(result, items[i]!, agreed, firstSection, tables) : result,
    ),
  );
}

/** A count, or a statement that there was none or that all ended alike. */
function judgeCount(item: Item, tables: Tables): Judged[] {
  const open = unbound(item);
  return open ? [open] : item.frames.map((frame) => judgeFrame(item, frame, tables));
}

function judgeFrame({ quantity, soft }: Item, frame: Frame, tables: Tables): Judged {
  const readings = readingsOf(frame, tables);
  const judged = (verdict: Judged['verdict'], why?: Why, tried = readings): Judged => ({
    verdict,
    readings: tried,
    frame,
    why,
    closest: undefined,
  });
  if (readings.length === 0) return judged('unchecked', 'blank');
  const none = isZero(quantity.value);
  const fits = readings.filter(({ value }) => (none ? isZero(value) : states(quantity, value)));
  if (fits.length > 0) return judged('agrees', undefined, [...new Set([...fits, ...readings])]);
  if (soft) return judged('unchecked', soft);
  return quantity.hedge || quantity.to ? judged('unchecked', 'hedged') : judged('differs');
}

function reconsidered(
  result: Judged,
  item: Item,
  agreed: ReadonlySet<string>,
  firstSection: boolean,
  tables: Tables,
): Judged {
  // Problems and plans tell of single cases; another organ's number is not this organ's.
  if (!firstSection && !item.direct) return { ...result, verdict: 'unchecked', why: 'elsewhere' };
  if (item.actor && result.readings.some(({ key }) => agreed.has(key))) {
    return { ...result, verdict: 'unchecked', why: 'part' };
  }
  return { ...result, closest: result.frame && closedReading(result.frame, item.quantity, tables) };
}

const closedCases = column('challenges', [['total', '-pending']], []);

/** 宿迁 2024 says 134 reviews where the table has 170, of which 36 are pending: the text gives the closed ones. */
function closedReading(frame: Frame, quantity: Quantity, tables: Tables): Reading | undefined {
  if (frame.table !== 'challenges' || frame.columns.length > 0) return undefined;
  const closed: Frame = { table: frame.table, rows: frame.rows, columns: [closedCases] };
  return readingsOf(closed, tables).find(({ value }) => states(quantity, value));
}
