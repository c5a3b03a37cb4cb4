import { sectionAsked } from '../../forms/asks.ts';
import { noText, type ReportRule } from '../rule.ts';
import { checkProblems } from '../text/structure.ts';
import { answers, textAt } from '../texts.ts';

export default {
  id: 'QA-PROBLEMS',
  scope: 'series',
  severity: 'warning',
  title: '第五部分有问题、有改进、有上年问题的下文',
  source: '条例第五十条第一款第（四）项；国办公开办函〔2021〕30号',
  asks: '第五部分既要写存在的问题，也要写改进的办法；有上一年报告的，还要说到上一年问题的改进情况（“针对上一年…”“上年提出的…已经解决”）。没有说到上年问题的，只作说明。',
  wrong: '第五部分：今后将进一步加强政府信息公开工作。（没有写问题。）',
  right:
    '第五部分：存在的问题是栏目更新不及时。上年提出的解读形式单一已有改观，发布图解6篇。下一步每月检查一次栏目。',
  advice: '补写缺少的内容；问题写具体，改进写做法和时间。',
  check: ({ report, previous }) => {
    const section = sectionAsked(report.form, 'problems');
    const text = section ? textAt(report, section.key) : '';
    if (!section || text.trim() === '') return noText;
    return answers(report, checkProblems(text, section.key, previous !== undefined), ({ kind }, name) => {
      switch (kind) {
        case 'problems-missing':
          return { message: `${name}没有写存在的问题。`, hint: '写出一两个具体的问题。' };
        case 'improvements-missing':
          return { message: `${name}没有写怎样改进。`, hint: '对每个问题写出改进的做法和时间。' };
        default:
          return {
            message: `${name}没有说到上一年问题的改进情况。`,
            hint: '写明上一年报告提出的问题解决得怎样。',
            severity: 'info',
          };
      }
    });
  },
} satisfies ReportRule as ReportRule;
