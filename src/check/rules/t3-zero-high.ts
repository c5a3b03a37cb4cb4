import { keyCells } from '../../forms/key-cells.ts';
import { cellOf, numberAt, rowsUnder, sumOf } from '../cells.ts';
import {
  fail,
  noNumber,
  notApplicable,
  otherEdition,
  pass,
  type ReportInput,
  type ReportRule,
  spot,
  type Verdict,
} from '../rule.ts';

const few = notApplicable('办结的申请很少');
const nothing = notApplicable('没有收到申请，也没有结转');

export default {
  id: 'T3-ZERO-HIGH',
  scope: 'report',
  severity: 'info',
  title: '办理结果的分布合乎常情',
  source: '合理性核对；答复期限见条例第三十三条',
  asks: '两种少见的情形请人看一眼：办结的申请全部归在“（四）无法提供”和“（五）不予处理”；“四、结转下年度继续办理”多于“一、本年新收”（有的申请拖过了整整一年，而答复期限是20个工作日，最多再延长20个工作日）。办结件数不到界限（limits.allRefused，默认 5）的，不看第一种。',
  wrong: '新收 2，上年结转 3，总计 1，结转下年度 4。',
  right: '新收 4，上年结转 3，总计 5，结转下年度 2。',
  advice: '对照登记台账看是否归错了行；属实的不必改，可以在第三部分之后加注释说明。',
  check: (input, settings) => [refused(input, settings.limits.allRefused), stuck(input)],
} satisfies ReportRule as ReportRule;

/** All that was handled was either not held or not processed. */
function refused({ report }: ReportInput, fewest: number): Verdict {
  const { form } = report;
  const at = form.cellAt.get(keyCells.handled);
  const rows = ['applications.unable', 'applications.notProcessed'].flatMap((key) => rowsUnder(form, key));
  if (!at || rows.length === 0) return otherEdition;
  const total = sumOf(report, [at]);
  const none = sumOf(
    report,
    rows.map((row) => cellOf(row, 'total')),
  );
  if (total === undefined || none === undefined) return noNumber;
  if (total < fewest) return few;
  if (total !== none) return pass;
  return fail(() => ({
    at: spot(report, at.address),
    message: `${at.name}：办结的 ${total} 件全部归在“无法提供”和“不予处理”，没有一件公开、部分公开、不予公开或作其他处理。`,
    hint: '对照登记台账看是否归错了行；属实的不必改。',
  }));
}

/** More left over than came in: something has waited for more than a year. */
function stuck({ report }: ReportInput): Verdict {
  const at = report.form.cellAt.get(keyCells.carriedForward);
  if (!at) return otherEdition;
  const received = numberAt(report, keyCells.newReceived);
  const carried = numberAt(report, keyCells.carriedOver);
  const left = sumOf(report, [at]);
  if (received === undefined || carried === undefined || left === undefined) return noNumber;
  if (received + carried + left === 0) return nothing;
  if (left <= received) return pass;
  return fail(() => ({
    at: spot(report, at.address),
    message: `${at.name}：结转下年度 ${left} 件，多于本年新收的 ${received} 件，就是说有申请拖过了一整年。`,
    hint: '对照登记台账核对；属实的不必改。',
    left,
    right: received,
    related: [
      { message: `本年新收 ${received}`, at: spot(report, keyCells.newReceived) },
      { message: `上年结转 ${carried}`, at: spot(report, keyCells.carriedOver) },
    ],
  }));
}
