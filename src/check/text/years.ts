import { type YearMention, yearMentions } from './dates.ts';
import { after, before, found } from './scan.ts';
import { clauseAround, sentenceAround } from './sentences.ts';
import type { Finding } from './types.ts';

/**
 * QA-STALE-YEAR: other years where they make no sense. A year is only reported where the text uses it
 * as the year it reports on; every other use is taken for right. Kinds:
 * - `report-title`: 现将2022年政府信息公开工作…报告如下 in the report of 2023
 * - `past-year`: an earlier year at the head of a sentence that tells what was done
 * - `past-date`: 截至2021年底 for a figure of 2023
 * - `past-plan`: 2022年，我镇将… as a plan in the report of 2023
 * - `past-outline`: last year's 政务公开工作要点 as this year's basis
 * - `next-year`: 2024年共公开… as done, in the report of 2023
 * params: found, year (named), expected
 */
export type StaleYearKind =
  | 'report-title'
  | 'past-year'
  | 'past-date'
  | 'past-plan'
  | 'past-outline'
  | 'next-year';

export function findStaleYears(text: string, year: number): Finding<StaleYearKind>[] {
  const findings: Finding<StaleYearKind>[] = [];
  for (const mention of yearMentions(text)) {
    if (mention.year === year) continue;
    const kind = isTitle(text, mention)
      ? 'report-title'
      : mention.year < year
        ? pastKind(text, mention, year)
        : nextKind(text, mention);
    if (kind === undefined) continue;
    const { start, end } = mention;
    const expected = kind === 'past-plan' ? year + 1 : year;
    const span = { start, end: text[end] === '年' ? end + 1 : end };
    findings.push(found('QA-STALE-YEAR', kind, text, span, { year: mention.year, expected }));
  }
  return findings;
}

/** The year of the report itself: in the sentence that opens it, or in its title on a line of its own. */
function isTitle(text: string, { start, end }: YearMention): boolean {
  const rest = text.slice(end, end + 40);
  if (
    !/^\s?年(?:度)?[^，。；、《》]{0,12}(?:政府|政务)信息公开(?:工作)?(?:情况)?(?:年度报告|年报|报告)/.test(
      rest,
    )
  )
    return false;
  if (/^[^，。；]{0,32}(?:报告|年报)》?(?:中|里|所|指出|提出|列|反映|公布的|提到|显示)/.test(rest))
    return false;
  const sentence = sentenceAround(text, start);
  const head = text.slice(sentence.start, start);
  if (
    /^[\s#*]*[㐀-鿿]{0,20}$/.test(head) &&
    /^[^\n，。；]{0,32}(?:报告|年报)[\s*]*(?:\n|$)/.test(text.slice(end, end + 48))
  ) {
    return true;
  }
  return (
    /(?:现将|现公布|公布|编制|发布|形成|特向社会公布)[^，。；]{0,24}$/.test(head) &&
    !/(?:上一?年|去年|较|比)/.test(head)
  );
}

/** Words that say why an earlier year is named. */
const comparing =
  /(?:较|(?<!评|对)比(?!赛|例)|上年|上一年|去年|往年|历年|近[两三五二0-9几]|以来|增加|增长|减少|下降|上升|持平|连续|[年月日]起|开始|始于|结转|遗留|延续|此前|原(?!则|因|文)|曾)/;
const historic =
  /(?:成立|设立|组建|建成|建立的|创建|撤并|合并|改制|挂牌|启用|投入使用|(?:印发|制定|出台|修订|修正|颁布|公布|发布|签订|受理|申请|提出|审议通过|通过|实施|施行)(?:的|了|《|施行|实施)|立案|问题|整改|不足|报告(?:中|里|所|指出|提出|列))/;

function pastKind(text: string, mention: YearMention, year: number): StaleYearKind | undefined {
  const { start, end } = mention;
  if (inTitle(text, start)) return isOldOutline(text, mention) ? 'past-outline' : undefined;
  if (inBrackets(text, start) || isRange(text, mention)) return undefined;
  const sentence = sentenceAround(text, start);
  const rest = text.slice(end, sentence.end);
  const others = text.slice(sentence.start, start) + rest;
  if (comparing.test(others) || others.includes(`${year}年`)) return undefined;
  if (before(text, start, /(?:截至|截止)到?$/, 6)) {
    return /^\s?年(?:底|末|12月)[^。；]*\d/.test(rest) ? 'past-date' : undefined;
  }
  if (isHead(text, start) && unsolved.test(rest) && !/(?:已|整改|解决|完成)/.test(rest)) return 'past-year';
  if (historic.test(others)) return undefined;
  if (before(text, start, /(?:结合|总结|梳理)(?:[本我全][镇乡县区市局]|[本我]街道)?$/, 6)) {
    const own = /^\s?年(?:度)?[^，。；]{0,8}(?:实际|情况|政府信息公开|政务公开)/;
    return own.test(rest) ? 'past-year' : undefined;
  }
  if (!isHead(text, start)) return undefined;
  if (/^\s?年(?:度)?[^，。]{0,12}，?[^，。；]{0,16}(?:将(?!.{0,12}[公上])|计划|打算|准备)/.test(rest))
    return 'past-plan';
  if (
    !/^\s?年(?:度|全年|期间|以来|，|,|[^底末初前后\d、—-]{0,14}(?:共|收到|受理|主动公开|公开|办理|未|没有|制定|制发|发布|始终|坚持|认真|严格|高度重视|围绕))/.test(
      rest,
    )
  ) {
    return undefined;
  }
  return done.test(rest) ? 'past-year' : undefined;
}

/** 2022年，工作取得成效，但仍存在不足: section five of last year's report. */
const unsolved = /^\s?年(?:度)?[^。；]{0,48}(?:但是?[仍还也]|仍然?存在|还存在|存在一些|存在以下)/;

/** What a report tells of its own year. */
const done =
  /(?:共|累计|收到|受理|主动公开|公开(?:各类|政府|政务)?信息|发布|办结|答复|制发|制定|废止|收取|未发生|没有发生|召开|开展|组织|坚持|认真|严格|高度重视|围绕|扎实|深入|推进|以习近平|完成|按照)/;

function nextKind(text: string, mention: YearMention): StaleYearKind | undefined {
  const { start, end } = mention;
  if (inTitle(text, start) || inBrackets(text, start) || isRange(text, mention)) return undefined;
  const sentence = sentenceAround(text, start);
  const whole = text.slice(sentence.start, sentence.end);
  if (!isHead(text, start)) return undefined;
  if (
    /(?:将|计划|拟|打算|准备|争取|力争|目标|继续|今后|下一步|下一年|新的一年|进一步|要|应|着力|重点|着重|加强|加大|提升|强化|优化|完善|健全|年度?前|为止|底前|以前)/.test(
      whole,
    )
  ) {
    return undefined;
  }
  const rest = text.slice(end, sentence.end);
  const counted =
    /(?:共|累计|收到|受理|主动公开|发布|办结|答复|制发)[^，。；]{0,24}\d+\s?(?:件|条|次|份|篇|期)/;
  return counted.test(rest) ? 'next-year' : undefined;
}

/** At the head of a sentence, after no more than a number, a heading or one short clause. */
function isHead(text: string, start: number): boolean {
  const head = text.slice(sentenceAround(text, start).start, start);
  return /^[\s*#>-]*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．是]*)?\s*(?:[㐀-鿿]{2,16}[：:，,\s]+)?在?\s*$/.test(
    head,
  );
}

/** 《…2021年…》 names a document. */
function inTitle(text: string, at: number): boolean {
  const open = Math.max(text.lastIndexOf('《', at), text.lastIndexOf('〈', at));
  if (open < 0) return false;
  const close = Math.max(text.lastIndexOf('》', at), text.lastIndexOf('〉', at));
  return close < open;
}

/** 〔2021〕30号, and remarks in brackets such as （2019年修订）. */
function inBrackets(text: string, at: number): boolean {
  const sentence = sentenceAround(text, at);
  const head = text.slice(sentence.start, at);
  return /[〔[［（(][^〕\]］）)]*$/.test(head);
}

/** 2021—2025年, 2021年至2023年, 2020年和2021年. */
function isRange(text: string, { start, end }: YearMention): boolean {
  return before(text, start, yearBefore) || after(text, end, yearAfter);
}

const dash = '(?:—+|-|－|–|~|～|至|到|、|和|与|及)';
const yearBefore = new RegExp(`(?:19|20)\\d{2}年?度?\\s?${dash}\\s?$`);
const yearAfter = new RegExp(`^\\s?年?度?\\s?${dash}\\s?(?:19|20)\\d{2}`);

/** 《2021年政务公开工作要点》 is the basis of the work of 2021 alone. */
function isOldOutline(text: string, { start, end }: YearMention): boolean {
  const rest = text.slice(end, end + 40);
  if (!/^\s?年(?:度)?[^》]{0,20}(?:政务公开|信息公开)[^》]{0,8}(?:工作)?(?:要点|安排|任务分工)/.test(rest))
    return false;
  const clause = clauseAround(text, start);
  const sentence = sentenceAround(text, start);
  const head = text.slice(clause.start, start);
  return (
    /(?:根据|按照|依据|贯彻|落实|对照|围绕|印发|制定|结合)/.test(head) &&
    !comparing.test(text.slice(sentence.start, start))
  );
}
