import type { SourceCell, TableBlock } from '../blocks.ts';
import { textOfItems } from './lines.ts';
import type { Rule } from './rules.ts';
import type { Item } from './text.ts';

/** A ruled table on a page, and where it lies. */
export interface Grid {
  table: TableBlock;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Lines that are drawn in pieces meet within this distance, in points. */
const near = 3;

/** A page with more lines is a drawing, and is not taken for a table. */
const mostRules = 5000;

/** The tables of a page, from its lines: what no line divides is one cell, however many rows and columns it covers. */
export function ruledGrids(rules: readonly Rule[], items: readonly Item[], page: number): Grid[] {
  if (rules.length > mostRules) return [];
  const grids = connected(rules).flatMap((group) => {
    const xs = places(group.filter(({ horizontal }) => !horizontal).map(({ at }) => at));
    const ys = places(group.filter(({ horizontal }) => horizontal).map(({ at }) => at)).reverse();
    return xs.length > 1 && ys.length > 1 && xs.length < 60 && ys.length < 400 ? [{ group, xs, ys }] : [];
  });
  return grids
    .sort((a, b) => b.ys[0]! - a.ys[0]!)
    .map(({ group, xs, ys }, i) => {
      const where = `第${page}页第${i + 1}个表`;
      return {
        table: { kind: 'table', rows: cellsOf(group, xs, ys, items, where), where },
        top: ys[0]!,
        bottom: ys.at(-1)!,
        left: xs[0]!,
        right: xs.at(-1)!,
      };
    });
}

/** Rules that touch or cross each other. */
function connected(rules: readonly Rule[]): Rule[][] {
  const group = rules.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at]!;
    group[i] = at;
    return at;
  };
  rules.forEach((a, i) => {
    for (let j = 0; j < i; j++) if (touches(a, rules[j]!)) group[root(i)] = root(j);
  });
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, i) => {
    groups.set(root(i), [...(groups.get(root(i)) ?? []), rule]);
  });
  return [...groups.values()];
}

function touches(a: Rule, b: Rule): boolean {
  if (a.horizontal === b.horizontal) {
    return Math.abs(a.at - b.at) <= near && a.from <= b.to + near && b.from <= a.to + near;
  }
  return within(a.at, b) && within(b.at, a);
}

function within(place: number, { from, to }: Rule): boolean {
  return place >= from - near && place <= to + near;
}

/** Places on an axis, those of one line put together, ascending. */
function places(values: readonly number[]): number[] {
  const result: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    if (result.length === 0 || value - result.at(-1)! > near) result.push(value);
  }
  return result;
}

function cellsOf(
  rules: readonly Rule[],
  xs: readonly number[],
  ys: readonly number[],
  items: readonly Item[],
  where: string,
): SourceCell[][] {
  const width = xs.length - 1;
  const height = ys.length - 1;
  const owner = Array.from({ length: width * height }, (_, i) => i);
  const divided = (horizontal: boolean, at: number, middle: number) =>
    rules.some(
      (rule) => rule.horizontal === horizontal && Math.abs(rule.at - at) <= near && within(middle, rule),
    );
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      const own = r * width + c;
      const x = (xs[c]! + xs[c + 1]!) / 2;
      const y = (ys[r]! + ys[r + 1]!) / 2;
      if (c > 0 && !divided(false, xs[c]!, y)) owner[own] = owner[own - 1]!;
      else if (r > 0 && !divided(true, ys[r]!, x)) owner[own] = owner[own - width]!;
    }
  }
  const texts = new Map<number, Item[]>();
  for (const item of items) {
    const c = xs.findLastIndex((x) => x <= item.x + item.width / 2);
    const r = ys.findLastIndex((y) => y >= item.y + item.size / 3);
    if (c < 0 || c >= width || r < 0 || r >= height) continue;
    const cell = owner[r * width + c]!;
    texts.set(cell, [...(texts.get(cell) ?? []), item]);
  }
  const widthOf = (own: number) => {
    let end = own;
    while ((end + 1) % width !== 0 && owner[end + 1] === own) end++;
    return xs[(end % width) + 1]! - xs[own % width]!;
  };
  return Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_, c) => r * width + c)
      .filter((own) => owner[own] === own)
      .map((own, i) => ({
        text: textOfItems(texts.get(own) ?? [], widthOf(own)),
        column: own % width,
        where: `${where}第${r + 1}行第${i + 1}格`,
      })),
  );
}
