import { type DayParts, type Period, periods, plainDigits } from './dates.ts';
import { found, scan } from './scan.ts';
import { sentenceAround } from './sentences.ts';
import type { Finding, TextPart } from './types.ts';

/**
 * QA-PERIOD: the report covers 1 January to 31 December of its year (art. 50 of the regulation with
 * the notices: figures of the year before). Kinds:
 * - `period-year`: the stated period lies in another year. params: found, year (expected), years (stated)
 * - `period-range`: it does not run from 1 January to 31 December. params: found, year
 * - `malformed-year`: a year that is none: 202020年, 20223年, 2O23年. params: found
 * - `period-missing`: the report states no period at all; no place. params: year
 */
export type PeriodKind = 'period-year' | 'period-range' | 'malformed-year' | 'period-missing';

export function findPeriod(parts: readonly TextPart[], year: number): Finding<PeriodKind>[] {
  const findings: Finding<PeriodKind>[] = [];
  let stated = false;
  for (const { section, text } of parts) {
    const malformed = malformedYears(text);
    findings.push(...malformed.map((finding) => ({ ...finding, section })));
    const reporting = periods(text).filter((period) => isReporting(text, period));
    stated ||= reporting.length > 0 || malformed.length > 0 || statesEnd(text);
    for (const period of reporting) {
      const finding = judge(text, period, year);
      const twice = finding && malformed.some(({ start }) => start >= finding.start && start < finding.end);
      if (finding && !twice) findings.push({ ...finding, section });
    }
  }
  const [first] = parts;
  if (!stated && first) {
    findings.push({
      rule: 'QA-PERIOD',
      kind: 'period-missing',
      section: first.section,
      start: 0,
      end: 0,
      params: { year },
    });
  }
  return findings;
}

/** How reports announce the period of their figures. */
const announced =
  /统计(?:的)?(?:数据)?(?:的)?(?:期限|期间|时间|时段|区间|范围|周期|起止)|所列(?:的)?(?:数据|数字|统计)|(?:数据|数字)(?:的)?(?:统计)?(?:期限|期间|时限|时段|起止|截止|核定|截取)|统计期|报告期/;

/** A whole year, or a period that the sentence calls the one of the figures. */
function isReporting(text: string, { start, end, from, to }: Period): boolean {
  const sentence = sentenceAround(text, start);
  const head = text.slice(sentence.start, start);
  if (/(?:预算|整改|公示|试点|规划|活动|培训|宣传|服务期|有效期|任期)[^，。]{0,8}$/.test(head)) return false;
  const around = head + text.slice(end, sentence.end);
  if (announced.test(around)) return true;
  const wholeYear = isDay(from, 1, 1) && isDay(to, 12, 31);
  return wholeYear && !/(?:相比|同期|上年|去年|较)/.test(around);
}

function judge(
  text: string,
  { start, end, from, to }: Period,
  year: number,
): Finding<PeriodKind> | undefined {
  const years = [from.year, to.year].filter((y) => y !== undefined);
  if (years.some((stated) => stated !== year)) {
    return found('QA-PERIOD', 'period-year', text, { start, end }, { year, years: years.map(String) });
  }
  if (!isDay(from, 1, 1) || !isDay(to, 12, 31)) {
    return found('QA-PERIOD', 'period-range', text, { start, end }, { year });
  }
  return undefined;
}

function isDay(day: DayParts, month: number, dayOfMonth: number): boolean {
  return day.month === month && (day.day ?? dayOfMonth) === dayOfMonth;
}

/** 数据截至2023年12月31日, 统计时间为2023年1-12月, 统计期限为2023年度: no period from day to day, but stated. */
function statesEnd(text: string): boolean {
  if (!announced.test(text)) return false;
  return scan(plainDigits(text), /12月31日?|1\s?[-—–~至到]+\s?12月|\d{4}年度?/g).some(({ start }) => {
    const sentence = sentenceAround(text, start);
    return announced.test(text.slice(sentence.start, sentence.end));
  });
}

function malformedYears(text: string): Finding<PeriodKind>[] {
  const pattern = /2(?<![\d.．,，第〔[].)(?:0\d{3,4}|[0O]{1,2}O\d{1,2}|O\d{2}|0O\d|0\d[OoQl])\s?年(?!历)/g;
  return scan(plainDigits(text), pattern).map((span) =>
    found('QA-PERIOD', 'malformed-year', text, { start: span.start, end: span.end }),
  );
}
