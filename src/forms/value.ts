import type { ValueKind } from './edition.ts';
import { chineseNumber } from './numerals.ts';

/** What a cell says instead of a number. Blank is never zero. */
export const absences = ['空', '不适用', '未报', '看不清'] as const;
export type Absence = (typeof absences)[number];

/** A number (件, 项, or 万元) or the word for why there is none. */
export type CellValue = number | Absence;

/** A number whose writing alone is wrong; which number is meant leaves no doubt, or hardly any. */
export type Slip = 'fullWidth' | 'thousands' | 'leadingZeros';

/** Why a text is not a number as the form wants it, and what to write. */
export interface NumberFault {
  why: string;
  write?: string;
  /** The number to write, where the text suggests one. */
  plain?: string;
  /** The kind of miswriting, where there is nothing else wrong with it. */
  slip?: Slip;
}

export type Reading = { value: CellValue } | { fault: 'blank' } | ({ fault: 'number' } & NumberFault);

/** Twelve digits are more than any organ of the country reports, and far below the limit of exact arithmetic. */
export const limit = 1e12;
/** 万元 to the 分. */
const amountDecimals = 6;

/**
 * Reads one cell. `raw` is a number where the source text was its plain decimal writing, and the
 * text itself otherwise (see `source/scalar.ts`), so that 007, 1e3 or １２ are told apart from 7, 1000 and 12.
 */
export function readCell(kind: ValueKind, raw: unknown): Reading {
  if (raw === null || raw === undefined) return { fault: 'blank' };
  if (typeof raw === 'number') return isCount(raw) ? { value: raw } : readNumber(kind, raw);
  if (typeof raw !== 'string') return { fault: 'number', why: '这里要写一个数', write: '写一个数，例如 0。' };
  const text = raw.trim();
  if (text.replace(invisible, '') === '') return { fault: 'blank' };
  if ((absences as readonly string[]).includes(text)) return { value: text as Absence };
  if (kind === 'amount' && /^(0|[1-9]\d*)\.\d+$/.test(text)) return readNumber(kind, Number(text), text);
  return { fault: 'number', ...explain(kind, raw) };
}

/** Whether a value can be summed. */
export function isNumber(value: CellValue | undefined): value is number {
  return typeof value === 'number';
}

/** A number that any kind of cell may hold, as nearly all are. */
function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < limit && !Object.is(value, -0);
}

function readNumber(kind: ValueKind, value: number, text = String(value)): Reading {
  const no = (why: string, write?: string): Reading => ({
    fault: 'number',
    why,
    ...(write ? { write } : {}),
  });
  if (!Number.isFinite(value)) return no('不是数', ask);
  if (Object.is(value, -0)) return no('0 前面不要负号', '写 0。');
  if (kind !== 'change' && value < 0) return no('不能是负数', '核对后写 0 或正数。');
  if (kind !== 'amount' && !Number.isInteger(value)) return no('要写整数，不能有小数', '核对后写整数。');
  if (Math.abs(value) >= limit) return no('数太大，超过十二位', '核对位数和单位。');
  if (/e/.test(text) || (text.split('.')[1] ?? '').length > amountDecimals) {
    return no('小数超过六位，不到一分钱', '以万元为单位，小数最多写六位。');
  }
  if (withoutZeros(text) !== String(value)) return no('位数太多，存不准', '核对位数和单位。');
  return { value };
}

/** 12.50 and 12.00 are as good as 12.5 and 12. */
function withoutZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

const ask = '核对后写阿拉伯数字，例如 0。';

function explain(kind: ValueKind, raw: string): NumberFault {
  const text = raw.replace(invisible, '').trim();
  const half = halfWidth(text);
  if (/^[/\\|—–－\-─·]+$/.test(half) || half === '无' || half === '没有') {
    return { why: '这里要写数，不能用横线、斜线或“无”', write: '没有就写 0；原报告空着的写 空。' };
  }
  const plain = plainNumber(kind, half);
  if (plain !== undefined) {
    const why =
      half !== text
        ? '用了全角数字'
        : text !== raw
          ? '数的前后有多余的空格，或者看不见的字符'
          : '数不要加引号';
    return { why, ...write(plain), ...(half !== text ? { slip: 'fullWidth' as const } : {}) };
  }
  return explainWriting(kind, half) ?? explainWords(kind, text, half) ?? { why: '不是数', write: ask };
}

/** Blanks and marks that come along when text is copied from a web page or Word. */
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/** Groups of three with one kind of separator; 1.234,567 may mean something else. */
const grouped = /^-?\d{1,3}([,'_\s])\d{3}(\1\d{3})*(\.\d+)?$/;

/** Digits that are written in a way the form does not use. */
function explainWriting(kind: ValueKind, half: string): NumberFault | undefined {
  const joined = plainNumber(kind, half.replace(/(\d)[,'_\s](?=\d{3}(?!\d))/g, '$1'));
  if (joined !== undefined) {
    const slip = grouped.test(half) ? { slip: 'thousands' as const } : {};
    return { why: '数里不要加千分位', ...write(joined), ...slip };
  }
  if (/^[+-]?0\d+(\.\d+)?$/.test(half)) {
    return { why: '数的前面多了 0', ...writeAs(kind, Number(half)), slip: 'leadingZeros' };
  }
  if (/^[+-]?[\d.]+[eE][+-]?\d+$/.test(half)) {
    return { why: '不能用科学记数法', ...writeAs(kind, Number(half)) };
  }
  if (/^0[xXoObB][\da-fA-F]+$/.test(half)) return { why: '要写十进制的数', write: ask };
  if (/^\d{4}-\d{1,2}-\d{1,2}/.test(half)) return { why: '这是日期，不是数', write: ask };
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(half)) {
    const reading = readNumber(kind, Number(half), half);
    if ('why' in reading) return reading;
    return { why: '要写整数，不能有小数', ...writeAs(kind, Number(half)) };
  }
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(half)) {
    return { why: '数的写法不规范', ...writeAs(kind, Number(half)) };
  }
  return undefined;
}

/** Numbers in words, or with words beside them. */
function explainWords(kind: ValueKind, text: string, half: string): NumberFault | undefined {
  const chinese = chineseNumber(text);
  if (chinese !== undefined) return { why: '要写阿拉伯数字', ...writeAs(kind, chinese) };
  const counted = /^(-?[\d.]+)\s*(件|条|次|份|项|个|宗|起)$/.exec(half);
  if (counted) return { why: '数后面不要写单位', ...writeAs(kind, Number(counted[1])) };
  const money = /^([\d.]+)\s*(万元|元)$/.exec(half);
  if (money && kind === 'amount') {
    const value = money[2] === '元' ? toWanYuan(money[1]!) : Number(money[1]);
    return { why: '数后面不要写单位，一律以万元计', ...writeAs(kind, value) };
  }
  const note = /^(\d+)\s*[（(](.+)[）)]$/.exec(text);
  if (note) return { why: '说明不能写在数的后面', write: `这里写 ${note[1]}，把“${note[2]}”写到 notes。` };
  return undefined;
}

/** 元 to 万元; money has two decimals, so six are exact. */
function toWanYuan(yuan: string): number {
  return Number((Number(yuan) / 10_000).toFixed(amountDecimals));
}

function writeAs(kind: ValueKind, value: number): Pick<NumberFault, 'write' | 'plain'> {
  const positive = value === 0 ? 0 : value;
  return 'value' in readNumber(kind, positive) ? write(String(positive)) : { write: ask };
}

function write(plain: string): { write: string; plain: string } {
  return { write: `写 ${plain}。`, plain };
}

/** The text if it is the plain decimal writing of a number this kind of cell may hold. */
function plainNumber(kind: ValueKind, text: string): string | undefined {
  const plain = kind === 'amount' ? /^(0|[1-9]\d*)(\.\d+)?$/ : /^-?(0|[1-9]\d*)$/;
  return plain.test(text) && 'value' in readNumber(kind, Number(text), text) ? text : undefined;
}

/** Full-width digits, signs and letters in their half-width form. */
export function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u2212/g, '-')
    .replace(/\u3000/g, ' ');
}
