import { catalogue } from '../diagnostics/catalogue.ts';
import type { RuleText } from '../diagnostics/reporters/index.ts';
import { forms } from '../forms/index.ts';

/** The texts of codes that the form data name: sums, and faults of a table's cells. */
export function ruleText(code: string): RuleText | undefined {
  const equation = forms.flatMap(({ equations }) => equations).find((each) => each.code === code);
  if (equation) return { title: equation.name, help: `依据：${equation.source}` };
  const codes = forms.flatMap(({ cells }) => cells.map((cell) => cell.codes));
  if (codes.some(({ number }) => number === code)) return { title: catalogue.NUMBER.title };
  if (codes.some(({ blank }) => blank === code)) return { title: catalogue.BLANK.title };
  return undefined;
}
