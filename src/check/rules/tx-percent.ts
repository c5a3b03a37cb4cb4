import { numbersIn } from '../prose-rules.ts';
import { notApplicable, type ReportRule } from '../rule.ts';

const none = notApplicable('文字里没有占比');

export default {
  id: 'TX-PERCENT',
  scope: 'report',
  severity: 'info',
  title: '文字里的占比算得出来',
  source: '四舍五入的算术',
  asks: '文字写“占百分之几”的，用文字的件数和表里的数重算，按所写的小数位四舍五入。总数可以是文字列出的总数、表三的新收、新收加上年结转、办结总计，有一种算得出来就算相符。',
  wrong: '表三予以公开 275、办结总计 805；文字：予以公开275件，占33.9%。',
  right: '表三予以公开 275、办结总计 805；文字：予以公开275件，占34.2%。',
  advice: '重算占比，写明占的是什么。',
  seen: '上海市政府办公厅2019年的33.9%，258/805 和 275/805 都算不出来；2025年的五个占比都对。',
  check: (input) =>
    numbersIn(input, 'TX-PERCENT', none, {
      against: '表和文字的件数',
      hint: '重算占比，写明占的是什么。',
    }),
} satisfies ReportRule as ReportRule;
