import type { Form } from '../../forms/compile.ts';
import { bareStart, besideOf, cutOut, ofAnother, ofLastYear, ofPart, sumBefore } from './beside.ts';
import { type Binding, bindPhrase, type Context, type Frame } from './bind.ts';
import { changeItem } from './derived.ts';
import { isZero } from './exact.ts';
import { expressionsOf } from './expressions.ts';
import { type Item, newItem } from './item.ts';
import { takeIn } from './lists.ts';
import { type Phrase, readPhrase } from './phrase.ts';
import type { Quantity } from './quantity.ts';
import { hang, mention, type Run, type State, settle } from './state.ts';
import { isWord, type Token } from './tokens.ts';

/** A number of things: which, the words before it say, then the clause before, the words after, the list it is in. */
export function countItem(run: Run, quantity: Quantity, phrase: Phrase, i: number): void {
  const { state } = run;
  const { context } = state;
  if (isZero(quantity.value)) phrase.not = false;
  const lastYears = ofLastYear(run, phrase);
  if (lastYears) {
    state.items.push(changeItem(run, quantity, lastYears, state.last));
    return;
  }
  const whole = phrase.part || state.opened ? wholeOf(state) : state.list?.head;
  context.headFree = whole?.state === 'free' && whole.quantity.unit === quantity.unit;
  context.head = whole?.state === 'bound' ? whole.frames.flatMap(({ rows }) => rows) : undefined;
  const before = state.counted && state.separator < 2 ? state.last?.frames[0] : undefined;
  context.acts = before?.table === 'disclosure' && before.columns.length > 0 ? before.columns : undefined;
  context.siblings = state.list?.items ?? state.items;
  context.firstSibling = state.list ? 0 : state.sentence;
  context.beside = besideOf(state);
  if (whole) phrase.part = true;

  const binding = bindingOf(run, quantity, phrase, i);
  const item = countOf(run, quantity, binding, phrase);
  if (binding.state === 'bound' && binding.open && !bareStart(run, phrase, i)) hang(state, item);
  if (countsRequests(item, phrase, context.thing)) state.statesRequests = true;
  state.items.push(item);
  takeIn(state, item, phrase, whole);
  if (ofAnother(item) || ofPart(state, item)) item.soft ??= 'part';
  after(state, item, phrase);
}

/** The number of applications counts as told as soon as something about them is counted. */
function countsRequests(
  { state, frames }: Item,
  { asked, mode, verbs }: Phrase,
  thing: Context['thing'],
): boolean {
  if (asked || (mode && verbs.length > 0) || frames[0]?.table === 'applications') return true;
  return state === 'unchecked' && thing === 'applications';
}

/** 1453件，包括上年结转30件。其中，予以公开…: in a new sentence 其中 goes back to the whole. */
function wholeOf({ last, separator }: State): Item | undefined {
  return separator === 4 ? (last?.list?.head ?? last) : last;
}

function after(state: State, item: Item, phrase: Phrase): void {
  state.last = item;
  state.separator = 0;
  if (item.chain) return;
  if (item.state === 'bound') settle(state, item.frames, item);
  else if (item.state !== 'free') mention(state, phrase);
  else if (item.list?.head.state !== 'bound') state.context.thing = 'free';
}

function bindingOf(run: Run, quantity: Quantity, phrase: Phrase, i: number): Binding {
  const { state, reportYear } = run;
  const waiting = state.waiting.shift();
  if (waiting) return waiting;
  const near = bindPhrase(phrase, state.context, reportYear);
  return distribute(run, withNeighbours(run, quantity, phrase, near, i), phrase, i);
}

function countOf({ form, text }: Run, quantity: Quantity, binding: Binding, phrase: Phrase): Item {
  const item = newItem('count', quantity);
  item.direct =
    phrase.asked?.bare === false && phrase.verbs.length > 0 && phrase.subject !== 'other' && !phrase.part;
  item.actor = phrase.subject !== 'none';
  const frames = binding.state === 'bound' ? binding.frames : [];
  const fits = unitFits(quantity, frames, form);
  if (binding.state === 'free' || fits === 'no') {
    item.state = 'free';
  } else if (binding.state === 'bound') {
    item.state = 'bound';
    item.frames = frames;
    // 一件申请, 两件复议: a certain one or two, not how many there were.
    const certain = quantity.writing === 'hanzi' && quantity.value.whole < 10 && !item.direct;
    const all = frames[0]?.table === 'challenges' && ofAllKinds(quantity, text);
    const doubt = fits === 'hardly' ? 'unit' : certain ? 'loose' : all ? 'part' : undefined;
    item.soft = binding.soft ?? doubt;
  } else item.why = binding.state === 'unchecked' ? binding.why : 'unclear';
  return item;
}

const aboutInformation = /^，?(?:其中)?[^，。；]{0,4}信息公开/;

/** 行政复议案件15件，其中涉及政府信息公开3件: the table has only the three. */
function ofAllKinds({ offset, length }: Quantity, text: string): boolean {
  const end = offset + length;
  return aboutInformation.test(text.slice(end, end + 20));
}

/** Where the words before the number don't say what is counted, the words after it may, or the clause before. */
function withNeighbours(run: Run, quantity: Quantity, phrase: Phrase, binding: Binding, i: number): Binding {
  const { state, text, reportYear } = run;
  const { context } = state;
  const named = phrase.rows.length > 0 || phrase.columns.length > 0 || phrase.asked !== undefined;
  const verbOnly = !named && phrase.verbs.length > 0 && phrase.ends === 'topic';
  if (binding.state !== 'empty' && !verbOnly) return completed(run, binding, phrase, i);
  const right = rightOf(run.tokens, i);
  if (right.length > 0) {
    const following = readPhrase(right, text, reportYear);
    const bound = fromRight(phrase, following, run);
    if (bound) {
      state.taken = right.at(-1)!.end;
      return bound;
    }
    if (following.ends === 'thing' || following.mode || (right[0]!.kind === 'unknown' && verbOnly))
      return { state: 'free' };
  }
  if (binding.state !== 'empty') return binding;
  const sum = sumBefore(run, quantity);
  if (sum) return { state: 'bound', frames: [sum] };
  if (!phrase.rest && !phrase.part && state.far.length > 0) {
    const farther = readPhrase(state.far, text, reportYear);
    farther.year ??= phrase.year;
    const bound: Binding = farther.not ? binding : bindPhrase(farther, context, reportYear);
    if (bound.state !== 'empty') return bound;
  }
  return context.thing === 'free' || context.headFree ? { state: 'free' } : binding;
}

/** 36件政府信息公开申请, 72件顺延到下年度, 1件尚未审结. Only the verbs before the number are said of it. */
function fromRight(phrase: Phrase, following: Phrase, { state, reportYear }: Run): Binding | undefined {
  const named = following.rows.length > 0 || following.columns.length > 0 || following.asked !== undefined;
  if (!named || following.subject !== 'none' || following.ends !== 'topic') return undefined;
  following.verbs = phrase.verbs;
  following.part = phrase.part;
  following.subject = phrase.subject;
  following.year = phrase.year;
  phrase.asked = following.asked;
  const bound = bindPhrase(following, state.context, reportYear);
  if (bound.state === 'bound' && !firm(phrase, following)) bound.soft ??= 'loose';
  return bound;
}

/** 在1件行政复议中, 对3件申请予以公开: single cases, unless a verb, a list or 结转 says how many there were. */
function firm(phrase: Phrase, following: Phrase): boolean {
  if (following.rows[0]?.rank === 3) return true;
  if (phrase.rest || (following.asked && following.rows.length > 0)) return false;
  return phrase.part || phrase.occur || phrase.verbs.length > 0;
}

/** 行政复议2件维持: the outcome after the number belongs to it. */
function completed(run: Run, binding: Binding, phrase: Phrase, i: number): Binding {
  if (binding.state !== 'bound' || phrase.each) return binding;
  const frame = binding.frames[0]!;
  if (frame.table === 'applications' && phrase.asked?.bare !== false && cutOut(run.state))
    return { ...binding, open: true };
  if (frame.table !== 'challenges' || frame.columns.length > 0) return binding;
  const right = rightOf(run.tokens, i);
  // 行政复议2件已办结: perhaps not all there were.
  if (right.some(({ kind }) => kind === 'verb')) {
    return { ...binding, soft: binding.soft ?? 'loose' };
  }
  const [next] = right;
  if (next?.kind !== 'topic') return binding;
  const topic = next.said;
  if (topic.table !== 'challenges' || topic.axis !== 'column') return binding;
  run.state.taken = next.end;
  return { ...binding, frames: [{ ...frame, columns: [topic] }] };
}

const endsRight = new Set<Token['kind']>(['mark', 'and', 'not', 'each', 'share']);

/** The words after a number up to the next pause; none where another number follows them. */
function rightOf(tokens: readonly Token[], i: number): Token[] {
  const right: Token[] = [];
  let named = false;
  for (let j = i + 1; j < i + 9 && j < tokens.length; j++) {
    const token = tokens[j]!;
    const { kind } = token;
    if (kind === 'quantity') return [];
    if (endsRight.has(kind) || (named && !isWord(token))) break;
    named ||= kind === 'topic' || kind === 'request';
    right.push(token);
  }
  return right;
}

/** A、B、C分别为x件、y件、z件: to each its own. */
function distribute(run: Run, binding: Binding, phrase: Phrase, i: number): Binding {
  if (binding.state !== 'bound' || !phrase.respectively || binding.frames.length < 2) return binding;
  let numbers = 1;
  for (let j = i + 1; j < run.tokens.length; j++) {
    const token = run.tokens[j]!;
    if (token.kind === 'quantity') numbers++;
    else if (token.kind === 'mark' ? token.said !== '，' : token.kind !== 'and') break;
  }
  if (numbers !== binding.frames.length) return { state: 'unchecked', why: 'unclear' };
  const [first, ...others] = binding.frames.map((frame): Binding => ({ ...binding, frames: [frame] }));
  run.state.waiting = others;
  return first!;
}

const counts = new Set(['件', '宗', '起', '份', '个', '次', '封', '例', '']);
const loosely = new Set(['条', '项', '批', '人次', '件次', '条次', '部', '篇']);
const persons = new Set(['名', '人', '位']);

/** Whether the unit is one the cells are counted in. What is counted in hours or households is none of theirs. */
function unitFits(quantity: Quantity, frames: readonly Frame[], form: Form): 'yes' | 'hardly' | 'no' {
  const { unit, value } = quantity;
  const money = frames[0]?.table === 'disclosure' && frames.every((frame) => inMoney(frame, form));
  if (unit === '元') return money ? 'yes' : 'no';
  if (money) return value.whole === 0 ? 'yes' : 'no';
  if (counts.has(unit)) return 'yes';
  if (loosely.has(unit)) return 'hardly';
  const applicants = frames.length > 0 && frames.every(({ table }) => table === 'applications');
  return persons.has(unit) && applicants ? 'hardly' : 'no';
}

/** A cell of the form holds an amount: 行政事业性收费, 采购总金额. */
function inMoney(frame: Frame, form: Form): boolean {
  const expressions = expressionsOf(frame, form);
  return (
    expressions.length > 0 &&
    expressions.every(({ parts }) => parts.some(({ cells }) => cells[0]!.kind === 'amount'))
  );
}
