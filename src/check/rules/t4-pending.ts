import { cellOf, inYear, rowAt, rowsUnder, sumOf } from '../cells.ts';
import {
  fail,
  noNumber,
  noPrevious,
  notApplicable,
  otherEdition,
  pass,
  type ReportRule,
  spot,
  type Verdict,
} from '../rule.ts';

const none = notApplicable('上一年没有尚未审结的');

export default {
  id: 'T4-PENDING',
  scope: 'series',
  severity: 'info',
  title: '上一年尚未审结的案件有下落',
  source: '合理性核对；表四“尚未审结”的含义',
  asks: '上一年报告里有“尚未审结”，本年同一类的各格却全是 0，请人看一眼：上一年留下的案件，本年或者有了结果，或者仍未审结。有的地方只统计本年新发生的案件，那就不必改。',
  wrong: '2022年行政复议尚未审结 2；2023年行政复议各格都是 0。',
  right: '2022年行政复议尚未审结 2；2023年行政复议结果维持 2，总计 2。',
  advice: '查上一年未结案件的结果，补进本年；只统计新发生案件的，可以加注释写明。',
  check: ({ report, previous }) =>
    rowsUnder(report.form, 'challenges').map((row): Verdict => {
      if (!previous) return noPrevious;
      const before = rowAt(previous.form, row.address);
      const pending = before && cellOf(before, 'pending');
      if (!pending) return otherEdition;
      const open = sumOf(previous, [pending]);
      const all = sumOf(report, row.cells);
      if (open === undefined || all === undefined) return noNumber;
      if (open === 0) return none;
      if (all > 0) return pass;
      const at = cellOf(row, 'total') ?? row.cells[0]!;
      return fail(() => ({
        at: spot(report, at.address),
        message: `${row.name}：上一年尚未审结 ${open} 件，本年各格都是 0，看不出这些案件的结果。`,
        hint: '查上一年未结案件的结果；只统计本年新发生案件的，不必改。',
        related: [inYear(previous, pending)],
      }));
    }),
} satisfies ReportRule as ReportRule;
