import type { DataRow, Form } from '../../forms/compile.ts';
import type { Report } from '../../reports/report.ts';
import { cellOf, rowsUnder, sumOf } from '../cells.ts';
import { fail, noNumber, otherEdition, pass, type ReportRule, spot, type Verdict } from '../rule.ts';

const rowsOf = (form: Form): DataRow[] =>
  rowsUnder(form, 'disclosure').filter((row) => cellOf(row, 'newlyDisclosed'));

export default {
  id: 'T2-2019-ITEMS',
  scope: 'report',
  severity: 'info',
  title: '2019年版：公开数量之间合乎常情',
  source: '2019年版表二各栏的含义',
  asks: '2019年版表二的规章和规范性文件：“对外公开总数量”不少于“本年新公开数量”；“本年新公开数量”多于“本年新制作数量”的，多出的应当是以前制作、今年才公开的，请人看一眼。',
  wrong: '新制作 2，新公开 3，对外公开总数 1。',
  right: '新制作 2，新公开 2，对外公开总数 9。',
  advice: '对照文件清单核对三格；属实的不必改。',
  seen: '1份真实报告三格填了同一个数。',
  protects: (form) => rowsOf(form).flatMap((row) => row.cells),
  check: ({ report }) => {
    const rows = rowsOf(report.form);
    return rows.length === 0
      ? otherEdition
      : rows.flatMap((row) => [stock(report, row), backlog(report, row)]);
  },
} satisfies ReportRule as ReportRule;

const stock = (report: Report, row: DataRow) =>
  atLeast(report, row, 'totalDisclosed', 'newlyDisclosed', '本年新公开的也在总数之内');
const backlog = (report: Report, row: DataRow) =>
  atLeast(report, row, 'newlyMade', 'newlyDisclosed', '多出的应当是以前制作、今年才公开的');

/** The finding stands at the greater figure that should not be greater. */
function atLeast(report: Report, row: DataRow, high: string, low: string, why: string): Verdict {
  const upper = cellOf(row, high);
  const lower = cellOf(row, low);
  const most = sumOf(report, [upper]);
  const least = sumOf(report, [lower]);
  if (most === undefined || least === undefined) return noNumber;
  if (least <= most) return pass;
  return fail(() => ({
    at: spot(report, lower!.address),
    message: `${lower!.name}：写的是 ${least}，多于${upper!.columnName} ${most}；${why}。`,
    hint: '对照文件清单核对；属实的不必改。',
    left: least,
    right: most,
    related: [{ message: `${upper!.columnName} ${most}`, at: spot(report, upper!.address) }],
  }));
}
