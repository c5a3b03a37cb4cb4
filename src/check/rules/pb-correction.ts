import { fail, notApplicable, pass, type ReportRule, spot, unknown, type Verdict } from '../rule.ts';

const none = notApplicable('没有更正');
const undated = unknown('没有写公布日期');

export default {
  id: 'PB-CORRECTION',
  scope: 'report',
  severity: 'warning',
  title: '更正在公布之后',
  source: '公布之后改动的数要作更正说明（corrections）',
  asks: '每一条更正的日期都不早于公布日期：公布以前改的数不必作更正，日期早于公布的，多半写错了其中一个。更正前后的值与表里的数是否一致，在读取时核对。公布之后改了数而没有写更正的，一份数据看不出来，用 gouji diff 与上一版比较。',
  wrong: 'published: 2024-01-15；corrections 里 date: 2023-03-01',
  right: 'published: 2024-01-15；corrections 里 date: 2024-03-01',
  advice: '核对两个日期，改正写错的一个。',
  check: ({ report }) => {
    const { corrections = [], published } = report;
    if (corrections.length === 0) return none;
    if (published === undefined) return undated;
    return corrections.map(({ cell, date, index }): Verdict => {
      if (date >= published) return pass;
      const { address, name } = report.form.cellAt.get(cell)!;
      return fail(() => ({
        at: { ...spot(report, 'corrections'), path: ['corrections', index, 'date'] },
        waivedAt: address,
        message: `${name}：更正日期 ${date} 早于公布日期 ${published}。`,
        hint: '核对两个日期；公布以前改的数不必作更正，删去这一条。',
        related: [{ message: `公布日期 ${published}`, at: spot(report, 'published') }],
      }));
    });
  },
} satisfies ReportRule as ReportRule;
