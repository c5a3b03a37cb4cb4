import { sectionAsked } from '../../forms/asks.ts';
import { isNumber } from '../../forms/value.ts';
import { cellsOf } from '../cells.ts';
import { fail, noNumber, notApplicable, otherEdition, pass, type ReportRule, spot } from '../rule.ts';
import { textAt } from '../texts.ts';

const unpaid = 'applications.other.feeUnpaid';
const none = notApplicable('没有因逾期不缴费而结束的申请');
const fee = /信息处理费|收费|缴费|交费|费用|收取[^。；]{0,12}费/;

export default {
  id: 'T3-FEE-LINK',
  scope: 'report',
  severity: 'warning',
  title: '有逾期不缴费的，第六部分说明收费',
  source: '国办函〔2020〕109号；国办公开办函〔2021〕30号：收取信息处理费的情况在第六部分报告',
  asks: '表三“申请人逾期未按收费通知要求缴纳费用”大于 0，就是发过收费通知，第六部分要说到信息处理费。',
  wrong: '逾期未缴费 2；第六部分：无。',
  right: '逾期未缴费 2；第六部分：发出信息处理费收费通知3件，收取100元，2件逾期未缴。',
  advice: '在第六部分写明发出收费通知的件数和收取的金额；没有发过收费通知的，核对这一格。',
  seen: '3份填了这一行的真实报告都写了收费。',
  protects: (form) => cellsOf(form, unpaid).filter((cell) => cell.column === 'total'),
  check: ({ report }) => {
    const at = report.form.cellAt.get(`${unpaid}.total`);
    const section = sectionAsked(report.form, 'fees');
    if (!at || !section) return otherEdition;
    const count = report.values[at.index];
    if (!isNumber(count)) return noNumber;
    if (count === 0) return none;
    if (fee.test(textAt(report, section.key))) return pass;
    return fail(() => ({
      at: spot(report, at.address),
      message: `${at.name}：有 ${count} 件因逾期未缴费而结束，第六部分没有说到收取信息处理费。`,
      hint: '在第六部分写明发出收费通知的件数和收取的金额；没有发过收费通知的，核对这一格。',
      related: [{ message: '第六部分', at: spot(report, section.key) }],
    }));
  },
} satisfies ReportRule as ReportRule;
