import { type Exact, shifted } from './exact.ts';
import type { Mask } from './masks.ts';
import type { Hedge, Quantity } from './quantity.ts';

export type Found = { quantity: Quantity } | { mask: Mask };

/** The digits of a number, before what follows them is read. */
export interface Digits {
  at: number;
  end: number;
  value: Exact;
  to: Exact | undefined;
  decimals: number;
  form: 'digits' | 'hanzi';
}

const units =
  /个百分点|百分点|%|‰|人次|件次|条次|场次|次|个工作日|工作日|个自然日|个小时|小时|分钟|个月|平方米|公里|元|件|条|份|篇|个|名|人|项|宗|起|期|封|部|张|册|处|块|台|家|户|类|种|例|则|幅|辆|页|卷|字|分|天|日|年|倍|位|批|轮|本|套|组|届|成|场|米|亩|周|级|步/y;
/** After 汉字 numerals only what is plainly a measure: 十分, 一年, 三级, 统一部署 are words. */
const plainUnits =
  /人次|件次|条次|场次|次|个工作日|个月|元|件|条|份|篇|个|名|人|项|宗|起|期|封|张|册|处|块|台|家|户|类|种|例|页|卷|天|日|位|批|轮|套|场|成|倍|%/y;
const multiplier = /十万|百万|千万|百亿|千亿|万亿|亿|万|千|百/y;
const places: Record<string, number> = {
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};
const afterUnit = /以上|左右|以内|以下|上下|不等/y;
const notCounts = new Set(['年', '级']);

/** Multiplier, hedges and unit after the digits; without a unit only where the clause stops or a share follows. */
export function measured(text: string, digits: Digits): Found | undefined {
  const { at, form } = digits;
  let { end } = digits;
  let more = isMore(text[end]);
  if (more) end++;
  const times = form === 'digits' ? takeIf('十百千万亿', multiplier, text, end) : undefined;
  end += times?.length ?? 0;
  if (!more && isMore(text[end])) {
    more = true;
    end++;
  }
  const unit = unitAt(form === 'digits' ? units : plainUnits, text, end);
  if (unit === '' && (form === 'hanzi' || times || !endsBare(text, at, end))) {
    return form === 'digits' ? { mask: { end } } : undefined;
  }
  end += unit.length;
  const shift = times ? places[times]! : 0;
  const value = shifted(digits.value, shift);
  if (!value || notCounts.has(unit)) return { mask: { end } };
  const after = takeIf('以左上不', afterUnit, text, end);
  return {
    quantity: {
      offset: at,
      length: end + (after?.length ?? 0) - at,
      value,
      to: digits.to && shifted(digits.to, shift),
      unit,
      writing: times ? 'multiplied' : form,
      hedge: hedgeAfter(after) ?? (more ? 'more' : hedgeBefore(text, at)),
      precision: shift - digits.decimals,
    },
  };
}

/** The commonest measures are seen without a pattern. */
function unitAt(pattern: RegExp, text: string, at: number): string {
  const char = text[at];
  if (char === undefined) return '';
  return '件条份项'.includes(char) && text[at + 1] !== '次' ? char : (take(pattern, text, at) ?? '');
}

/** How many characters of a unit stand here. */
export function unitLength(text: string, at: number): number {
  return take(plainUnits, text, at)?.length ?? 0;
}

function isMore(char: string | undefined): boolean {
  return char === '余' || char === '多' || char === '几';
}

function hedgeAfter(words: string | undefined): Hedge | undefined {
  if (!words) return undefined;
  return words === '以上' ? 'more' : words === '以内' || words === '以下' ? 'less' : 'about';
}

const approximately =
  /(?:大约|大概|将近|接近|不足|不到|超过|多达|至少|不少于|不低于|不超过|近|约|超|逾)(?:为|有)?$/;

function hedgeBefore(text: string, at: number): Hedge | undefined {
  if (at === 0 || !'约概近足到过达少于低超逾为有'.includes(text[at - 1]!)) return undefined;
  const found = approximately.exec(text.slice(Math.max(0, at - 4), at))?.[0];
  if (!found) return undefined;
  if (/不足|不到|不超过/.test(found)) return 'less';
  return /超|逾|至少|不少于|不低于|多达/.test(found) ? 'more' : 'about';
}

const stops = '，。；、）\n占';
/** 编号, 第, 电话, 邮编: what follows is no count. */
const labels = '编号码第话真';
const numerals = '0123456789〇零一二两三四五六七八九十百';

/** 部分公开67，占4.61%: a bare number counts where the words before it name what is counted and the clause ends. */
function endsBare(text: string, at: number, end: number): boolean {
  const next = text[end];
  const before = text[at - 1];
  if (before === undefined || (next !== undefined && !stops.includes(next))) return false;
  return /[\u4e00-\u9fff]/.test(before) && !numerals.includes(before) && !labels.includes(before);
}

export function take(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The same where one of these characters stands; most often none does. */
export function takeIf(chars: string, pattern: RegExp, text: string, at: number): string | undefined {
  const char = text[at];
  return char !== undefined && chars.includes(char) ? take(pattern, text, at) : undefined;
}
