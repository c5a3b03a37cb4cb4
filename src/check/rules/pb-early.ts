import { fail, pass, type ReportRule, spot, unknown } from '../rule.ts';

const undated = unknown('没有写公布日期');

export default {
  id: 'PB-EARLY',
  scope: 'report',
  severity: 'warning',
  title: '年度结束以后才公布',
  source: '报告期为1月1日至12月31日（条例第四十九条、第五十条）',
  asks: '公布日期不早于下一年1月1日：一年没有过完，全年的数还定不下来。',
  wrong: '某镇2023年报告：published: 2023-12-30',
  right: '某镇2023年报告：published: 2024-01-15',
  advice: '日期写错的改正（多半是年份）；确实提前公布的，年度结束后按全年的数更正。',
  seen: '有1份在当年12月30日公布。',
  check: ({ report }) => {
    const { published, year } = report;
    if (published === undefined) return undated;
    const first = `${year + 1}-01-01`;
    if (published >= first) return pass;
    return fail(() => ({
      at: spot(report, 'published'),
      message: `${year}年度报告的公布日期是 ${published}，这一年到12月31日才结束。`,
      hint: '日期写错的改正，多半是年份；确实提前公布的，按全年的数更正。',
    }));
  },
} satisfies ReportRule as ReportRule;
