import type { ReportRule } from '../rule.ts';
import { findStaleYears, type StaleYearKind } from '../text/years.ts';
import { inTexts, isInTitle, quote } from '../texts.ts';

const what: Record<StaleYearKind, string> = {
  'report-title': '说的是本报告',
  'past-year': '说的是本年做的事',
  'past-date': '是本年数字的截止日期',
  'past-plan': '说的是今后的打算',
  'past-outline': '是本年工作的依据',
  'next-year': '说的是已经做的事',
};

export default {
  id: 'QA-STALE-YEAR',
  scope: 'report',
  severity: 'warning',
  title: '没有上一年留下的年份',
  source: '合理性核对：照上一年的报告改写时容易漏改',
  asks: '只指出当作报告年度使用的其他年份：“现将2022年…报告如下”、句首的“2022年，我镇共公开…”、“截至2021年底”的数、上一年的工作要点。与上年比较、文件名和文号、历史情况、下一年的打算，都不算。',
  wrong: '2023年报告：2022年，我镇共公开政府信息176条。',
  right: '2023年报告：2023年，我镇共公开政府信息176条，比2022年增加12条。',
  advice: '漏改的改成本年度，同时核对这句话里的数是不是也没有改；确实说的是那一年的不必改。',
  seen: '188份真实报告里有8份。',
  check: ({ report }) =>
    inTexts(
      report,
      (text, section) =>
        findStaleYears(text, report.year).filter((finding) => !isInTitle(report, section, finding)),
      ({ kind, params }, section) => ({
        message: `${section}里的${quote(params['found'])}${what[kind]}，这是${report.year}年的报告。`,
        hint: `漏改的改成${params['expected']}年，并核对这句话里的数。`,
      }),
    ),
} satisfies ReportRule as ReportRule;
