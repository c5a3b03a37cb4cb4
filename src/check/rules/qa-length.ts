import { overviewOf } from '../../forms/asks.ts';
import { noText, type ReportRule } from '../rule.ts';
import { checkLength } from '../text/structure.ts';
import { answers, textAt } from '../texts.ts';

export default {
  id: 'QA-LENGTH',
  scope: 'report',
  severity: 'warning',
  title: '总体情况详略适当',
  source: '武政办发〔2025〕54号：总体情况原则上不超过1000字；下限是本站的设置',
  asks: '第一部分的字数在界限以内：默认不少于 100 字，不超过 1000 字（limits.overviewLength）。空白和 Markdown 记号不计，标点、字母、数字各算一字。',
  wrong: '第一部分：我镇认真做好政府信息公开工作。',
  right: '第一部分分五个方面各写一段，共 600 字。',
  advice: '太长的删去一般性的论述，保留数字和做法；太短的补写五个方面的情况。',
  check: ({ report }, { limits }) => {
    const section = overviewOf(report.form);
    const text = section ? textAt(report, section.key) : '';
    if (!section || text.trim() === '') return noText;
    const parts = section.asks?.map((part) => part.name) ?? [];
    return answers(
      report,
      checkLength(text, section.key, limits.overviewLength),
      ({ kind, params }, name) => {
        const { count, limit } = params;
        return kind === 'too-long'
          ? {
              message: `${name}有 ${count}字，超过 ${limit}字。`,
              hint: '删去一般性的论述，保留数字和做法。',
            }
          : {
              message: `${name}只有 ${count}字，不到 ${limit}字。`,
              hint: parts.length > 0 ? `分${parts.join('、')}几个方面补写。` : '补写本年的做法和数字。',
            };
      },
    );
  },
} satisfies ReportRule as ReportRule;
