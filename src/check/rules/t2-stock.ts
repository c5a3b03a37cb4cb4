import type { Cell, DataRow, Form } from '../../forms/compile.ts';
import type { Report } from '../../reports/report.ts';
import { besides, cellOf, inYear, rowAt, rowsUnder, sumOf } from '../cells.ts';
import {
  fail,
  noNumber,
  noPrevious,
  notApplicable,
  pass,
  type ReportRule,
  spot,
  type Verdict,
} from '../rule.ts';

const otherForm = notApplicable('两年的表格不同，没有“现行有效件数”可以接续');

/** Rows with a stock: 规章 and 行政规范性文件 of the 2021 form. */
export function stockRows(form: Form): DataRow[] {
  return rowsUnder(form, 'disclosure').filter(stockOf);
}

export function stockOf(row: DataRow): Cell | undefined {
  return cellOf(row, 'inForce');
}

/** What came to the stock in the year, what left it, and what it came to; undefined where a cell holds no number. */
export function movement(report: Report, row: DataRow) {
  const [issued, repealed, now] = ['issued', 'repealed', 'inForce'].map((column) =>
    sumOf(report, [cellOf(row, column)]),
  );
  if (issued === undefined || repealed === undefined || now === undefined) return undefined;
  return { issued, repealed, now };
}

export default {
  id: 'T2-STOCK',
  scope: 'series',
  severity: 'warning',
  title: '现行有效件数与上一年接得上',
  source: '表二各栏的含义',
  asks: '规章和行政规范性文件，“现行有效件数”等于上一年的现行有效件数，加本年制发件数，减本年废止件数。各地对修订、自然失效的计法不同，所以只作提示。',
  wrong: '2022年现行有效 5；2023年制发 1，废止 2，现行有效 5。',
  right: '2022年现行有效 5；2023年制发 1，废止 2，现行有效 4。',
  advice: '对照文件清单核对三格；因修订、自然失效对不上的，在 notes 里写明件数。',
  seen: '6行连续两年的真实数据都接得上；有的报告在格里注明修订和自然失效的件数。',
  protects: (form) => stockRows(form).flatMap((row) => row.cells),
  check: ({ report, previous }) => {
    const rows = stockRows(report.form);
    return rows.length === 0 ? otherForm : rows.map((row) => stock(row, { report, previous }));
  },
} satisfies ReportRule as ReportRule;

function stock(
  row: DataRow,
  { report, previous }: Pick<Parameters<ReportRule['check']>[0], 'report' | 'previous'>,
): Verdict {
  if (!previous) return noPrevious;
  const lastRow = rowAt(previous.form, row.address);
  const before = lastRow && stockOf(lastRow);
  if (!before) return otherForm;
  const at = stockOf(row)!;
  const moved = movement(report, row);
  const then = sumOf(previous, [before]);
  if (!moved || then === undefined) return noNumber;
  const { issued, repealed, now } = moved;
  const should = then + issued - repealed;
  if (now === should) return pass;
  return fail(() => {
    const noted = row.cells.some((cell) => report.notes.has(cell.address));
    return {
      at: spot(report, at.address),
      message: `${at.name}：写的是 ${now}，而上一年 ${then} 加本年制发 ${issued} 减本年废止 ${repealed} 是 ${should}，相差 ${Math.abs(now - should)}。`,
      hint: noted
        ? '这一行有注释；看注释里的修订、失效件数是否就是相差的数。'
        : '对照文件清单核对；因修订、自然失效对不上的，在 notes 里写明件数。',
      left: now,
      right: should,
      related: [inYear(previous, before), ...besides(report, row, at)],
    };
  });
}
