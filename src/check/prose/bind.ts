import type { Item } from './item.ts';
import type { Phrase } from './phrase.ts';
import { type TableKey, type Topic, variant } from './topic.ts';
import { anyAct, documentKinds, otherResult, resultKinds } from './topics.ts';
import {
  applicantKinds,
  otherApplicants,
  otherProcessing,
  outcomeKinds,
  request,
  verbs,
} from './topics-applications.ts';

/** What a number is about: the sum over these rows and columns. Without a column it is the total, or the row's only cell. */
export interface Frame {
  table: TableKey;
  rows: readonly Topic[];
  columns: readonly Topic[];
}

export type Why = keyof typeof reasons;

/** Why a number that speaks of the tables was not held against them. */
export const reasons = {
  period: '说的不是报告年度全年',
  part: '只说其中一部分，表中没有这一部分',
  plan: '说的是打算或要求',
  negated: '在否定的句子里',
  unclear: '看不出说的是表中哪一格',
  loose: '说法不确切',
  hedged: '写的是约数或范围',
  unit: '单位与表中的不同',
  blank: '表中相应的格没有数',
  noLastYear: '没有上年的报告可比',
  noBase: '看不出占的是什么',
  subject: '所比的数本身与表不符',
  carried: '表中的可能是上年未审结的案件',
  elsewhere: '写在第一部分之外，可能只说其中一部分',
} as const;

export type Binding =
  /** `open`: the words leave open what was received or finished; the numbers beside it may tell. */
  | { state: 'bound'; frames: readonly Frame[]; soft?: Why | undefined; open?: boolean }
  | { state: 'free' }
  | { state: 'unchecked'; why: Why }
  /** Nothing in the words says what is counted. */
  | { state: 'empty' };

/** What the sentences before have been about. */
export interface Context {
  /** Whose numbers they were; `free`: something the form does not count. */
  thing: TableKey | 'free' | undefined;
  /** 行政复议, 行政诉讼 last named, and documents or decisions last named. */
  cases: readonly Topic[] | undefined;
  /** The cases last named were part of others (行政诉讼10件，其中复议后起诉6件), or may be others than those of the table. */
  casesUnsure: boolean;
  documents: readonly Topic[] | undefined;
  /** They were named as looked through, of which the table may not have all: 清理规范性文件40件. */
  documentsUnsure: boolean;
  /** 现行有效规章14件、规范性文件148件: what was said of the documents before in the same clause. */
  acts: readonly Topic[] | undefined;
  /** The rows of the whole whose parts are being told. */
  head: readonly Topic[] | undefined;
  headFree: boolean;
  /** The parts before, or what the sentence counted before. */
  siblings: readonly Item[];
  firstSibling: number;
  /** What the count before in the sentence was about; `open` where its words leave that open. */
  beside: TableKey | 'free' | 'open' | undefined;
}

export function bindPhrase(phrase: Phrase, context: Context, reportYear: number): Binding {
  const { rows, columns, verbs: said, asked } = phrase;
  const topical = rows.length > 0 || columns.length > 0 || asked !== undefined;
  // 网上、信函等渠道 are all ways together.
  if (phrase.mode && !phrase.sample && rows.every(({ table }) => table === 'applications'))
    return { state: 'free' };
  if (phrase.ends === 'thing' || phrase.rate) return { state: 'free' };
  if (phrase.ends === 'unknown') {
    if (!topical && said.length === 0) return phrase.rest ? { state: 'empty' } : { state: 'free' };
    const named = rows.length > 0 || asked !== undefined;
    return named ? { state: 'unchecked', why: 'unclear' } : { state: 'free' };
  }
  if (phrase.ends === 'other') return bindOther(context);
  if (phrase.ends === 'publish') {
    return context.thing === 'applications' ? { state: 'unchecked', why: 'loose' } : { state: 'free' };
  }
  if (!topical && said.length === 0) return { state: phrase.limit ? 'free' : 'empty' };
  if (context.headFree && (phrase.part || !said.length)) return { state: 'free' };
  const stopped = stop(phrase, reportYear);
  if (stopped) return { state: 'unchecked', why: stopped };
  const binding = frame(phrase, context);
  if (binding.state !== 'bound') return binding;
  if (phrase.gap || phrase.mixed) binding.soft ??= 'loose';
  if (phrase.scope) binding.soft ??= 'part';
  return binding;
}

/** 其他1件: the other of what stood before it. */
function bindOther({ headFree, siblings: before, firstSibling }: Context): Binding {
  if (headFree) return { state: 'free' };
  const siblings = before.slice(firstSibling);
  const sibling = siblings.at(-1)?.frames[0];
  const frame = sibling && otherBeside(sibling);
  // Or whatever is left: 同意公开11件，其他19件.
  return frame
    ? { state: 'bound', frames: [frame], soft: allNamed(siblings, frame) ? undefined : 'unclear' }
    : { state: 'unchecked', why: 'unclear' };
}

/** Where all others of its kind were named, 其他 is the last one. */
function allNamed(siblings: readonly Item[], { table, columns }: Frame): boolean {
  const axis = columns.length > 0 ? 'columns' : 'rows';
  const named = new Set<string>();
  for (const { frames } of siblings) {
    const [topic, ...others] = frames[0]?.table === table ? frames[0][axis] : [];
    const terms = topic?.readings[0];
    if (terms?.length === 1 && others.length === 0 && topic!.rank !== 3) named.add(terms[0]!);
  }
  const all = table === 'challenges' ? resultKinds : axis === 'rows' ? outcomeKinds : applicantKinds;
  return named.size === all - 1;
}

function otherBeside({ table, rows, columns }: Frame): Frame | undefined {
  if (table === 'applications' && columns.length > 0) return { table, rows, columns: [otherApplicants] };
  if (table === 'applications' && rows[0]!.rank === 4) return { table, rows: [otherProcessing], columns };
  return table === 'challenges' && columns.length > 0 ? { table, rows, columns: [otherResult] } : undefined;
}

function stop(phrase: Phrase, reportYear: number): Why | undefined {
  if (phrase.not) return 'negated';
  if (phrase.plan) return 'plan';
  if (phrase.year !== undefined && phrase.year !== reportYear) return 'period';
  if (phrase.limit) return 'part';
  return undefined;
}

function frame(phrase: Phrase, context: Context): Binding {
  const column = phrase.columns.at(-1);
  const row = phrase.rows.at(-1);
  const table = row?.table ?? (phrase.asked ? 'applications' : column?.table);
  if (table === undefined) return verbOnly(phrase, context);
  // 出台, 维持, 企业 beside rows of another table say nothing about a column.
  const columns = phrase.columns.filter((topic) => topic.table === table);
  if (table === 'applications') return applicationsFrame(phrase, columns, context);
  if (table === 'challenges') return casesFrame(phrase, columns, context);
  return disclosureFrame(phrase, columns, context);
}

/** 办结5件: of what, the context says. */
function verbOnly(phrase: Phrase, context: Context): Binding {
  if (context.thing === 'free') return { state: 'free' };
  if (context.thing === 'challenges' || context.thing === 'disclosure')
    return { state: 'unchecked', why: 'unclear' };
  const binding = applicationsFrame(phrase, [], context);
  // Another organ's counter may have received them: 12345平台受理3200件.
  if (binding.state !== 'bound') return binding;
  if (context.thing === undefined) binding.open = true;
  if (phrase.subject !== 'none') binding.soft = 'unclear';
  return binding;
}

function applicationsFrame(phrase: Phrase, columns: readonly Topic[], context: Context): Binding {
  if (phrase.asked?.bare && phrase.verbs.length === 0 && columns.length === 0 && phrase.rows.length === 0) {
    if (context.thing !== 'applications') return { state: 'unchecked', why: 'unclear' };
  }
  let rows: readonly Topic[] = phrase.rows;
  if (rows.length === 0) rows = phrase.verbs.length > 0 ? [together(phrase)] : [];
  if (rows.length === 0 && columns.length > 0 && phrase.part && context.head?.[0]?.table === 'applications') {
    rows = context.head;
  }
  if (rows.length === 0) rows = [phrase.asked?.topic ?? request];
  // 公民、法人和其他组织: all of them together.
  const everyone = !phrase.each && !phrase.respectively && allApplicants(columns);
  const vague = [...rows, ...columns].some((topic) => topic.loose);
  if (vague && context.thing === 'free') return { state: 'free' };
  // 其中涉及征地的申请: a part the words before it cut out.
  const cut = phrase.subject !== 'none' && (phrase.part || phrase.rest);
  const soft = vague || cut ? 'loose' : undefined;
  const binding = bound('applications', rows, everyone ? [] : columns, phrase, soft);
  if (leftOpen(phrase, rows, context)) binding.open = true;
  return binding;
}

/** 收到申请31件, 结转下年2件: unless 政府信息公开 is said, the words before tell what was applied for. */
function leftOpen(
  { asked, verbs: said, subject, gap }: Phrase,
  rows: readonly Topic[],
  { thing, beside }: Context,
): boolean {
  if (asked?.bare === false) return false;
  if (gap || beside === 'free' || beside === 'open') return true;
  if (rows[0]!.rank === 3)
    return thing === 'free' || thing === 'challenges' || (beside !== undefined && beside !== 'applications');
  if (!asked || thing === 'applications') return false;
  // 新收申请 is what the table calls them.
  const own = thing === undefined && subject === 'none' && said.some(({ verb }) => verb === 'receiveNew');
  return !own;
}

export function allApplicants(columns: readonly Topic[]): boolean {
  return (
    columns.length > 1 && new Set(columns.flatMap(({ readings }) => readings[0]!)).size === applicantKinds
  );
}

/** 受理并答复5件: any lawful reading of either word. */
function together({ verbs: said }: Phrase): Topic {
  const first = said[0]!.topic;
  return said.every(({ topic }) => topic === first) ? first : anyVerb;
}

const anyVerb = variant(verbs.accept, { readings: [...verbs.accept.readings, ...verbs.answer.readings] });

function casesFrame(phrase: Phrase, columns: readonly Topic[], context: Context): Binding {
  const rows = phrase.rows.length > 0 ? phrase.rows : context.cases;
  if (!rows) return { state: 'unchecked', why: 'unclear' };
  const said = phrase.verbs.map(({ verb }) => verb);
  // The table counts what was pending from the year before too, and what is not yet decided; 受理 and 办理 may
  // be said by the organ that decides reviews, of all reviews.
  const vague = phrase.fresh || rows.some((topic) => topic.loose);
  const otherwise = vague || said.some((verb) => verb !== 'receive');
  const unsure = phrase.rows.length === 0 && context.casesUnsure;
  return bound('challenges', rows, columns, phrase, otherwise ? 'loose' : unsure ? 'unclear' : undefined);
}

function disclosureFrame(phrase: Phrase, columns: readonly Topic[], context: Context): Binding {
  const owner = columns.at(-1)?.of;
  const rows = owner ? [owner] : phrase.rows.length > 0 ? phrase.rows : context.documents;
  if (!rows) return context.thing === 'free' ? { state: 'free' } : { state: 'unchecked', why: 'unclear' };
  const unsure = rows === context.documents && context.documentsUnsure && !phrase.part;
  let acts: readonly Topic[] = columns;
  if (acts.length === 0 && rows.every((topic) => documentKinds.some(({ words }) => words === topic.words))) {
    acts = context.acts ?? [anyAct];
  }
  const loose =
    phrase.publish ||
    phrase.verbs.length > 0 ||
    phrase.subject === 'other' ||
    rows.some((topic) => topic.loose);
  return bound(
    'disclosure',
    rows,
    acts,
    phrase,
    loose || acts.some((topic) => topic.loose) ? 'loose' : unsure ? 'unclear' : undefined,
  );
}

function bound(
  table: TableKey,
  rows: readonly Topic[],
  columns: readonly Topic[],
  phrase: Phrase,
  soft: Why | undefined,
): Extract<Binding, { state: 'bound' }> {
  const apart = phrase.each || phrase.respectively;
  const frames = apart ? single(table, rows, columns) : [{ table, rows, columns }];
  return { state: 'bound', frames, soft, open: false };
}

/** One frame for each row and column named. */
export function single(table: TableKey, rows: readonly Topic[], columns: readonly Topic[]): Frame[] {
  return rows.flatMap((row) =>
    columns.length === 0
      ? [{ table, rows: [row], columns: [] }]
      : columns.map((column) => ({ table, rows: [row], columns: [column] })),
  );
}
