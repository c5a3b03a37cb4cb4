import { numbersIn } from '../prose-rules.ts';
import { notApplicable, type ReportRule } from '../rule.ts';

const none = notApplicable('文字里没有同上年的比较');

export default {
  id: 'TX-PERCHANGE',
  scope: 'series',
  severity: 'info',
  title: '文字里的同比增减与两年的表相符',
  source: '两年报告的数据一致',
  asks: '文字写比上年增加、减少或持平的，用本年和上年两份报告的同一格重算；百分比按所写的小数位四舍五入。没有上年报告的不核对。',
  wrong: '上年新收 36、本年新收 31；文字：收到申请31件，比上年增加5件。',
  right: '上年新收 36、本年新收 31；文字：收到申请31件，比上年减少5件。',
  advice: '对照上年报告重算；上年的数更正过的，以更正后的为准。',
  check: (input) =>
    numbersIn(input, 'TX-PERCHANGE', none, {
      against: '两年的表',
      hint: '对照上年报告重算。',
    }),
} satisfies ReportRule as ReportRule;
