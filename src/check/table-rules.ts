import type { Cell, Form, FormTable } from '../forms/compile.ts';
import { type CellValue, isNumber } from '../forms/value.ts';
import {
  type CellRule,
  fail,
  notApplicable,
  pass,
  type ReadingRule,
  type ReportInput,
  spot,
  unknown,
  type Verdict,
} from './rule.ts';

/** What every cell of a table must hold, as rules; their codes and the tables come from the form data. */
export function tableRules(forms: readonly Form[]): (ReadingRule | CellRule)[] {
  const rules = new Map<string, ReadingRule | CellRule>();
  for (const form of forms) {
    for (const { table } of form.sections) {
      if (!table) continue;
      const { number, blank } = table.codes;
      if (!rules.has(number)) rules.set(number, numberRule(table));
      if (!rules.has(blank)) rules.set(blank, blankRule(table));
    }
  }
  return [...rules.values()];
}

function numberRule(table: FormTable): ReadingRule {
  return {
    id: table.codes.number,
    scope: 'reading',
    severity: 'error',
    title: `${table.number}各格是规范的数`,
    source: '国家统一格式的表格',
    asks: `${table.number}的件数、项数写不小于 0 的整数；“本年增/减”可以是负数；金额以万元为单位，最多六位小数。数写成阿拉伯数字，不带单位、千分位、引号，前面不加 0。程序不替人猜：１２、1,234、007、12件 都会指出来，并说明该怎么写。`,
    wrong: example(table, '12件'),
    right: example(table, '12'),
    advice: '照提示改写。原报告里看不清的写 看不清，没有报的写 未报。',
    seen: '看得到表格的47份真实报告里，没有负数或小数的件数；有单位写进格里、全角数字和千分位。',
  };
}

const stated = unknown('格里写的是“未报”或“看不清”');
const notUsed = notApplicable('格里写的是“不适用”');

function blankRule(table: FormTable): CellRule {
  return {
    id: table.codes.blank,
    scope: 'cell',
    severity: 'error',
    title: `${table.number}没有空格`,
    source: '国家统一格式的表格；没有发生的填 0',
    asks: `${table.number}每一格都有数，没有发生的写 0。空格不等于 0：空着的格、写着 空 的格，有关的勾稽关系不能核对。自己编写的报告有空格是错误；照录过去已经公布的报告（来源一项写明 source: {published: true}）原样保留原件的空格，只作提示。`,
    wrong: example(table, '空'),
    right: example(table, '0'),
    advice: '没有发生的写 0；没有报的写 未报，看不清的写 看不清。',
    seen: '看得到表格的47份真实报告里，6份有空格，或者用横线、斜线代替 0。',
    cells: (form) => form.cells.filter((cell) => cell.codes.blank === table.codes.blank),
    check: blank,
  };
}

function blank(value: CellValue, cell: Cell, { report }: ReportInput): Verdict {
  if (isNumber(value)) return pass;
  if (value === '不适用') return notUsed;
  if (value !== '空') return stated;
  return fail(() => ({
    at: spot(report, cell.address),
    message: `${cell.name}：原件空着，没有数。`,
    ...(report.transcribed
      ? { severity: 'warning', hint: '空格不能当作 0；有关的勾稽关系不能核对。' }
      : { hint: '没有发生的写 0，没有报的写 未报；照录过去公布的报告，在来源一项写明 published: true。' }),
  }));
}

/** The first row of a table with one cell of interest, the others 0. */
function example({ rows: [row] }: FormTable, last: string): string {
  const { path, cells, single } = row!;
  const others = cells.slice(1).map(() => '0');
  return `${path.at(-1)}: ${single ? last : `[${[...others, last].join(', ')}]`}`;
}
