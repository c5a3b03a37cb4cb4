import type { Form } from '../../forms/compile.ts';
import type { Context } from './bind.ts';
import { countItem } from './count.ts';
import { changeItem, shareItem, sharing } from './derived.ts';
import type { Item, List, Separator } from './item.ts';
import { noneOf, outcomeOf } from './none.ts';
import { type Phrase, readPhrase } from './phrase.ts';
import { nothing, type Quantity } from './quantity.ts';
import { leads, mention, newState, type Run, type State, settle } from './state.ts';
import type { Token } from './tokens.ts';

interface Walked {
  items: readonly Item[];
  lists: readonly List[];
  /** The number of applications is stated, be it none. */
  statesRequests: boolean;
}

/** Reads a text's tokens in order and says of every number what it is about. */
export function walk(tokens: readonly Token[], text: string, form: Form, reportYear: number): Walked {
  const state = newState();
  const run: Run = { tokens, text, form, reportYear, state };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === 'quantity') onQuantity(run, token.said, i);
    else if (token.kind === 'mark') onMark(run, token.said);
    else {
      if (token.kind === 'and' && state.separator < 1) state.separator = 1;
      state.near.push(token);
    }
  }
  endClause(run);
  return { items: state.items, lists: state.lists, statesRequests: state.statesRequests };
}

function strengthOf(mark: string): Separator {
  if (mark === '，' || mark === '：') return 2;
  if (mark === '。' || mark === '\n') return 4;
  return mark === '；' ? 3 : 0;
}

function onMark(run: Run, mark: string): void {
  const { state } = run;
  const afterNumber = state.counted && state.near.length === 0;
  if (mark === '（') {
    openBracket(state, afterNumber);
    return;
  }
  endClause(run);
  if (mark === '）' && state.outer.length > 0) {
    closeBracket(state);
    return;
  }
  const strength = strengthOf(mark);
  if (mark === '：') state.opened = afterNumber;
  else if (strength > state.separator) state.separator = strength;
  if (strength === 4) endSentence(state);
  else if (mark === '；') state.far = [];
  if (mark === '\n') endLine(state);
  else state.pauses++;
}

function endSentence(state: State): void {
  state.far = [];
  state.outer = [];
  state.waiting = [];
  state.sentence = state.items.length;
  state.period = undefined;
  state.against = undefined;
}

/** What a paragraph was about is not what the next one is about, but what its heading says is. */
function endLine(state: State): void {
  if (state.pauses > 0) state.context.thing = undefined;
  state.pauses = 0;
}

function openBracket(state: State, afterNumber: boolean): void {
  const { near, far, counted, last, list, separator } = state;
  state.outer.push({ near, far, counted, last, list, separator });
  state.near = [];
  // 政府信息公开申请（31件）: the words before the bracket say what is counted in it; 较上年（36件） does not.
  state.far = afterNumber || near.some(({ kind }) => kind === 'comparison') ? [] : near;
  state.counted = false;
  state.opened = afterNumber;
  state.separator = 0;
}

function closeBracket(state: State): void {
  const within = state.counted ? [] : state.far;
  const { near, far, counted, last, list, separator } = state.outer.pop()!;
  // 予以公开（含部分公开）: both together.
  const [part, ...others] = within;
  const both = part?.kind === 'part' && others.some(isOutcome);
  state.near = both ? [...near, { ...part, kind: 'and' }, ...others] : near;
  state.far = far;
  state.counted = counted;
  state.last = last;
  state.list = list;
  state.separator = separator;
  state.opened = false;
}

function isOutcome(token: Token): boolean {
  return token.kind === 'topic' && token.said.table === 'applications' && token.said.rank > 3;
}

/** What a clause says without a number: none of something, all ended alike, or just what is spoken of. */
function endClause(run: Run): void {
  const { state, text, reportYear } = run;
  const { near } = state;
  if (near.some(says)) {
    const phrase = readPhrase(near, text, reportYear);
    if (leads(near)) state.period = phrase.year ?? reportYear;
    const alone = phrase.compared && phrase.ends === 'nothing' && phrase.change === undefined;
    if (alone && !state.counted) state.against = phrase.comparedWith;
    else comparedBefore(state, phrase);
    if (phrase.not) {
      if (mentionsRequests(near, state.context)) state.statesRequests = true;
      for (const item of noneOf(run)) {
        state.items.push(item);
        if (item.frames[0]?.table === 'applications') state.statesRequests = true;
        settle(state, item.frames);
      }
    } else if (phrase.compared && phrase.change === 'level') {
      state.items.push(changeItem(run, nothing(near[0]!.at, near.at(-1)!.end), phrase, state.last));
    } else if (phrase.columns.length === 1) {
      state.items.push(...outcomeOf(near, phrase, state.items, state.sentence));
    }
    if (!state.counted) mention(state, phrase);
    else if (phrase.sample && state.list) state.list.sample = true;
    if (phrase.part && phrase.ends === 'nothing') state.opened = true;
  }
  state.far = state.counted ? [] : near;
  state.near = [];
  state.counted = false;
}

const speaking = new Set<Token['kind']>([
  ...(['topic', 'verb', 'request', 'carry', 'not', 'level', 'comparison', 'part', 'sample'] as const),
  ...(['year', 'month', 'present', 'years'] as const),
]);

/** Most clauses without a number are of words that say nothing there. */
function says({ kind }: Token): boolean {
  return speaking.has(kind);
}

function mentionsRequests(near: readonly Token[], { thing }: Context): boolean {
  return near.some(({ kind }) => kind === 'request' || (kind === 'verb' && thing === 'applications'));
}

function onQuantity(run: Run, quantity: Quantity, i: number): void {
  const { state, text, reportYear } = run;
  if (state.near.length > 0 && state.near[0]!.at < state.taken) {
    state.near = state.near.filter(({ at }) => at >= state.taken);
  }
  const phrase = readPhrase(state.near, text, reportYear);
  if (leads(state.near) && !state.counted) state.period = phrase.year ?? reportYear;
  else phrase.year ??= state.period;
  if (state.counted && state.separator < 2 && state.before) carryOver(state.before, phrase);
  comparedBefore(state, phrase);
  const changes = phrase.compared || (phrase.change !== undefined && endsInChange(state.near));
  const measures = sharing(quantity);
  const changed = changes ? changedBefore(state, phrase.compared) : undefined;
  if (changes && (measures || phrase.compared || changed)) {
    state.items.push(changeItem(run, quantity, phrase, changed));
  } else if (measures) {
    state.items.push(shareItem(run, quantity, phrase));
  } else {
    countItem(run, quantity, phrase, i);
  }
  state.near = [];
  state.far = [];
  state.counted = true;
  state.opened = false;
  state.before = phrase;
}

/** 与上年相比，新收申请减少5件: the comparison stands in a clause of its own. */
function comparedBefore({ against }: State, phrase: Phrase): void {
  if (against === undefined || phrase.compared || phrase.change === undefined) return;
  phrase.compared = true;
  phrase.comparedWith = against;
}

/** 减少5件，降幅13.9%: the second is about what the first is about. Without 比上年 it must be in the same sentence. */
function changedBefore({ items, last, sentence }: State, compared: boolean): Item | undefined {
  const before = items.at(-1);
  if (!before || (!compared && items.length <= sentence)) return undefined;
  return before.kind === 'change' || before.kind === 'share' ? before : last;
}

/** 公示行政许可55件、行政处罚3件: the verb goes for both. */
function carryOver(before: Phrase, phrase: Phrase): void {
  phrase.publish ||= before.publish;
  phrase.plan ||= before.plan;
  phrase.limit ||= before.limit;
  phrase.scope ||= before.scope;
  phrase.year ??= before.year;
}

function endsInChange(near: readonly Token[]): boolean {
  for (let i = near.length - 1; i >= 0; i--) {
    const { kind } = near[i]!;
    if (kind === 'up' || kind === 'down' || kind === 'level') return true;
    if (kind !== 'filler') return false;
  }
  return false;
}
