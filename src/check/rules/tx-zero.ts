import type { ProseEntry } from '../prose/audit.ts';
import { numbersIn } from '../prose-rules.ts';
import { notApplicable, type ReportInput, type ReportRule } from '../rule.ts';

const none = notApplicable('文字没有说收到或没有收到申请');

export default {
  id: 'TX-ZERO',
  scope: 'report',
  severity: 'error',
  title: '文字说没有收到申请的，表三也没有',
  source: '国办公开办函〔2021〕30号：数据与表格一致',
  asks: '第一部分写明没有收到政府信息公开申请的，表三“一、本年新收”总计是 0；反过来，表三一件申请也没有的，文字不写收到了几件。这两种说法没有哪种口径能使两边都对。照录过去已经公布的报告（source: {published: true}）只作提示；说的可能是别的机关或者全县的，也只作提示。',
  wrong: '表三新收 3；文字：全年未收到政府信息公开申请。',
  right: '表三新收 0；文字：全年未收到政府信息公开申请。',
  advice: '对照登记台账，改正文字或者表三。多半是文字沿用了上一年的，或者表三填漏了。',
  check: (input) =>
    numbersIn(input, 'TX-ZERO', none, {
      against: '表三',
      hint: '对照登记台账，改正文字或者表三；文字沿用上一年的要重写。',
      milder,
    }),
} satisfies ReportRule as ReportRule;

/** A copy of what was published long before; or a number of another organ's, or of the whole county's. */
function milder({ actor }: ProseEntry, words: string, { report, organ }: ReportInput): boolean {
  if (report.transcribed) return true;
  if (organ && [organ.name, organ.fullName].some((name) => words.includes(name))) return false;
  return actor || /全[县区市州省]|[县区市州省](?:人民)?政府/.test(words);
}
