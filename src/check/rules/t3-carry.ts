import { carryOver } from '../../forms/carry-over.ts';
import { isNumber } from '../../forms/value.ts';
import type { Report } from '../../reports/report.ts';
import { cellOf, cellsOf, inYear, rowAt } from '../cells.ts';
import {
  fail,
  noNumber,
  noPrevious,
  otherEdition,
  pass,
  type ReportRule,
  spot,
  type Verdict,
} from '../rule.ts';

const { from: out, to: into } = carryOver;

export default {
  id: 'T3-CARRY',
  scope: 'series',
  severity: 'error',
  title: '上年结转等于上一年报告的结转下年度',
  source: '表三“二、上年结转政府信息公开申请数量”的含义',
  asks: '表三每一列，“二、上年结转”等于上一年报告同一列的“四、结转下年度继续办理”。上一年的报告对表三作过更正的，只作提示：两年的报告可能依据更正前后不同的数。',
  wrong: '2022年报告：自然人结转下年度 3；2023年报告：自然人上年结转 2。',
  right: '2022年报告：自然人结转下年度 3；2023年报告：自然人上年结转 3。',
  advice: '对照登记台账，改正写错的一年；上一年已经公布的，按更正办理（corrections）。',
  seen: '2组连续两年的真实数据（宿迁2023、2024年，洪泽2023、2024年），七列都相符。',
  protects: (form) => cellsOf(form, into, out),
  check: ({ report, previous }) => {
    const row = rowAt(report.form, into);
    if (!row) return otherEdition;
    const lastRow = previous && rowAt(previous.form, out);
    return row.cells.map((cell): Verdict => {
      if (!previous) return noPrevious;
      const before = lastRow && cellOf(lastRow, cell.column!);
      if (!before) return otherEdition;
      const now = report.values[cell.index];
      const then = previous.values[before.index];
      if (!isNumber(now) || !isNumber(then)) return noNumber;
      if (now === then) return pass;
      return fail(() => ({
        at: spot(report, cell.address),
        message: `${cell.name}：写的是 ${now}，${previous.year}年报告同一列的“${before.rowName}”是 ${then}，相差 ${Math.abs(now - then)}。`,
        hint: '两年的数应当相等。对照登记台账，改正写错的一年；上一年已经公布的，按更正办理。',
        ...(corrected(previous) ? { severity: 'warning' } : {}),
        left: now,
        right: then,
        related: [inYear(previous, before)],
      }));
    });
  },
} satisfies ReportRule as ReportRule;

/** Whether table three was corrected after publication, so that two states of it are about. */
function corrected(report: Report): boolean {
  const [table] = out.split('.');
  return report.corrections?.some(({ cell }) => cell.startsWith(`${table}.`)) ?? false;
}
