import type { Cell } from '../forms/compile.ts';
import { existed, type Organ } from '../reports/organ.ts';
import type { Report } from '../reports/report.ts';
import { fromMillionths, millionths } from './exact.ts';

/** The sum of an organ's report over the organs below it, and how it differs from what the organ reports itself. */

export type Children = ReadonlyMap<string, readonly Organ[]>;

export function childrenOf(organs: ReadonlyMap<string, Organ>): Children {
  const children = new Map<string, Organ[]>();
  for (const organ of organs.values()) {
    if (organ.parent === undefined) continue;
    const list = children.get(organ.parent);
    if (list) list.push(organ);
    else children.set(organ.parent, [organ]);
  }
  return children;
}

/**
 * The organs whose reports make up the whole; undefined where a part does not say what it covers. It goes down only
 * through organs that report for themselves, so a circle of parents, a fault of its own, ends at the first that sums up.
 */
export function partsOf(organ: Organ, year: number, children: Children): Organ[] | undefined {
  const parts: Organ[] = [];
  for (const child of children.get(organ.slug) ?? []) {
    if (!existed(child, year)) continue;
    parts.push(child);
    if (!children.has(child.slug)) continue;
    if (child.reports === undefined) return undefined;
    if (child.reports === 'all') continue;
    const below = partsOf(child, year, children);
    if (!below) return undefined;
    parts.push(...below);
  }
  return parts;
}

export interface Difference {
  cell: Cell;
  stated: number;
  sum: number;
  /** What is stated beyond the sum; negative where something is missing. */
  residual: number;
}

export function compareCell(cell: Cell, stated: number, values: readonly number[]): Difference | undefined {
  if (cell.kind !== 'amount') {
    let sum = 0;
    for (const value of values) sum += value;
    return sum === stated ? undefined : { cell, stated, sum, residual: stated - sum };
  }
  let sum = 0n;
  for (const value of values) sum += millionths(value);
  const residual = millionths(stated) - sum;
  return residual === 0n
    ? undefined
    : { cell, stated, sum: fromMillionths(sum), residual: fromMillionths(residual) };
}

/** Whether leaving out a part, or adding it twice, makes exactly these differences. */
export function explains(part: Report, differences: readonly Difference[]): boolean {
  const sign = Math.sign(differences[0]!.residual);
  return differences.every(({ cell, residual }) => part.values[cell.index] === residual * sign);
}
