import { chineseNumber } from '../../forms/numerals.ts';
import { needles, occurs } from './needles.ts';
import { scan } from './scan.ts';
import type { Span } from './types.ts';

/** A year named in a text: 2023年, ２０２３年, 二〇二三年. */
export interface YearMention extends Span {
  year: number;
}

/** Full-width digits as plain ones; nothing else changes, so offsets stay. */
export function plainDigits(text: string): string {
  if (!occurs(text, fullWidthDigits)) return text;
  return text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

const fullWidthDigits = needles('０１２３４５６７８９');

const chinese = '[〇零○一二三四五六七八九]';

const chineseCentury = needles(['二〇', '二零', '二○', '一九']);
const chineseYear = new RegExp(`(?<!${chinese})[一二]${chinese}{3}(?=年)`, 'g');

/** Years from 1900 to 2099 written with 年 or 年度; the span covers the year without 年. */
export function yearMentions(text: string): YearMention[] {
  const plain = plainDigits(text);
  const digits = scan(plain, /(?:1(?<!\d.)9|2(?<!\d.)0)\d{2}(?=\s?年)/g).map(({ start, end }) => ({
    start,
    end,
    year: Number(plain.slice(start, end)),
  }));
  const words = scan(plain, chineseYear, chineseCentury).flatMap(({ start, end }) => {
    const year = chineseNumber(plain.slice(start, end).replaceAll('○', '〇'));
    return year !== undefined && year >= 1900 && year < 2100 ? [{ start, end, year }] : [];
  });
  return [...digits, ...words].sort((a, b) => a.start - b.start);
}

/** A period from day to day, as written; a part left out is undefined. */
export interface Period extends Span {
  from: DayParts;
  to: DayParts;
}

export interface DayParts {
  year?: number;
  month: number;
  day?: number;
}

const number = `(?:\\d{1,2}|[一二三四五六七八九十]{1,3})`;
const year = `(?:\\d{3,6}|[一二]${chinese}{3})`;
const day = `(?:(${year})\\s*[年.．/-]\\s*(?:度\\s*)?)?(${number})\\s*[月.．/-]\\s*(?:(${number})\\s*(?:日|号)?)?`;
const period = new RegExp(
  `(?=[\\d一二三四五六七八九十])${day}\\s*(?:零时|0时)?\\s*(?:起|开始)?\\s*[，,]?\\s*(?:至|到|—{1,2}|－|–|-|~|～|截至|截止)+\\s*${day}`,
  'g',
);

/** One of them stands between the numbers of a day. */
const dateSigns = needles('月.．/-');
const joined = /(?:[至到—－–~～-]|截[至止])\s*[\d０-９一二三四五六七八九十]/;

/** Periods such as 2023年1月1日至12月31日, 2023.1.1-2023.12.31. */
export function periods(text: string): Period[] {
  if (!occurs(text, dateSigns) || !joined.test(text)) return [];
  return scan(plainDigits(text), period).flatMap(({ start, end, groups }): Period[] => {
    const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = groups;
    if (fromMonth === undefined || toMonth === undefined) return [];
    // 1.2-3.4 without a year is no period.
    if (!/[年月]/.test(text.slice(start, end)) && (fromYear === undefined || toDay === undefined)) return [];
    const from = dayParts(fromYear, fromMonth, fromDay);
    const to = dayParts(toYear, toMonth, toDay);
    return from && to ? [{ start, end, from, to }] : [];
  });
}

function dayParts(
  yearText: string | undefined,
  monthText: string,
  dayText: string | undefined,
): DayParts | undefined {
  const read = (text: string) =>
    /^\d+$/.test(text) ? Number(text) : chineseNumber(text.replaceAll('○', '〇'));
  const month = read(monthText);
  const year = yearText === undefined ? undefined : read(yearText);
  const day = dayText === undefined ? undefined : read(dayText);
  if (month === undefined) return undefined;
  return {
    month,
    ...(year === undefined ? {} : { year }),
    ...(day === undefined ? {} : { day }),
  };
}

const dayWord = needles('日');
const dateLine = new RegExp(
  `^[^\\S\\n]*(\\d{4}|[一二]${chinese}{3})\\s?年\\s?(${number})\\s?月\\s?(${number})\\s?日[^\\S\\n]*$`,
  'gm',
);

/** A day on a line of its own, as a signed paper ends: 2024年1月15日, 二〇二四年一月十五日. */
export function dateLines(text: string): (Span & { date: string })[] {
  if (!occurs(text, dayWord) || (!text.trimEnd().endsWith('日') && !/日\s*\n/.test(text))) return [];
  return scan(plainDigits(text), dateLine).flatMap(({ start, end, groups }) => {
    const day = dayParts(groups[1], groups[2]!, groups[3]);
    if (day?.year === undefined || day.day === undefined) return [];
    const date = [day.year, day.month, day.day].map((n) => String(n).padStart(2, '0')).join('-');
    const written = text.slice(start, end);
    const from = start + written.length - written.trimStart().length;
    return [{ date, start: from, end: from + written.trim().length }];
  });
}
