import { type YearMention, yearMentions } from './dates.ts';
import { needles } from './needles.ts';
import { scan } from './scan.ts';
import type { Span } from './types.ts';

/** A line that is the title of a report: 清河镇人民政府2023年政府信息公开工作年度报告. */
export interface TitleLine extends Span {
  years: readonly YearMention[];
  /** What stands before the year and the words of the title, and its place; the organ, where one is named. */
  organ: Span & { text: string };
}

const reportWords = needles(['年度报告', '年报', '报告\n']);
const titleWords =
  /^[^\S\n]*[#*]*[^\S\n]*(?:关于)?(?=[^\n]{8,60}$)([^\n，。；：、]*?)(?:关于)?(?:(?:19|20|２０)[\d０-９]{2}\s?年|[一二][〇零○一二三四五六七八九]{3}年)?(?:度)?(?:政府|政务)信息公开[^\n，。；：、]*(?:年度报告|年报|报告)[*\s]*$/gm;

/** The titles that stand in a text on a line of their own. */
export function titleLines(text: string): TitleLine[] {
  return scan(text, titleWords, reportWords).map(({ start, end, groups }) => {
    const line = text.slice(start, end);
    const organ = groups[1]!.trim();
    const at = start + line.indexOf(organ);
    const years = yearMentions(line).map((year) => ({
      year: year.year,
      start: start + year.start,
      end: start + year.end,
    }));
    return { start, end, years, organ: { start: at, end: at + organ.length, text: organ } };
  });
}
