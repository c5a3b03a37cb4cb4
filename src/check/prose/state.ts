import type { Form } from '../../forms/compile.ts';
import type { Binding, Context, Frame } from './bind.ts';
import type { Item, List, Separator } from './item.ts';
import type { Phrase } from './phrase.ts';
import type { Token } from './tokens.ts';
import type { Topic } from './topic.ts';

/** What is known while a text is read from left to right. */
export interface State {
  items: Item[];
  lists: List[];
  context: Context;
  /** Words since the last number or the start of the clause, and the clause before if it had no number. */
  near: Token[];
  far: Token[];
  /** Words up to here belong to the number before them: 8件维持、3件纠正. */
  taken: number;
  /** The clause has had a number. */
  counted: boolean;
  /** The last count, whose share, change or parts may follow. */
  last: Item | undefined;
  list: List | undefined;
  /** A bracket, a colon or 其中 has just opened after a number. */
  opened: boolean;
  separator: Separator;
  /** The year the sentence began with. */
  period: number | undefined;
  /** 与上年相比，: the year that the sentence compares with. */
  against: number | undefined;
  /** 分别为: the frames still to be given a number each. */
  waiting: Binding[];
  /** What was said of the number before. */
  before: Phrase | undefined;
  /** Pauses in the line so far; a line without any is a heading. */
  pauses: number;
  /** Where the sentence's items begin. */
  sentence: number;
  outer: Outer[];
  statesRequests: boolean;
}

/** What goes on after a bracket closes. */
interface Outer {
  near: Token[];
  far: Token[];
  counted: boolean;
  last: Item | undefined;
  list: List | undefined;
  separator: Separator;
}

/** A text being read. */
export interface Run {
  tokens: readonly Token[];
  text: string;
  form: Form;
  reportYear: number;
  state: State;
}

export function newState(): State {
  return {
    items: [],
    lists: [],
    context: {
      thing: undefined,
      cases: undefined,
      casesUnsure: false,
      documents: undefined,
      documentsUnsure: false,
      acts: undefined,
      head: undefined,
      headFree: false,
      siblings: [],
      firstSibling: 0,
      beside: undefined,
    },
    near: [],
    far: [],
    taken: 0,
    counted: false,
    last: undefined,
    list: undefined,
    opened: false,
    separator: 0,
    period: undefined,
    against: undefined,
    waiting: [],
    before: undefined,
    pauses: 0,
    sentence: 0,
    outer: [],
    statesRequests: false,
  };
}

/** Words without a number still say what is being spoken of. */
export function mention(state: State, phrase: Phrase): void {
  const table =
    phrase.rows.at(-1)?.table ?? (phrase.asked && !phrase.asked.bare ? 'applications' : undefined);
  if (table) state.context.thing = table;
  else if (phrase.ends === 'thing' && phrase.verbs.length > 0) state.context.thing = 'free';
  remember(state.context, phrase.rows, false, phrase.limit);
}

/** Ties an item to those before it that leave open the same. */
export function hang({ last }: State, item: Item): void {
  item.chain = last?.chain ?? { items: [], sure: false };
  item.chain.items.push(item);
}

/** What a number was about is what the next one may leave unsaid. */
export function settle(state: State, frames: readonly Frame[], item?: Item): void {
  const { context } = state;
  for (const { table, rows } of frames) {
    context.thing = table;
    const part = item?.list?.head.frames[0]?.table === table && rows !== context.cases;
    const unsure = part || item?.soft !== undefined || (context.casesUnsure && rows === context.cases);
    remember(context, rows, unsure, context.documentsUnsure && rows === context.documents);
  }
}

function remember(context: Context, rows: readonly Topic[], unsure: boolean, limit: boolean): void {
  const table = rows.at(-1)?.table;
  if (table === 'challenges') {
    context.casesUnsure = unsure;
    context.cases = rows;
  }
  if (table === 'disclosure') {
    context.documentsUnsure = limit;
    context.documents = rows;
  }
}

/** The year at the head of a clause holds until the sentence ends; so does 近三年, “十四五”期间. */
export function leads([first, second]: readonly Token[]): boolean {
  return first?.kind === 'years' || leading(first) || leading(second);
}

function leading(token: Token | undefined): boolean {
  if (!token) return false;
  const { kind } = token;
  return kind === 'year' || kind === 'month' || kind === 'present';
}
