import { chineseNumber } from '../../forms/numerals.ts';
import { type Exact, exact, zero } from './exact.ts';
import {
  type Mask,
  maskAtDigit,
  maskAtMark,
  maskChineseYear,
  maskNumbering,
  maskOrdinal,
  maskWord,
} from './masks.ts';
import { type Found, measured, take, takeIf, unitLength } from './measure.ts';
import type { Quantity } from './quantity.ts';

const arabic = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y;
const hanzi = /[〇零一二两三四五六七八九十百千万亿]+/y;
const startsHanzi = '〇零一二两三四五六七八九十百千万';
const perHundred = /百分之([〇零一二两三四五六七八九十百]+|\d+)(?:[.点]([〇零一二三四五六七八九\d]+))?/y;
const range = /[-—–－~～至到]+/y;
/** 统一 唯一 之一 每一件 进一步 无一起: after these, 一 does not count. */
const boundBefore = '统同唯之逐单专不划每某任这那哪进第几数上无';
/** Words with a numeral in them that count nothing. */
const idiom =
  /一次性|二次|一件事|一条龙|一对一|一张网|一个窗口|一项一|一起(?=推|抓|谋|部|研|安|落|纳|下|考|检|来|做|参)|一类|一批|一定|两个维护|两个确立|[三四五]位一体|三项制度|八项规定|四个意识|三个年头/y;

/** Reads what number, if any, begins at an offset; offsets must be asked for in rising order. */
export function createScanner(text: string): (at: number) => Found | undefined {
  let quoted = false;
  return (at) => {
    const char = text[at]!;
    switch (char) {
      case '“':
      case '”':
      case '\n':
        quoted = char === '“';
        return undefined;
      case '第':
        return masked(maskOrdinal(text, at));
      case '《':
      case '〔':
      case '［':
      case '[':
      case '【':
        return masked(maskAtMark(text, at));
      case '（':
        return masked(maskAtMark(text, at) ?? maskNumbering(text, at));
    }
    if (char >= '0' && char <= '9') return numbering(text, at) ?? digitsAt(text, at);
    if ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z')) return masked(maskWord(text, at));
    if (!startsHanzi.includes(char)) return undefined;
    // “三公”, “一网通办”: names in quotation marks.
    return numbering(text, at) ?? (quoted ? undefined : inWords(text, at, char));
  };
}

function inWords(text: string, at: number, char: string): Found | undefined {
  return (char === '百' ? percentInWords(text, at) : undefined) ?? hanziAt(text, at);
}

function masked(mask: Mask | undefined): Found | undefined {
  return mask && { mask };
}

function numbering(text: string, at: number): Found | undefined {
  const starts = at === 0 || '。；\n-'.includes(text[at - 1]!);
  return starts ? masked(maskNumbering(text, at)) : undefined;
}

function digitsAt(text: string, at: number): Found | undefined {
  let run = at + 1;
  while (isDigit(text.charCodeAt(run))) run++;
  const mask = maskAtDigit(text, at, run);
  if (mask) return { mask };
  const goesOn = text[run] === ',' || text[run] === '.';
  const digits = goesOn ? take(arabic, text, at)! : text.slice(at, run);
  let end = at + digits.length;
  const value = exact(plainDigits(digits));
  if (!value) return { mask: { end } };
  // 5G, 3D: the letters belong to it.
  const letters = text.charCodeAt(end) < 0x80 ? maskWord(text, end) : undefined;
  if (letters) return { mask: letters };
  let to: Exact | undefined;
  const dash = takeIf('-—–－~～至到', range, text, end);
  const upper = dash && take(arabic, text, end + dash.length);
  if (dash && upper) {
    to = exact(plainDigits(upper));
    end += dash.length + upper.length;
  }
  const point = digits.indexOf('.');
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  return measured(text, { at, end, value, to, decimals, form: 'digits' });
}

function plainDigits(digits: string): string {
  return digits.includes(',') ? digits.replaceAll(',', '') : digits;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function hanziAt(text: string, at: number): Found {
  const year = maskChineseYear(text, at);
  if (year) return { mask: year };
  const numerals = take(hanzi, text, at)!;
  const end = at + numerals.length;
  const before = text[at - 1] ?? '';
  if (before !== '' && boundBefore.includes(before)) return { mask: { end: end + unitLength(text, end) } };
  // 三五件, 七八个: two digits side by side mean about so many.
  const loose = /^[一二两三四五六七八九]{2,}$/.test(numerals) || take(idiom, text, at) !== undefined;
  // 百余件, 近千条: the 一 is left out.
  const rounded = /^[百千万]$/.test(numerals) && (/[余多]/.test(text[end] ?? '') || /[近约]/.test(before));
  const value = loose ? undefined : chineseNumber(rounded ? `一${numerals}` : numerals);
  if (value === undefined) return { mask: { end } };
  const digits = {
    at,
    end,
    value: { whole: value, scale: 0 },
    to: undefined,
    decimals: 0,
    form: 'hanzi',
  } as const;
  const found = measured(text, digits);
  if (found) return found;
  // 均为零。
  const none = value === 0 && '为是'.includes(before || '-') && '，。；）\n'.includes(text[end] ?? '\n');
  return none ? { quantity: plain(at, 1, zero, '', 0) } : { mask: { end } };
}

/** 百分之三十, 百分之十二点五. */
function percentInWords(text: string, at: number): Found | undefined {
  perHundred.lastIndex = at;
  const found = perHundred.exec(text);
  if (!found) return undefined;
  const whole = /\d/.test(found[1]!) ? found[1]! : String(chineseNumber(found[1]!) ?? '');
  const decimals = [...(found[2] ?? '')]
    .map((char) => (/\d/.test(char) ? char : chineseNumber(char)))
    .join('');
  const value = exact(decimals === '' ? whole : `${whole}.${decimals}`);
  return value && { quantity: plain(at, found[0].length, value, '%', -decimals.length || 0) };
}

function plain(offset: number, length: number, value: Exact, unit: string, precision: number): Quantity {
  return { offset, length, value, unit, writing: 'hanzi', precision, to: undefined, hedge: undefined };
}
