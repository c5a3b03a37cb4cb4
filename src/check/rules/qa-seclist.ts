import { notApplicable, type ReportRule } from '../rule.ts';
import { checkSectionList, sectionLists } from '../text/structure.ts';
import { inTexts, quote, textsOf } from '../texts.ts';

const none = notApplicable('没有列出各部分的名称');

export default {
  id: 'QA-SECLIST',
  scope: 'report',
  severity: 'warning',
  title: '列出各部分的，六部分列全',
  source: '国家统一格式的六个部分',
  asks: '开头说明报告由哪几部分组成的，要列全六部分，个数也要写对。名称可以简写。没有列出的不核对。',
  wrong: '本报告由总体情况、主动公开政府信息情况、存在的主要问题及改进情况等五部分组成。',
  right:
    '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。',
  advice: '照格式的六个标题补全；也可以不列。',
  seen: '188份真实报告里，11份没有列全。',
  check: ({ report }) => {
    const lists = new Map(textsOf(report).map(({ section, text }) => [section, sectionLists(text)]));
    if ([...lists.values()].every((list) => list.length === 0)) return none;
    const heading = (key: string) => report.form.sections.find((section) => section.key === key)?.heading;
    const check = (text: string, section: string) => checkSectionList(text, section, lists.get(section));
    return inTexts(report, check, ({ kind, params }, section) =>
      kind === 'list-count'
        ? {
            message: `${section}里写的是${quote(params['found'])}，报告有六部分。`,
            hint: '改成“六部分”。',
          }
        : {
            message: `${section}列出的部分里缺：${(params['missing'] as readonly string[]).map(heading).join('，')}。`,
            hint: '照格式的六个标题补全；也可以不列。',
          },
    );
  },
} satisfies ReportRule as ReportRule;
