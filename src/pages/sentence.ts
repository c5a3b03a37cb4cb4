import { evaluate } from '../check/sums.ts';
import type { Absence, CellValue } from '../forms/value.ts';
import { figure, type KeyFigure, type OrganEntry, type ReportEntry } from '../model/site.ts';
import type { Report } from '../reports/report.ts';

/** `示例县城关镇2023年政府信息公开工作年度报告`, in the parts between which a line may break. */
export function reportTitle({ organ, report }: ReportEntry): string[] {
  return [organ.organ.fullName, `${report.year}年`, '政府信息公开工作', '年度报告'];
}

/** What happened, in one or two sentences, true of every cell. */
export function reportSentence({ organ, report }: ReportEntry): string {
  const who = `${organ.organ.name}${report.year}年`;
  if (report.values.every((value) => value === 0)) {
    return `${who}没有收到政府信息公开申请，也没有上年结转；没有行政复议和行政诉讼。报告中的数都是0。`;
  }
  const say = (verb: string, key: KeyFigure) => `${verb}${amount(figure(report, key))}`;
  const applications = [
    say('新收政府信息公开申请', 'newReceived'),
    say('上年结转', 'carriedOver'),
    say('办结', 'handled'),
    say('结转下年度', 'carriedForward'),
  ].join('，');
  const review = figure(report, 'review');
  const lawsuits = add(figure(report, 'litigationDirect'), figure(report, 'litigationAfterReview'));
  const cases =
    review === 0 && lawsuits === 0
      ? '没有行政复议和行政诉讼'
      : `行政复议${amount(review)}，行政诉讼${amount(lawsuits)}`;
  return `${who}${applications}；${cases}。`;
}

/** `3件`, or the word for a number that is not there. */
export function amount(value: CellValue | undefined, unit = '件'): string {
  if (typeof value === 'number') return `${value}${unit}`;
  return value === undefined ? '本版格式没有这一项' : absent(value);
}

/** A number as it is, or the word for one that is not there. */
export function printed(value: CellValue): string {
  return typeof value === 'number' ? String(value) : absent(value);
}

/** As it is printed: a blank must be seen. */
export function absent(word: Absence): string {
  return word === '空' ? '（空）' : word;
}

/** Their sum; the first that is no number stands for all. */
export function add(...values: (CellValue | undefined)[]): CellValue | undefined {
  let sum = 0;
  for (const value of values) {
    if (typeof value !== 'number') return value;
    sum += value;
  }
  return sum;
}

/** How the checks came out, in few words; the same on every page that lists reports. Only superseded figures fail. */
export function checkState({ form, values }: Report): {
  kind: 'ok' | 'unknown' | 'fail';
  text: string;
} {
  const count = { pass: 0, fail: 0, unknown: 0 };
  const sums = evaluate(form, values);
  for (const { outcome } of sums) count[outcome]++;
  if (count.pass === sums.length) return { kind: 'ok', text: `勾稽${count.pass}条全部相符` };
  const fail = count.fail > 0 ? `，${count.fail}条不相符` : '';
  const unknown = count.unknown > 0 ? `，${count.unknown}条不能核对` : '';
  return { kind: fail ? 'fail' : 'unknown', text: `${count.pass}条相符${fail}${unknown}` };
}

/** Years between the first and the last report that have none. */
export function missingYears({ reports }: OrganEntry): number[] {
  const years = reports.map(({ report }) => report.year);
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (year) => !years.includes(year),
  );
}

/** 2024-01-15 as 2024年1月15日. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
