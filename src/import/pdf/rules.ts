import { apply, type Matrix } from './matrix.ts';

/** A straight line along an axis. */
export interface Rule {
  horizontal: boolean;
  /** Where it lies: y of a horizontal one, x of a vertical one, in points. */
  at: number;
  from: number;
  to: number;
}

type Point = readonly [number, number];

/** A path as pdf.js packs it: 0 move, 1 line, 2 cubic curve, 3 quadratic curve, 4 close. */
export function subpaths(path: Float32Array, matrix: Matrix): Point[][] {
  const sizes = [2, 2, 6, 4, 0];
  const result: Point[][] = [];
  let at = 0;
  while (at < path.length) {
    const kind = path[at]!;
    const size = sizes[kind];
    if (size === undefined) break;
    if (kind === 4) result.at(-1)?.push(result.at(-1)![0]!);
    else {
      const point = apply(matrix, path[at + size - 1]!, path[at + size]!);
      if (kind === 0) result.push([point]);
      else result.at(-1)?.push(point);
    }
    at += size + 1;
  }
  return result;
}

export function strokeRules(paths: readonly Point[][]): Rule[] {
  return paths.flatMap((points) => points.slice(1).flatMap((point, i) => rule(points[i]!, point)));
}

function rule([x1, y1]: Point, [x2, y2]: Point): Rule[] {
  const horizontal = Math.abs(y1 - y2) < 0.5;
  if (horizontal === Math.abs(x1 - x2) < 0.5) return [];
  return horizontal
    ? [{ horizontal, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }]
    : [{ horizontal, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }];
}

/** A filled box no thicker than a line can be. */
export function boxRule(points: readonly Point[]): Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(left + right) / 2, (low + high) / 2];
  if (high - low <= 3 && right - left > high - low) return rule([left, y], [right, y]);
  if (right - left <= 3 && high - low > right - left) return rule([x, low], [x, high]);
  return [];
}
