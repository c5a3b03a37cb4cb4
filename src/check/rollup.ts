import type { Cell, DataRow } from '../forms/compile.ts';
import { isNumber } from '../forms/value.ts';
import { existed, type Organ } from '../reports/organ.ts';
import type { Report } from '../reports/report.ts';
import { addUp, subtract } from './exact.ts';

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

/** Where a row of an organ's report is not the sum of its parts; undefined where a cell of it holds no number. */
export function compareRow(
  { cells }: DataRow,
  whole: Report,
  parts: readonly Report[],
): Difference[] | undefined {
  const differences: Difference[] = [];
  for (const cell of cells) {
    const stated = whole.values[cell.index];
    const values = parts.map((part) => part.values[cell.index]);
    if (!isNumber(stated) || !values.every(isNumber)) return undefined;
    const sum = addUp(cell, values);
    if (sum !== stated) differences.push({ cell, stated, sum, residual: subtract(stated, sum) });
  }
  return differences;
}

/** Whether leaving out a part, or adding it twice, makes exactly these differences. */
export function explains(part: Report, differences: readonly Difference[]): boolean {
  const sign = Math.sign(differences[0]!.residual);
  return differences.every(({ cell, residual }) => part.values[cell.index] === residual * sign);
}
