import type { Cell, Form } from '../../forms/compile.ts';
import { type CellValue, readCell, type Slip } from '../../forms/value.ts';
import { type CellTexts, cellTexts } from '../../reports/cell-texts.ts';
import type { ReportFilePath } from '../../reports/files.ts';
import { loadReport } from '../../reports/load-report.ts';
import { applyEdits, type Edit } from '../../source/edits.ts';
import { toValue } from '../../source/node.ts';
import { alignEdit, commentEdits, hasLine } from './layout.ts';
import { missingTotals } from './totals.ts';

/** One cell that can be put right without asking. */
export interface CellFix {
  cell: Cell;
  /** As written; empty where the cell is. */
  from: string;
  to: string;
  why: Slip | 'total';
  /** Where it stands in the text. */
  start: number;
  end: number;
}

export type Fixed = { fixes: readonly CellFix[]; text: string } | { problem: string };

export interface FixOptions {
  /** Take away leading zeros as well. Not by itself: 07 may be a slip for 70 or 0.7, or a code in the wrong place. */
  zeros: boolean;
}

/**
 * What is safe to put right in a report, and its text with that done: numbers whose writing alone is wrong, and
 * blank totals that follow from their addends. Everything else in the text stays as it is, and the new text has
 * been read again: exactly the cells named have changed.
 */
export function fixReport(
  file: ReportFilePath,
  text: string,
  forms: readonly Form[],
  options: FixOptions,
): Fixed {
  const { report } = loadReport(file, text, undefined, forms);
  if (!report || report.guessed) return { problem: '有读不懂的地方，没有改。先用 gouji check 看是哪里。' };
  const { form } = report;
  const before = cellTexts(file.path, text, form);
  const written = slips(form, before, text, options);
  // A faithful copy of what was published keeps its blanks: they are what was published.
  const filled = report.transcribed ? [] : totals(form, before, text, written);
  const fixes = [...written, ...filled].sort((a, b) => a.start - b.start);
  if (fixes.length === 0) return { fixes, text };
  const { text: changed } = applyEdits(text, edits(form, before, text, fixes));
  if (!isProven(file, form, forms, before, changed, fixes)) {
    return { problem: '改过以后读出来的内容与预想的不同，所以没有改。照 gouji check 的提示手工改。' };
  }
  return { fixes, text: changed };
}

function slips(form: Form, { cells }: CellTexts, text: string, { zeros }: FixOptions): CellFix[] {
  return form.cells.flatMap((cell): CellFix[] => {
    const at = cells[cell.index];
    const reading = at && readCell(cell.kind, at.raw);
    if (!reading || !('why' in reading)) return [];
    const { slip, plain } = reading;
    if (!slip || plain === undefined || (slip === 'leadingZeros' && !zeros)) return [];
    return [{ cell, from: text.slice(at.span.start, at.span.end), to: plain, why: slip, ...at.span }];
  });
}

function totals(form: Form, before: CellTexts, text: string, written: readonly CellFix[]): CellFix[] {
  const blank = new Set<number>();
  const values = form.cells.map((cell): CellValue => {
    const at = before.cells[cell.index];
    const fix = written.find((each) => each.cell === cell);
    if (fix) return Number(fix.to);
    const reading = at && readCell(cell.kind, at.raw);
    if (!reading || 'why' in reading) return '看不清';
    const value = 'value' in reading ? reading.value : '空';
    if (value === '空' && hasLine(text, at.span)) blank.add(cell.index);
    return value;
  });
  return [...missingTotals(form, values, blank)].map(([index, sum]): CellFix => {
    const { span } = before.cells[index]!;
    const from = text.slice(span.start, span.end);
    return { cell: form.cells[index]!, from, to: String(sum), why: 'total', ...span };
  });
}

function edits(form: Form, { cells }: CellTexts, text: string, fixes: readonly CellFix[]): Edit[] {
  const rows = form.rows.map((row) => {
    const spans = row.cells.map((cell) => cells[cell.index]?.span);
    return spans.every((span) => span !== undefined) ? spans : [];
  });
  const aligned = fixes.map(({ cell, start, end, to }) => {
    const place = form.rows.findIndex((row) => row.cells.includes(cell));
    const neighbours = [-2, -1, 1, 2].flatMap((step) => {
      const near = form.rows[place + step];
      return near?.path[0] === form.rows[place]!.path[0] ? [rows[place + step]!] : [];
    });
    return alignEdit(text, { start, end, to }, rows[place]!, neighbours);
  });
  return [...aligned, ...commentEdits(text, aligned)];
}

/** The new text read again: the cells named hold what they should, all else is as it was. */
function isProven(
  file: ReportFilePath,
  form: Form,
  forms: readonly Form[],
  before: CellTexts,
  text: string,
  fixes: readonly CellFix[],
): boolean {
  if (loadReport(file, text, undefined, forms).report?.form !== form) return false;
  const after = cellTexts(file.path, text, form);
  const cells = form.cells.every((cell) => {
    const fix = fixes.find((each) => each.cell === cell);
    const raw = after.cells[cell.index]?.raw;
    if (!fix) return JSON.stringify(raw) === JSON.stringify(before.cells[cell.index]?.raw);
    const reading = readCell(cell.kind, raw);
    return 'value' in reading && reading.value === Number(fix.to);
  });
  return cells && otherKeys(form, before) === otherKeys(form, after);
}

function otherKeys(form: Form, { document }: CellTexts): string {
  const tables = form.sections.filter(({ table }) => table).map(({ key }) => key);
  const value = document.root ? (toValue(document.root) as object) : {};
  return JSON.stringify(Object.entries(value).filter(([key]) => !tables.includes(key)));
}
