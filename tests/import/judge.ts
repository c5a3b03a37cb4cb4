import type { CellValue } from '../../src/forms/value.ts';
import type { Imported } from '../../src/import/read.ts';

export interface Outcome {
  right: number;
  /** Not read, or read otherwise, and said so. */
  told: number;
  /** Wrong, or not read without a word. */
  silent: string[];
}

/**
 * What an import made of cells whose truth is known. `isBlank`: a cell that may stand blank in the document, so that
 * 空 is no fault there.
 */
export function judge(
  report: Imported,
  truth: readonly CellValue[],
  isBlank: (index: number) => boolean = () => false,
): Outcome {
  const outcome: Outcome = { right: 0, told: 0, silent: [] };
  for (const { index, name } of report.form.cells) {
    const [value, wanted] = [report.values[index], truth[index]];
    if (value === wanted || (value === '空' && isBlank(index))) outcome.right++;
    else if (isTold(report, name)) outcome.told++;
    else outcome.silent.push(`${name}：${wanted} → ${value}`);
  }
  return outcome;
}

/** A doubt names the cell, its row, or the table that its row was not found in. */
function isTold({ doubts }: Imported, name: string): boolean {
  const table = name.split(' · ')[0]!;
  return doubts.some(
    ({ cell, what }) =>
      cell !== undefined &&
      (name === cell ||
        name.startsWith(`${cell} · `) ||
        (cell.startsWith(`${table} `) && !cell.includes(' · ')) ||
        (cell.startsWith(table) && what.includes('表头'))),
  );
}
