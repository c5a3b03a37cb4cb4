import { valueText } from '../prose/quantity.ts';
import { clauseOf } from '../prose/told.ts';
import { passageOf } from '../prose-rules.ts';
import { fail, notApplicable, pass, type ReportRule, type Verdict } from '../rule.ts';

const none = notApplicable('文字里没有总数和分项');
const partial = notApplicable('分项没有列全');

export default {
  id: 'TX-LIST-SUM',
  scope: 'report',
  severity: 'info',
  title: '文字里“共…，其中…”的分项加得起来',
  source: '加法',
  asks: '文字写“共几件，其中甲几件、乙几件、丙几件”的，分项相加不能多于总数；看来列全了的（差一件或不到十分之一，或者列到“其他”），要等于总数。写“主要是”“等”的，以及明显没有列全的，不核对。',
  wrong: '主动公开信息137条，其中文件101条、动态41条。',
  right: '主动公开信息142条，其中文件101条、动态41条。',
  advice: '逐项核对，改正写错的一项或总数；分项有重复计算的，写明白。',
  seen: '干召庙镇写137条，分项相加是142条；另外约25份报告的分项都对。',
  check: ({ report, prose }) => {
    const { lists } = prose();
    if (lists.length === 0) return none;
    return lists.map((list): Verdict => {
      if (list.verdict === 'adds') return pass;
      if (list.verdict === 'some') return partial;
      return fail(() => ({
        at: passageOf(report, list),
        message: `文字写“${clauseOf(report.sections.get(list.section)!, list)}”，后面的分项相加是 ${valueText(list.sum, list.unit)}：${list.parts.join(' + ')}。`,
        hint: '逐项核对，改正写错的一项或总数；分项有重复计算的，写明白。',
      }));
    });
  },
} satisfies ReportRule as ReportRule;
