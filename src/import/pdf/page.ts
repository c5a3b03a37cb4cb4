import type { getDocumentProxy } from 'unpdf';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** A run of text on a page; `y` is its base line, counted upwards in points. */
export interface Item {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Size of the type. */
  size: number;
}

/** A straight line along an axis. */
export interface Rule {
  horizontal: boolean;
  /** Where it lies: y of a horizontal one, x of a vertical one. */
  at: number;
  from: number;
  to: number;
}

export interface PageContent {
  items: Item[];
  rules: Rule[];
}

type Matrix = readonly [number, number, number, number, number, number];

export async function pageContent(page: Page, ops: Readonly<Record<string, number>>): Promise<PageContent> {
  const { items } = await page.getTextContent();
  const { fnArray, argsArray } = await page.getOperatorList();
  return {
    items: items.flatMap((item): Item[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a, b, , , x, y] = item.transform as unknown as Matrix;
      return [{ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) }];
    }),
    rules: rulesOf(fnArray, argsArray as unknown[], ops),
  };
}

/** The lines that are drawn on a page, whether as strokes or as thin filled boxes. */
function rulesOf(
  fns: readonly number[],
  args: readonly unknown[],
  ops: Readonly<Record<string, number>>,
): Rule[] {
  const rules: Rule[] = [];
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const strokes = [ops['stroke'], ops['closeStroke'], ops['fillStroke'], ops['eoFillStroke']];
  const fills = [ops['fill'], ops['eoFill']];
  fns.forEach((fn, i) => {
    if (fn === ops['save']) stack.push(matrix);
    else if (fn === ops['restore']) matrix = stack.pop() ?? matrix;
    else if (fn === ops['transform']) matrix = times(matrix, args[i] as Matrix);
    else if (fn === ops['paintFormXObjectBegin']) {
      stack.push(matrix);
      const [inner] = args[i] as [Matrix | null];
      if (inner) matrix = times(matrix, inner);
    } else if (fn === ops['paintFormXObjectEnd']) matrix = stack.pop() ?? matrix;
    else if (fn === ops['constructPath']) {
      const [paint, [path]] = args[i] as [number, [Float32Array | null]];
      if (path && strokes.includes(paint)) rules.push(...strokeRules(subpaths(path, matrix)));
      else if (path && fills.includes(paint)) rules.push(...subpaths(path, matrix).flatMap(boxRule));
    }
  });
  return rules;
}

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}

type Point = readonly [number, number];

/** A path as pdf.js packs it: 0 move, 1 line, 2 cubic curve, 3 quadratic curve, 4 close. */
function subpaths(path: Float32Array, [a, b, c, d, e, f]: Matrix): Point[][] {
  const sizes = [2, 2, 6, 4, 0];
  const result: Point[][] = [];
  let at = 0;
  while (at < path.length) {
    const kind = path[at]!;
    const size = sizes[kind];
    if (size === undefined) break;
    const x = path[at + size - 1]!;
    const y = path[at + size]!;
    const point: Point = [a * x + c * y + e, b * x + d * y + f];
    if (kind === 0) result.push([point]);
    else if (kind === 4) result.at(-1)?.push(result.at(-1)![0]!);
    else result.at(-1)?.push(point);
    at += size + 1;
  }
  return result;
}

function strokeRules(paths: readonly Point[][]): Rule[] {
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
function boxRule(points: readonly Point[]): Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (high - low <= 3 && right - left > high - low)
    return rule([left, (low + high) / 2], [right, (low + high) / 2]);
  if (right - left <= 3 && high - low > right - left)
    return rule([(left + right) / 2, low], [(left + right) / 2, high]);
  return [];
}
