import type { Period, Token } from './tokens.ts';
import { type Topic, variant } from './topic.ts';
import { carriedForward, carriedOver, granted, partiallyGranted } from './topics-applications.ts';
import type { Asked, SaidVerb } from './vocabulary.ts';

/** What a run of words before (or after) a number says about it, context left aside. */
export interface Phrase {
  rows: readonly Topic[];
  columns: readonly Topic[];
  verbs: readonly SaidVerb[];
  /** 政府信息公开申请 by name, or just 申请. */
  asked: Asked | undefined;
  /** The last word that says what is counted. */
  ends: 'nothing' | 'topic' | 'thing' | 'unknown' | 'other' | 'publish';
  /** Words not known before the first word that is: the name of an organ that acts, or anything else. */
  subject: 'none' | 'organ' | 'other';
  /** Words not known stand between or after those that are. */
  gap: boolean;
  /** Topics of two tables are mixed. */
  mixed: boolean;
  mode: boolean;
  limit: boolean;
  scope: boolean;
  publish: boolean;
  plan: boolean;
  not: boolean;
  part: boolean;
  rest: boolean;
  sample: boolean;
  each: boolean;
  respectively: boolean;
  share: boolean;
  rate: boolean;
  /** 年末, 年底. */
  end: boolean;
  /** 发生, 引起: something came about; 新的: in this year. */
  occur: boolean;
  fresh: boolean;
  compared: boolean;
  comparedWith: number | undefined;
  /** 增加, 减少 or 持平 as the last thing said. */
  change: 'up' | 'down' | 'level' | undefined;
  /** The year spoken of, where one is named; a part of a year is 0. */
  year: number | undefined;
}

/** 结转3件: from last year or into the next, the words don't say. */
export const carried = variant(carriedForward, {
  readings: [['carriedForward'], ['carriedOver']],
  words: [],
  loose: true,
});

/** Endings of organs' names: 示例镇, 县自然资源局, 区政府办公室. They say who acts. */
const organ = /(?:[^查督交转承主协经举]办|[镇乡局委厅省市县区处站所院校])$|街道|政府|中心|公室|园区|[系本]统/;

const nothing: readonly never[] = [];

export function readPhrase(tokens: readonly Token[], text: string, reportYear: number): Phrase {
  const phrase: Phrase = {
    rows: nothing,
    columns: nothing,
    verbs: nothing,
    ends: 'nothing',
    subject: 'none',
    gap: false,
    mixed: false,
    mode: false,
    limit: false,
    scope: false,
    publish: false,
    plan: false,
    not: false,
    part: false,
    rest: false,
    sample: false,
    each: false,
    respectively: false,
    share: false,
    rate: false,
    end: false,
    occur: false,
    fresh: false,
    compared: false,
    comparedWith: undefined,
    asked: undefined,
    change: undefined,
    year: undefined,
  };
  let joined = false;
  let named = false;
  let carry: Token | undefined;
  let strangers = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    // Not to be asked for outside of the array, which is many times slower.
    const before = i > 0 ? tokens[i - 1] : undefined;
    switch (token.kind) {
      case 'filler':
      case 'mark':
      case 'quantity':
        continue;
      case 'unknown':
        joined = false;
        phrase.ends = 'unknown';
        // 各县（市、区）: others, if many.
        if (before?.kind === 'each') phrase.limit = true;
        if (named) phrase.gap = true;
        else {
          phrase.subject = 'other';
          strangers = i + 1;
        }
        continue;
      case 'year':
        if (carry && passing(before, tokens[i - 2]) === carry && token.said.year === reportYear + 1)
          addTopic(phrase, carriedForward, false);
        else spoken(phrase, inPart(token.said) ? 0 : token.said.year);
        continue;
      case 'month':
        phrase.year = inPart(token.said) ? 0 : phrase.year || reportYear;
        continue;
      case 'comparison':
        phrase.compared = true;
        phrase.comparedWith = token.said.year ?? reportYear - 1;
        continue;
      case 'topic':
        if (isOther(before)) phrase.limit = true;
        addTopic(phrase, token.said, joined);
        named = true;
        joined = false;
        continue;
      case 'verb':
        phrase.verbs = [...phrase.verbs, token.said];
        if (phrase.ends !== 'topic') phrase.ends = 'topic';
        named = true;
        continue;
      case 'request':
        if (isOther(before)) phrase.limit = true;
        addRequest(phrase, token.said, before);
        named = true;
        continue;
      case 'and':
        joined = true;
        continue;
      case 'thing':
        phrase.ends = 'thing';
        named = true;
        joined = false;
        continue;
      case 'matter':
        if (phrase.rows.length + phrase.columns.length === 0) phrase.ends = 'unknown';
        continue;
      case 'other':
        phrase.ends = 'other';
        continue;
      case 'publish':
        if (besideOutcome(tokens, i) && text.slice(token.at, token.end) === '公开') {
          addTopic(phrase, granted, joined);
          named = true;
          joined = false;
          continue;
        }
        phrase.publish = true;
        phrase.ends = 'publish';
        continue;
      case 'past':
        phrase.year = reportYear - 1;
        continue;
      case 'present':
        phrase.year = reportYear;
        continue;
      case 'years':
        phrase.year = 0;
        continue;
      case 'up':
      case 'down':
      case 'level':
        phrase.change = token.kind;
        continue;
      case 'carry':
        carry = token;
        if (before?.kind === 'year' && before.said.year === reportYear - 1) {
          phrase.year = undefined;
          addTopic(phrase, carriedOver, false);
        } else if (passing(tokens[i + 1], tokens[i + 2])?.kind !== 'year') {
          addTopic(phrase, carried, false);
        }
        named = true;
        continue;
      default:
        phrase[token.kind] = true;
    }
  }
  if (named && strangers > 0 && tokens.slice(0, strangers).every((token) => isOrgan(token, text))) {
    phrase.subject = 'organ';
  }
  return phrase;
}

/** 结转到2024年: the word that says nothing is passed over. */
function passing(token: Token | undefined, beyond: Token | undefined): Token | undefined {
  return token?.kind === 'filler' ? beyond : token;
}

/** Among the words before the first that is known. */
function isOrgan({ kind, at, end }: Token, text: string): boolean {
  return kind !== 'unknown' || organ.test(text.slice(at, end));
}

/** 公开和部分公开: what was made public of what was applied for. */
function besideOutcome(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 2];
  return (
    tokens[i + 1]?.kind === 'and' && next?.kind === 'topic' && next.said.words === partiallyGranted.words
  );
}

/** 其他政府信息公开申请: other than those told of before. */
function isOther(token: Token | undefined): boolean {
  return token?.kind === 'other';
}

/** January to some month is not the year. */
function inPart({ month = 12 }: Period): boolean {
  return month < 12;
}

/** 2021年至2023年 is no one year; 2023年1月1日至2023年12月31日 is. */
function spoken(phrase: Phrase, year: number): void {
  phrase.year = phrase.year && phrase.year !== year ? 0 : year;
}

/** 不予公开 and 部分公开 joined by 和 stand together; otherwise the more particular word, or the later one, counts. */
function addTopic(phrase: Phrase, topic: Topic, joined: boolean): void {
  const axis = topic.axis === 'row' ? 'rows' : 'columns';
  const list = phrase[axis];
  const last = list.at(-1);
  phrase.ends = 'topic';
  if (last && joined && last.table === topic.table) {
    // 尚在办理、结转下年度: one and the same.
    if (last.readings === topic.readings) phrase[axis] = [...list.slice(0, -1), topic];
    else if (!list.includes(topic)) phrase[axis] = [...list, topic];
  } else if (!last || last.table !== topic.table || topic.rank >= last.rank) {
    if (last && last.table !== topic.table) phrase.mixed = true;
    phrase[axis] = [topic];
  }
  if (topic.axis === 'row' && phrase.asked && topic.table !== 'applications') phrase.asked = undefined;
}

function addRequest(phrase: Phrase, asked: Asked, before: Token | undefined): void {
  const owner = phrase.rows.at(-1);
  if (asked.bare) {
    // 复议申请, 许可申请, 救助申请: not an application for information.
    if (phrase.ends === 'topic' && owner && owner.table !== 'applications') return;
    if (before?.kind === 'unknown' || phrase.ends === 'thing') {
      phrase.gap = true;
      return;
    }
    phrase.asked ??= asked;
  } else {
    if (owner && owner.table !== 'applications') {
      phrase.rows = nothing;
      phrase.mixed = true;
    }
    phrase.asked = asked;
  }
  phrase.ends = 'topic';
}
