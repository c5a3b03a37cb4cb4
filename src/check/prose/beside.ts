import type { Context, Frame } from './bind.ts';
import { compare } from './exact.ts';
import type { Item } from './item.ts';
import type { Phrase } from './phrase.ts';
import type { Quantity } from './quantity.ts';
import type { Run, State } from './state.ts';
import type { Topic } from './topic.ts';
import { carriedOver } from './topics-applications.ts';

/** What the count before in the sentence was about. */
export function besideOf({ items, last, sentence }: State): Context['beside'] {
  const first = items[sentence];
  if (!last || !first || last.quantity.offset < first.quantity.offset) return undefined;
  const { state, list, chain, frames } = last;
  const whole = state === 'free' && list?.head.state === 'bound' ? list.head : undefined;
  if (chain || whole?.chain) return 'open';
  return whole ? whole.frames[0]!.table : state === 'free' ? 'free' : frames[0]?.table;
}

/** Words known to the vocabulary that may name another organ, or more than one. */
const someone = /机关|公室|部门|单位|政府|办事处|街道办|各/;

/** 办结7件 as all that is said so far: no word before it can mean something else. */
export function bareStart({ tokens, text, state }: Run, { subject }: Phrase, i: number): boolean {
  const { at, kind, said } = tokens[i]!;
  if (state.items.length > 0 || subject !== 'none' || i > 12 || cutOut(state)) return false;
  if (kind !== 'quantity' || said.unit !== '件' || someone.test(text.slice(0, at))) return false;
  return tokens.slice(0, i).every(({ kind }) => kind !== 'unknown' && kind !== 'thing' && kind !== 'mode');
}

/** 行政复议3件，其中因不予公开引发2件: a part of another thing's. */
export function ofAnother({ list, frames }: Item): boolean {
  const table = list?.head.frames[0]?.table;
  return table !== undefined && frames.length > 0 && frames[0]!.table !== table;
}

/** 其中自然人20件，办结19件: what was finished of the part before it. */
export function ofPart({ last, separator }: State, { frames, quantity }: Item): boolean {
  if (!last?.list || separator > 2 || frames[0]?.table !== 'applications') return false;
  return frames[0].rows[0]!.rank === 2 && compare(quantity.value, last.quantity.value) <= 0;
}

/** 属于信访举报投诉类申请，不予处理2件: the clause before has cut out a part. */
export function cutOut({ far, counted }: State): boolean {
  return !counted && far.some((token) => token.kind === 'topic' && token.said.rank === 5);
}

const together = /^[^。；]{0,2}(?:[共合总]计|一共|总共|共有?|累计)[^。；]{0,2}$/;

/** 新收31件，上年结转1件，共计32件: all that the sentence counted before, taken together. */
export function sumBefore({ state, text }: Run, { unit, offset }: Quantity): Frame | undefined {
  const { near, items, sentence } = state;
  if (near.length === 0 || !together.test(text.slice(near[0]!.at, offset))) return undefined;
  const rows: Topic[] = [];
  let table: Frame['table'] | undefined;
  for (const item of items.slice(sentence)) {
    if (item.kind !== 'count' || item.list) continue;
    const [frame, ...others] = item.frames;
    const firm = item.state === 'bound' && !item.soft && !item.chain && item.quantity.unit === unit;
    if (!firm || !frame || others.length > 0 || frame.columns.length > 0) return undefined;
    if (table !== undefined && frame.table !== table) return undefined;
    table = frame.table;
    rows.push(...frame.rows);
  }
  if (table === undefined || rows.length < 2 || new Set(rows).size < rows.length) return undefined;
  return table !== 'applications' || alike(rows) ? { table, rows, columns: [] } : undefined;
}

/** What was received with what was carried over, or results among each other. */
function alike(rows: readonly Topic[]): boolean {
  return (
    rows.every((topic) => topic.rank < 2 || topic.words === carriedOver.words) ||
    rows.every(({ rank }) => rank === 4)
  );
}

/** 31件，上年为36件; 由上年的36件减少到31件: last year's number of the same. The phrase says so then. */
export function ofLastYear({ state, text, reportYear }: Run, phrase: Phrase): Phrase | undefined {
  const { near, last, opened, separator, counted } = state;
  let said = near.length - 1;
  while (said >= 0 && near[said]!.kind === 'filler') said--;
  if (said < 0) return undefined;
  const token = near[said]!;
  const named = token.kind === 'past' || (token.kind === 'year' && token.said.year === reportYear - 1);
  if (!named || phrase.compared || phrase.change) return undefined;
  const compared = { ...phrase, year: undefined, compared: true, comparedWith: reportYear - 1 };
  const before = near[said - 1];
  if (before && '由从自'.includes(text.slice(before.at, before.end))) return compared;
  const follows = opened || (!counted && separator === 2);
  const alone = near.every(({ kind }, i) => i === said || kind === 'filler');
  return alone && follows && last?.state === 'bound' ? compared : undefined;
}
