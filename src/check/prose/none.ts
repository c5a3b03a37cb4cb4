import { allApplicants, type Context, type Frame, single, type Why } from './bind.ts';
import { type Item, newItem } from './item.ts';
import { carried, type Phrase, readPhrase } from './phrase.ts';
import { nothing, type Quantity } from './quantity.ts';
import type { Run } from './state.ts';
import type { Token } from './tokens.ts';
import type { TableKey, Topic } from './topic.ts';
import { carriedForward, carriedOver, verbs as named } from './topics-applications.ts';

/** 未收到政府信息公开申请, 无行政复议、行政诉讼, 行政复议未发生: statements that something is none. */
export function noneOf({ state, text, reportYear }: Run): Item[] {
  const { near, far, context, period: year = reportYear } = state;
  const places: number[] = [];
  for (let i = 0; i < near.length; i++) if (near[i]!.kind === 'not') places.push(i);
  // 依申请公开：本年度无。
  const bare = places.length === 1 && near.slice(places[0]! + 1).every(({ kind }) => kind === 'mark');
  const lead = near.slice(0, places[0]);
  const before = readPhrase(bare ? [...far, ...lead] : lead, text, reportYear);
  return places.flatMap((place, n) => {
    const scope = near.slice(place + 1, places[n + 1] ?? near.length);
    const said = readPhrase(scope, text, reportYear);
    const topical = said.rows.length > 0 || said.columns.length > 0 || said.asked !== undefined;
    const subject = topical ? said : { ...before, verbs: [...before.verbs, ...said.verbs] };
    // 规章、规范性文件均无制发: the rows stand before, the column after.
    if (said.rows.length === 0 && said.columns.length > 0) said.rows = before.rows;
    if (said.ends === 'unknown' || said.ends === 'thing' || subject.ends === 'thing') return [];
    settleCarry(subject, before, reportYear);
    const frames = noneFrames(subject, context);
    if (frames.length === 0) return [];
    const first = topical ? near[place]! : near[0]!;
    const end = scope.at(-1) ?? near[place]!;
    const item = newItem('none', nothing(first.at, end.end));
    item.direct = subject.asked?.bare === false;
    item.actor = before.subject !== 'none';
    const otherYear = (said.year ?? before.year ?? year) !== reportYear;
    // 尚无申请被纠正: not none at all.
    const more = subject.columns.some(({ table }) => table !== frames[0]!.table);
    const doubt = beside(text, near[0]!.at) ? 'part' : more ? 'loose' : doubtful(said, before, otherYear);
    if (doubt === 'period') item.why = doubt;
    else {
      item.state = 'bound';
      item.frames = frames;
      item.soft = doubt;
    }
    return [item];
  });
}

/** 除上述3件外，未收到政府信息公开申请: none beside those. */
function beside(text: string, at: number): boolean {
  return /除[^。；\n]{0,30}[外，][^。；\n]*$/.test(text.slice(Math.max(0, at - 40), at));
}

/** 上年没有结转 is about what came over from last year; 年末无结转 about what goes on into the next. */
function settleCarry(said: Phrase, before: Phrase, reportYear: number): void {
  if (said.rows.at(-1) !== carried) return;
  if (before.year === reportYear - 1) {
    said.rows = [carriedOver];
    before.year = undefined;
  } else if (before.end) said.rows = [carriedForward];
}

function doubtful(said: Phrase, before: Phrase, otherYear: boolean): Why | undefined {
  if (otherYear || said.compared || before.compared) return 'period';
  if (said.plan || before.plan) return 'plan';
  if (said.fresh && said.rows.some(({ table }) => table === 'challenges')) return 'carried';
  if (
    said.mode ||
    said.limit ||
    said.scope ||
    before.mode ||
    before.limit ||
    before.scope ||
    said.rest ||
    before.rest
  )
    return 'part';
  if (said.subject !== 'none' || said.gap || before.gap || said.mixed || said.publish) return 'loose';
  return [...said.rows, ...said.columns].some((topic) => topic.loose) ? 'loose' : undefined;
}

function noneFrames(phrase: Phrase, context: Context): Frame[] {
  const { rows, columns, verbs } = phrase;
  const table = rows.at(-1)?.table ?? (phrase.asked ? 'applications' : columns.at(-1)?.table);
  if (!table) return [];
  const about = rows.length > 0 ? rows : rowsFor(table, phrase, context);
  const handled = verbs.some(({ verb }) => verb === 'finish' || verb === 'answer');
  if (about.length === 0 || (table === 'applications' && handled)) return [];
  const own = columns.filter((topic) => topic.table === table);
  return single(table, about, table === 'applications' && allApplicants(own) ? [] : own);
}

/** What is said not to have been received is what would have come in this year. */
const noneReceived = named.receiveNew;

/** What a bare 未收到 or 没有废止 is about. */
function rowsFor(table: TableKey, phrase: Phrase, context: Context): readonly Topic[] {
  if (table === 'challenges') return context.cases ?? [];
  if (table === 'disclosure') return context.documents ?? [];
  if (!phrase.asked) return [];
  if (!phrase.asked.bare) return [noneReceived];
  const received = phrase.verbs.length > 0 && context.thing !== 'free' && context.thing !== 'challenges';
  return context.thing === 'applications' || received ? [noneReceived] : [];
}

/** 均获维持, 结果维持, 尚未审结 after a count of cases: so all of them ended, or the only one did. */
export function outcomeOf(
  near: readonly Token[],
  phrase: Phrase,
  items: readonly Item[],
  from: number,
): Item[] {
  const columns = phrase.columns.filter((topic) => topic.table === 'challenges');
  if (columns.length !== 1 || phrase.rows.some((topic) => topic.table === 'applications')) return [];
  const cases: Item[] = [];
  for (let i = items.length - 1; i >= from; i--) {
    const item = items[i]!;
    if (item.kind === 'outcome') break;
    if (item.kind !== 'count') continue;
    const frame = item.frames[0];
    if (item.state !== 'bound' || frame?.table !== 'challenges' || frame.columns.length > 0) break;
    cases.unshift(item);
    if (!phrase.each) break;
  }
  if (cases.length === 0 || (!phrase.each && !isOne(cases[0]!.quantity))) return [];
  const doubt = phrase.ends !== 'topic' || phrase.subject !== 'none' || phrase.gap || phrase.limit;
  const [offset, end] = [near[0]!.at, near.at(-1)!.end];
  return cases.map((subject) => {
    const item = newItem('outcome', { ...subject.quantity, offset, length: end - offset });
    item.state = 'bound';
    item.frames = subject.frames.map(({ table, rows }) => ({ table, rows, columns }));
    item.subject = subject;
    item.soft = doubt ? 'loose' : subject.soft;
    return item;
  });
}

function isOne({ value, hedge }: Quantity): boolean {
  return value.whole === 1 && value.scale === 0 && !hedge;
}
