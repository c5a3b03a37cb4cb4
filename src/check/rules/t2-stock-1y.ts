import { besides, rowAt, sumOf } from '../cells.ts';
import {
  fail,
  noNumber,
  notApplicable,
  otherEdition,
  pass,
  type ReportRule,
  spot,
  type Verdict,
} from '../rule.ts';
import { movement, stockOf, stockRows } from './t2-stock.ts';

const byStock = notApplicable('有上一年的数，已按 T2-STOCK 核对');

export default {
  id: 'T2-STOCK-1Y',
  scope: 'report',
  severity: 'warning',
  title: '现行有效件数不少于本年制发减废止',
  source: '表二各栏的含义',
  asks: '没有上一年的数可以接续时，规章和行政规范性文件的“现行有效件数”不少于“本年制发件数”减“本年废止件数”：本年制发而没有废止的，年底应当有效。',
  wrong: '制发 3，废止 1，现行有效 1。',
  right: '制发 3，废止 1，现行有效 2。',
  advice: '对照文件清单核对三格；因修订、当年失效而少的，在 notes 里写明。',
  seen: '真实数据里没有不符的。',
  protects: (form) => stockRows(form).flatMap((row) => row.cells),
  check: ({ report, previous }) => {
    const rows = stockRows(report.form);
    if (rows.length === 0) return otherEdition;
    return rows.map((row): Verdict => {
      const lastRow = previous && rowAt(previous.form, row.address);
      if (lastRow && sumOf(previous, [stockOf(lastRow)]) !== undefined) return byStock;
      const moved = movement(report, row);
      if (!moved) return noNumber;
      const { issued, repealed, now } = moved;
      if (now >= issued - repealed) return pass;
      const at = stockOf(row)!;
      return fail(() => ({
        at: spot(report, at.address),
        message: `${at.name}：写的是 ${now}，而本年制发 ${issued} 减本年废止 ${repealed} 是 ${issued - repealed}，现行有效的不应当更少。`,
        hint: '对照文件清单核对；因修订、当年失效而少的，在 notes 里写明。',
        left: now,
        right: issued - repealed,
        related: besides(report, row, at),
      }));
    });
  },
} satisfies ReportRule as ReportRule;
