import { z } from 'zod';
import { evaluate, type SumResult } from '../../check/sums.ts';
import type { Report } from '../../reports/report.ts';
import { link, rulePath } from '../page.ts';
import { checkState } from '../sentence.ts';

/** The sum relations of a report, each with its numbers put in; those of nothing but zeros stand together. */
export const checks = z.strictObject({
  summary: z.string(),
  open: z.boolean(),
  relations: z.array(
    z.strictObject({
      name: z.string(),
      /** The rule's own page. */
      href: z.string(),
      source: z.string(),
      items: z.array(
        z.strictObject({
          about: z.string(),
          href: z.string(),
          kind: z.enum(['pass', 'fail', 'unknown']),
          outcome: z.string(),
          equation: z.string(),
        }),
      ),
      zeros: z.array(link),
    }),
  ),
});
export type Checks = z.infer<typeof checks>;

/** `root` is the way from the page to the site's first page. */
export function checksView(report: Report, root: string): Checks {
  const sums = evaluate(report.form, report.values);
  const state = checkState(report);
  const codes = [...new Set(sums.map((sum) => sum.equation.code))];
  return {
    summary: `${state.text}（共${sums.length}条）`,
    open: state.kind !== 'ok',
    relations: codes.map((code) => {
      const group = sums.filter((sum) => sum.equation.code === code);
      const zeros = group.filter((sum) => isNothing(sum, report));
      const { name, source } = group[0]!.equation;
      return {
        name,
        href: root + rulePath(code),
        source,
        items: group.filter((sum) => !zeros.includes(sum)).map((sum) => itemView(sum, report)),
        zeros: zeros.map((sum) => ({ label: aboutOf(sum), href: hrefOf(sum, report) })),
      };
    }),
  };
}

function isNothing({ equation }: SumResult, { values }: Report): boolean {
  return [...equation.left, ...equation.right].every((index) => values[index] === 0);
}

const outcomes = { pass: '✓ 相符', fail: '✗ 不相符', unknown: '？ 不能核对' };

function itemView(sum: SumResult, report: Report): Checks['relations'][number]['items'][number] {
  return {
    about: sum.equation.about,
    href: hrefOf(sum, report),
    kind: sum.outcome,
    outcome: outcomes[sum.outcome],
    equation: equationText(sum, report),
  };
}

/** `3402 + 91 = 3375 + 118`; addends that are 0 are left out where others are not. */
function equationText({ equation, outcome, left, right }: SumResult, { values }: Report): string {
  const side = (cells: readonly number[]) => {
    const told = cells.map((index) => values[index]!).filter((value) => value !== 0);
    return told.length === 0 ? '0' : told.join(' + ');
  };
  if (outcome === 'unknown') {
    const missing = [...equation.left, ...equation.right].filter((i) => typeof values[i] !== 'number');
    return `有${missing.length}格不是数`;
  }
  return `${side(equation.left)} ${left === right ? '=' : '≠'} ${side(equation.right)}`;
}

/** The row or column without its table, which the heading names. */
function aboutOf({ equation }: SumResult): string {
  return equation.about.slice(equation.about.indexOf(' · ') + 3);
}

function hrefOf({ equation }: SumResult, { form }: Report): string {
  return `#${form.cells[equation.at]!.address}`;
}
