import { formForYear } from '../../forms/index.ts';
import { notApplicable, type ReportRule } from '../rule.ts';
import { type CitationKind, citesNotice, findCitations } from '../text/citation.ts';
import { inTexts, quote, textsOf } from '../texts.ts';

const before = notApplicable('这一年度还没有国家统一的格式');
const none = notApplicable('没有引用国务院办公厅的通知');

const wrong: Record<CitationKind, string> = {
  'other-number': '是另一版格式的文号',
  'other-title': '是另一版格式的通知标题',
  'wrong-number': '不是通知的文号',
};

export default {
  id: 'ED-CITE',
  scope: 'report',
  severity: 'warning',
  title: '引用的是本年度适用的通知',
  source: '国办公开办函〔2019〕60号（2019、2020年度）；国办公开办函〔2021〕30号（2021年度起）',
  asks: '说到编制依据的，2019、2020年度引用国办公开办函〔2019〕60号，2021年度起引用国办公开办函〔2021〕30号，文号和标题都要对得上。没有引用通知的不核对；说明旧通知已经废止、不再使用的，不算。',
  wrong:
    '某镇2023年报告：根据《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。',
  right:
    '某镇2023年报告：根据《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制。',
  advice: '照提示的文号和标题改写。',
  seen: '188份真实报告里，12份引用了旧的文号、旧的标题，或者写错发文机关和文号。',
  check: ({ report, forms }) => {
    const due = formForYear(report.year, forms);
    if (!due) return before;
    if (!textsOf(report).some(({ text }) => citesNotice(text))) return none;
    const { number } = due.notice;
    const title = `《${due.notice.title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
    return inTexts(
      report,
      (text) => findCitations(text, due, forms),
      ({ kind, params }, section) => ({
        message: `${section}里的${quote(params['found'])}${wrong[kind]}，${report.year}年度适用的是 ${number}。`,
        hint: `文号写 ${number}，标题写${title}。`,
      }),
    );
  },
} satisfies ReportRule as ReportRule;
