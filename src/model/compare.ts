import { subtract } from '../check/exact.ts';
import type { Cell } from '../forms/compile.ts';
import { continuedCell } from '../forms/continued.ts';
import { type CellValue, isNumber } from '../forms/value.ts';
import type { Report } from '../reports/report.ts';
import { sentences } from '../reports/sentences.ts';

/** A figure that two reports have in common and give differently. */
export interface ChangedCell {
  left: Cell;
  right: Cell;
  from: CellValue;
  to: CellValue;
  /** Right less left, where both are numbers. */
  difference?: number;
}

export interface Comparison {
  changed: readonly ChangedCell[];
  /** How many figures are the same. */
  same: number;
  /** Figures that only one of the editions asks for; they are not subtracted. */
  onlyLeft: number;
  onlyRight: number;
}

export function compareReports(left: Report, right: Report): Comparison {
  const changed: ChangedCell[] = [];
  let same = 0;
  let onlyRight = 0;
  for (const cell of right.form.cells) {
    const other = continuedCell(left.form, cell);
    if (!other) {
      onlyRight++;
      continue;
    }
    const [from, to] = [left.values[other.index]!, right.values[cell.index]!];
    if (from === to) same++;
    else changed.push({ left: other, right: cell, from, to, ...differenceOf(from, to) });
  }
  const onlyLeft = left.form.cells.filter((cell) => !continuedCell(right.form, cell)).length;
  return { changed, same, onlyLeft, onlyRight };
}

function differenceOf(from: CellValue, to: CellValue): { difference?: number } {
  if (!isNumber(from) || !isNumber(to)) return {};
  return { difference: subtract(to, from) };
}

/** A sentence of one text, and whether the other text has it too. */
export interface ComparedSentence {
  text: string;
  shared: boolean;
}

/** Both texts sentence by sentence. Order is not looked at: moving a sentence is no change of what is said. */
export function compareTexts(
  left: string,
  right: string,
): { left: ComparedSentence[]; right: ComparedSentence[] } {
  const [a, b] = [sentences(left), sentences(right)];
  const [inLeft, inRight] = [new Set(a), new Set(b)];
  return {
    left: a.map((text) => ({ text, shared: inRight.has(text) })),
    right: b.map((text) => ({ text, shared: inLeft.has(text) })),
  };
}
