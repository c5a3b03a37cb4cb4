import { numbersIn } from '../prose-rules.ts';
import { notApplicable, type ReportRule } from '../rule.ts';

const none = notApplicable('文字里没有表二的数');

export default {
  id: 'TX-T2',
  scope: 'report',
  severity: 'warning',
  title: '文字里的文件、许可、处罚、收费与表二相符',
  source: '国办公开办函〔2021〕30号：总体情况与表二的数据一致',
  asks: '文字写的规章和行政规范性文件的制发、废止、现行有效件数，行政许可、行政处罚、行政强制的决定数，行政事业性收费的金额，要同表二相符。金额可以四舍五入到万元。只说公示、公开了几件的不核对，表二填的是处理决定的数量。',
  wrong: '表二行政许可 259；文字：全年作出行政许可决定258件。',
  right: '表二行政许可 259；文字：全年作出行政许可决定259件。',
  advice: '对照业务台账，改正文字或者表二；文字说的是别的口径（例如网上公示的条数），写明白。',
  seen: '安肃镇、石滩镇、八万镇、渔洋镇的报告在文字里写了表二的数。',
  check: (input) =>
    numbersIn(input, 'TX-T2', none, {
      against: '表二',
      hint: '对照业务台账，改正文字或者表二。',
    }),
} satisfies ReportRule as ReportRule;
