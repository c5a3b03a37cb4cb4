import { sectionAsked } from '../../forms/asks.ts';
import { noText, notApplicable, type ReportRule } from '../rule.ts';
import { checkRemarks } from '../text/structure.ts';
import { answers, textAt } from '../texts.ts';

const earlier = notApplicable('2021年版格式才要求在这一部分报告收费');

export default {
  id: 'QA-SECTION6',
  scope: 'report',
  severity: 'info',
  title: '第六部分说明信息处理费',
  source: '国办公开办函〔2021〕30号：收取信息处理费情况在此处报告；国办函〔2020〕109号',
  asks: '2021年度起，第六部分要说明收取信息处理费的情况：收了的写件数和金额，没有收的写没有收。只写“无”的，读者不知道是没有收费还是没有报告。',
  wrong: '第六部分：无。',
  right: '第六部分：本年度没有收取信息处理费，没有其他需要报告的事项。',
  advice: '补一句收费情况。',
  check: ({ report }) => {
    const section = sectionAsked(report.form, 'fees');
    if (!section) return earlier;
    const text = textAt(report, section.key);
    if (text.trim() === '') return noText;
    return answers(report, checkRemarks(text, section.key), ({ params }, name) => ({
      message: params['bare']
        ? `${name}只写了没有事项，没有说明信息处理费。`
        : `${name}没有说明信息处理费的收取情况。`,
      hint: '没有收取的写：本年度没有收取信息处理费。',
    }));
  },
} satisfies ReportRule as ReportRule;
