import { fail, notApplicable, pass, type ReportRule, spot, unknown, type Verdict } from '../rule.ts';
import { dateLines } from '../text/dates.ts';
import { sectionName, textsOf } from '../texts.ts';

const none = notApplicable('文字里没有另写落款日期');
const undated = unknown('没有写公布日期');

export default {
  id: 'PB-DATE-SAME',
  scope: 'report',
  severity: 'warning',
  title: '落款日期与公布日期相同',
  source: '同一份报告只有一个公布日期',
  asks: '公布日期写在 published，页面、网页信息和目录都印这一个。文字里另外写了落款日期的（单独一行的“2024年1月15日”），要与它相同。',
  wrong: 'published: 2024-01-15；第六部分末行：2024年2月5日',
  right: 'published: 2024-01-15；第六部分末行：2024年1月15日',
  advice: '核对实际公布的日期，改正写错的一处；落款也可以删去。',
  seen: '有2份，页面上的日期互不相同。',
  check: ({ report }) => {
    const dates = textsOf(report).flatMap(({ section, text }) =>
      dateLines(text).map((date) => ({ section, ...date })),
    );
    if (dates.length === 0) return none;
    const { published } = report;
    if (published === undefined) return undated;
    return dates.map(({ section, date, start, end }): Verdict => {
      if (date === published) return pass;
      return fail(() => ({
        at: spot(report, section, { start, end }),
        message: `${sectionName(report, section)}的落款日期是 ${date}，公布日期写的是 ${published}。`,
        hint: '核对实际公布的日期，改正写错的一处；落款也可以删去。',
        related: [{ message: `公布日期 ${published}`, at: spot(report, 'published') }],
      }));
    });
  },
} satisfies ReportRule as ReportRule;
