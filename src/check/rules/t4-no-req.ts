import { keyCells } from '../../forms/key-cells.ts';
import type { Report } from '../../reports/report.ts';
import { cellOf, rowsUnder, sumOf } from '../cells.ts';
import {
  fail,
  noNumber,
  noPrevious,
  notApplicable,
  otherEdition,
  pass,
  type ReportRule,
  spot,
} from '../rule.ts';

const none = notApplicable('没有复议和诉讼');
const received = [keyCells.newReceived, keyCells.carriedOver];

/** What could have been reviewed: new and carried over. Undefined where a number is missing. */
function applications(report: Report): number | undefined {
  return sumOf(
    report,
    received.map((address) => report.form.cellAt.get(address)),
  );
}

export default {
  id: 'T4-NO-REQ',
  scope: 'series',
  severity: 'warning',
  title: '有复议、诉讼的，近两年有申请',
  source: '合理性核对；表四的标题',
  asks: '表四有案件，而本年和上一年都没有收到申请，也没有结转的，多半是填错了表：表四只计因政府信息公开引起的复议和诉讼，其他案件不填。',
  wrong: '2022、2023年都没有申请；2023年行政复议总计 3。',
  right: '2022、2023年都没有申请；2023年表四各格都是 0。',
  advice: '核对案件是不是因信息公开引起的；属实的（例如几年前的申请）不必改，可以加注释说明。',
  check: ({ report, previous }) => {
    const totals = rowsUnder(report.form, 'challenges').map((row) => cellOf(row, 'total'));
    if (totals.length === 0) return otherEdition;
    const cases = sumOf(report, totals);
    if (cases === undefined) return noNumber;
    if (cases === 0) return none;
    const now = applications(report);
    if (now !== undefined && now > 0) return pass;
    if (!previous) return noPrevious;
    const then = applications(previous);
    if (then !== undefined && then > 0) return pass;
    if (now === undefined || then === undefined) return noNumber;
    const at = totals.find((cell) => cell && report.values[cell.index] !== 0)!;
    return fail(() => ({
      at: spot(report, at.address),
      message: `${at.name}：表四共有 ${cases} 件，而${previous.year}、${report.year}两年都没有申请。`,
      hint: '表四只计因政府信息公开引起的复议和诉讼，其他案件不填。',
      related: [previous, report].map((of) => ({
        message: `${of.year}年报告 本年新收 0`,
        at: spot(of, received[0]!),
      })),
    }));
  },
} satisfies ReportRule as ReportRule;
