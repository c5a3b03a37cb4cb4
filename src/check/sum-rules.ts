import type { Cell, Equation, Form } from '../forms/compile.ts';
import type { EquationPattern } from '../forms/edition.ts';
import { onceFor } from '../forms/once.ts';
import type { Report } from '../reports/report.ts';
import {
  type Finding,
  fail,
  noNumber,
  notApplicable,
  pass,
  type ReportRule,
  spot,
  type Verdict,
} from './rule.ts';
import type { SumResult } from './sums.ts';

/** The printed sum relations as rules, one for each code the editions use; everything said comes from the form data. */
export function sumRules(forms: readonly Form[]): ReportRule[] {
  const rules = new Map<string, ReportRule>();
  for (const form of forms) {
    for (const { table } of form.sections) {
      for (const pattern of table?.equations ?? []) {
        rules.set(pattern.code, rules.get(pattern.code) ?? sumRule(pattern, form));
      }
    }
  }
  return [...rules.values()];
}

function sumRule({ code, name, source, each, sides, seen }: EquationPattern, form: Form): ReportRule {
  const equations = form.equations.filter((equation) => equation.code === code);
  const example = equations[0]!;
  const scope =
    equations.length > 1
      ? `${form.cells[example.at]!.table}的每一${each === 'row' ? '行' : '列'}`
      : example.about;
  return {
    id: code,
    scope: 'report',
    severity: 'error',
    title: name,
    source,
    asks: `${scope}：${sides[0]}，等于${sides[1]}，一件不差。有格没有数（空、未报、看不清）的，不能核对；各格都写“不适用”的，不适用。`,
    wrong: exampleText(form, example, 5),
    right: exampleText(form, example, 4),
    advice: '对照原始登记核对有关各格，改正其中错的一格，不要为了凑数改总计。',
    ...(seen ? { seen } : {}),
    protects: (of) =>
      of.equations
        .filter((equation) => equation.code === code)
        .flatMap(({ left, right }) => [...left, ...right].map((index) => of.cells[index]!)),
    check: ({ report, sums }) =>
      (indexesByCode(report.form).get(code) ?? []).map((index): Verdict => verdict(report, sums[index]!)),
  };
}

const notUsed = notApplicable('有关各格都写“不适用”');

function verdict(report: Report, result: SumResult): Verdict {
  if (result.outcome === 'pass') return pass;
  if (result.outcome === 'fail') return fail(() => finding(report, result));
  const { left, right } = result.equation;
  const every = (indexes: readonly number[]) => indexes.every((index) => report.values[index] === '不适用');
  return every(left) && every(right) ? notUsed : noNumber;
}

/** Names both sides, and every addend with its place. */
function finding(report: Report, { equation, left, right }: SumResult): Finding {
  const { cells } = report.form;
  const at = cells[equation.at]!;
  const addends = (indexes: readonly number[], side: string) =>
    indexes.map((index) => ({
      group: side,
      message: `${addendName(cells[index]!, equation, cells)} ${report.values[index]}`,
      at: spot(report, cells[index]!.address),
    }));
  const [leftSide, rightSide] = equation.sides;
  return {
    at: spot(report, at.address),
    message: `${at.name}：${leftSide}是 ${left}，${rightSide}是 ${right}，相差 ${Math.abs(left - right)}。`,
    hint: '对照原始登记核对下列各格，改正其中错的一格。',
    left,
    right,
    related: [...addends(equation.left, leftSide), ...addends(equation.right, rightSide)],
  };
}

/** In a row relation the columns differ, in a column relation the rows. */
function addendName(cell: Cell, { left, at }: Equation, cells: readonly Cell[]): string {
  const inRow = cells[left[0]!]!.rowName === cells[at]!.rowName;
  return inRow ? cell.columnName : cell.rowName;
}

/** By code the form's equations that have it. */
const indexesByCode = onceFor(({ equations }: Form) => {
  const byCode = new Map<string, number[]>();
  equations.forEach(({ code }, index) => {
    const indexes = byCode.get(code);
    if (indexes) indexes.push(index);
    else byCode.set(code, [index]);
  });
  return byCode;
});

/** Two addends on the left, the total on the right: 3 and 1 make 4. */
function exampleText({ cells }: Form, equation: Equation, total: number): string {
  const { left, right } = equation;
  const name = (index: number) => addendName(cells[index]!, equation, cells);
  const [first, second] = left;
  const shown = [
    `${name(first!)} ${second === undefined ? 4 : 3}`,
    ...(second === undefined ? [] : [`${name(second)} 1`]),
    ...right.map((index, i) => `${name(index)} ${i === 0 ? total : 0}`),
  ];
  return `${shown.join('，')}${left.length > 2 ? '，其余各格是 0' : ''}。`;
}
