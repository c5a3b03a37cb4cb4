import { numbersIn } from '../prose-rules.ts';
import { notApplicable, type ReportRule } from '../rule.ts';

const none = notApplicable('文字里没有复议和诉讼的件数');

export default {
  id: 'TX-CASES',
  scope: 'report',
  severity: 'warning',
  title: '文字里的复议、诉讼件数与表四相符',
  source: '国办公开办函〔2021〕30号：总体情况与表四的数据一致',
  asks: '文字写的行政复议、行政诉讼件数和结果要同表四相符。诉讼的件数是“未经复议直接起诉”加“复议后起诉”；“均获维持”是说维持的件数等于总数。只说新发生的、已审结的，请在文字里说明白，按那个口径核对。',
  wrong: '表四行政复议总计 170、尚未审结 36；文字：行政复议案件134件。',
  right: '表四行政复议总计 170、尚未审结 36；文字：行政复议案件170件，已审结134件。',
  advice: '对照案件台账，改正文字或者表四；口径不同的在文字里说明白。',
  seen: '宿迁2024年文字134件、57件，表四170件、77件（文字是已审结的）；上海市政府办公厅2019年文字说均获维持，表四有2件复议、1件诉讼尚未审结。',
  check: (input) =>
    numbersIn(input, 'TX-CASES', none, {
      against: '表四',
      hint: '对照案件台账，改正文字或者表四。',
    }),
} satisfies ReportRule as ReportRule;
