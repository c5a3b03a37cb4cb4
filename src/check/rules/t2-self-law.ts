import { isNumber } from '../../forms/value.ts';
import type { Report } from '../../reports/report.ts';
import { rowAt } from '../cells.ts';
import {
  fail,
  noNumber,
  noOrgan,
  notApplicable,
  otherEdition,
  pass,
  type ReportRule,
  spot,
} from '../rule.ts';

const address = 'disclosure.normativeDocuments';
const government = notApplicable('一级政府可以制发行政规范性文件');
const listed = notApplicable('机关资料写明列入制定主体清单');
const asked = notApplicable('上一年已经提示过');

export default {
  id: 'T2-SELF-LAW',
  scope: 'series',
  severity: 'info',
  title: '街道、部门制发规范性文件的，确认有制定权',
  source: '行政规范性文件制定主体清单（由司法行政部门公布）',
  asks: '街道和部门在表二“行政规范性文件”填了数的，请确认本机关在制定主体清单里：没有制定权的机关发的文件不算行政规范性文件。机关资料（organ.yaml）写明 makesDocuments: true 的不再问；连年填数的只在头一年问一次。',
  wrong: '某街道：normativeDocuments: [2, 0, 5]，机关资料没有写能否制发。',
  right: '某街道：normativeDocuments: [2, 0, 5]，organ.yaml 写 makesDocuments: true。',
  advice: '向司法行政部门查清单：有制定权的在 organ.yaml 写 makesDocuments: true；没有的改成 0。',
  check: ({ report, organ, previous }) => {
    const row = rowAt(report.form, address);
    if (!row) return otherEdition;
    if (!organ) return noOrgan;
    if (organ.level !== 'department' && organ.level !== 'subdistrict') return government;
    if (organ.makesDocuments) return listed;
    const used = first(report);
    if (!used) return row.cells.every((cell) => isNumber(report.values[cell.index])) ? pass : noNumber;
    if (organ.makesDocuments === undefined && previous && first(previous)) return asked;
    const without = organ.makesDocuments === false;
    return fail(() => ({
      at: spot(report, used.address),
      message: `${used.name}：写的是 ${report.values[used.index]}，${without ? '机关资料写明没有' : '请确认本机关有'}行政规范性文件的制定权。`,
      hint: '向司法行政部门查制定主体清单：有制定权的在 organ.yaml 写 makesDocuments: true；没有的改成 0。',
    }));
  },
} satisfies ReportRule as ReportRule;

/** The first cell of the row with a number above zero. */
function first(report: Report) {
  return rowAt(report.form, address)?.cells.find((cell) => {
    const value = report.values[cell.index];
    return isNumber(value) && value > 0;
  });
}
