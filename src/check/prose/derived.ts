import { besideOf } from './beside.ts';
import { bindPhrase } from './bind.ts';
import { type Item, newItem } from './item.ts';
import { type Phrase, readPhrase } from './phrase.ts';
import type { Quantity } from './quantity.ts';
import { hang, mention, type Run, settle } from './state.ts';

const units = new Set(['%', '‰', '成', '百分点', '个百分点', '倍']);

/** Whether a number measures another one rather than counts things. */
export function sharing({ unit }: Quantity): boolean {
  return units.has(unit);
}

/** 较上年增加7件, 同比增长12%: about the words before the comparison, else about the count before. */
export function changeItem(run: Run, quantity: Quantity, phrase: Phrase, last: Item | undefined): Item {
  const item = newItem('change', quantity);
  item.direction = phrase.change ?? (phrase.compared && !sharing(quantity) ? 'was' : undefined);
  item.why = 'unclear';
  if (phrase.compared && phrase.comparedWith !== run.reportYear - 1) {
    item.why = 'period';
    return item;
  }
  const { context } = run.state;
  const named =
    phrase.rows.length > 0 ||
    phrase.columns.length > 0 ||
    phrase.asked !== undefined ||
    phrase.verbs.length > 0;
  if (named) {
    context.beside = besideOf(run.state);
    const own = bindPhrase(phrase, context, run.reportYear);
    if (own.state === 'bound') {
      item.state = 'bound';
      item.frames = own.frames;
      item.soft = own.soft;
      if (own.open) hang(run.state, item);
      else settle(run.state, own.frames, item);
    } else if (own.state === 'free') item.state = 'free';
    mention(run.state, phrase);
    return item;
  }
  // 申请31件，栏目比上年增加3个: the words before the comparison name something else.
  if (phrase.ends === 'thing' || phrase.rate) item.state = 'free';
  if (!last || phrase.rate || (phrase.ends !== 'nothing' && phrase.ends !== 'topic')) return item;
  item.state = last.state;
  item.frames = last.frames;
  // 由上年的36件减少到31件: what it comes to.
  if (item.direction !== 'was' && !sharing(quantity) && '到至为'.includes(run.text[quantity.offset - 1]!)) {
    item.kind = 'count';
    item.direction = undefined;
    item.soft = last.soft;
    item.chain = last.chain;
    return item;
  }
  item.subject = last.kind === 'count' || last.kind === 'none' ? last : last.subject;
  item.why = last.why;
  item.soft = last.kind === 'change' ? last.soft : undefined;
  return item;
}

/** 占32.9%: about the words before 占 (自然人占64%), else about the count before. What follows 占 is the whole. */
export function shareItem({ state, reportYear, text }: Run, quantity: Quantity, phrase: Phrase): Item {
  const item = newItem('share', quantity);
  item.state = 'free';
  if (!phrase.share || quantity.unit !== '%') return item;
  const { last, context, near } = state;
  const place = near.findIndex(({ kind }) => kind === 'share');
  // 予以公开11件，部分公开3件，合计占46.7%.
  if (/[合共总]计|一共|两项|三项/.test(text.slice(near[0]!.at, near[place]!.at))) {
    item.state = 'unchecked';
    item.why = 'noBase';
    return item;
  }
  const whole = bindPhrase(readPhrase(near.slice(place + 1), text, reportYear), context, reportYear);
  if (whole.state === 'bound') item.base = whole.frames;
  const own = bindPhrase(readPhrase(near.slice(0, place), text, reportYear), context, reportYear);
  if (own.state === 'bound') {
    item.state = 'bound';
    item.frames = own.frames;
    item.list = state.list;
  } else if (own.state !== 'empty' || !last) {
    item.state = 'unchecked';
    item.why = 'noBase';
  } else {
    item.state = last.state;
    item.why = last.why;
    item.frames = last.frames;
    item.subject = last;
    item.list = last.list;
  }
  return item;
}
