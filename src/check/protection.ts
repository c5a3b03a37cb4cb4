import type { Cell, Form } from '../forms/compile.ts';
import type { Rule } from './rule.ts';

/** How a wrong figure in a cell would come to light. */
export interface Protection {
  cell: Cell;
  /** Rules whose failures are errors. */
  exact: readonly string[];
  /** Rules that ask. */
  hints: readonly string[];
}

/** For every cell of an edition the rules that compare its figure within the reports of its organ. */
export function protection(form: Form, rules: readonly Rule[]): Protection[] {
  const exact = form.cells.map(() => new Set<string>());
  const hints = form.cells.map(() => new Set<string>());
  for (const rule of rules) {
    for (const cell of rule.protects?.(form) ?? []) {
      (rule.severity === 'error' ? exact : hints)[cell.index]!.add(rule.id);
    }
  }
  return form.cells.map((cell, i) => ({ cell, exact: [...exact[i]!], hints: [...hints[i]!] }));
}
