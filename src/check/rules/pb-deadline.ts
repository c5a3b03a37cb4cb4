import { levels } from '../../reports/organ.ts';
import { deadlineOf } from '../coverage.ts';
import { daysBetween } from '../days.ts';
import { fail, noOrgan, pass, type ReportRule, spot, unknown } from '../rule.ts';

const undated = unknown('没有写公布日期');

export default {
  id: 'PB-DEADLINE',
  scope: 'report',
  severity: 'warning',
  title: '在期限以前公布',
  source:
    '条例第四十九条：县级以上政府部门1月31日以前，县级以上政府信息公开工作主管部门3月31日以前；乡镇、街道未列，依当地通知',
  asks: '公布日期不晚于本层级的期限。默认乡镇、街道、部门为下一年1月31日，县级以上政府为3月31日；当地另有规定的，在 data/site.yaml 的 settings.deadlines 里改。',
  wrong: '某镇2023年报告：published: 2024-03-26',
  right: '某镇2023年报告：published: 2024-01-26',
  advice: '日期写错的改正；确实迟了的，下一年提前安排，原因可以写说明（waivers），格写 published。',
  seen: '84份写明日期的乡镇、街道、部门报告里，10份过了1月31日。',
  check: ({ report, organ }, settings) => {
    const { published, year } = report;
    if (published === undefined) return undated;
    if (!organ) return noOrgan;
    const deadline = deadlineOf(organ.level, year, settings);
    if (published <= deadline) return pass;
    return fail(() => ({
      at: spot(report, 'published'),
      message: `${year}年度报告在 ${published} 公布，${levels[organ.level]}的期限是 ${deadline}，迟了 ${daysBetween(deadline, published)} 天。`,
      hint: '日期写错的改正；当地期限不同的，在 data/site.yaml 的 settings.deadlines 里写明。',
    }));
  },
} satisfies ReportRule as ReportRule;
