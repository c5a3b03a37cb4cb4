import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Cell, DataRow, Form } from '../forms/compile.ts';
import { readCell } from '../forms/value.ts';
import { unclosedBracket } from '../source/bracket.ts';
import { placeOf, readDocument, type SourceDocument } from '../source/document.ts';
import type { SourceFault } from '../source/fault.ts';
import { nodeAt, type Span } from '../source/node.ts';
import { writtenScalar } from '../source/scalar.ts';
import { blankProblem, type Context, cellDetails, numberProblem, sourceProblem } from './problems.ts';
import { type RowText, rowText } from './row-text.ts';

export interface Mended {
  /** What could be read once the broken cells and rows were set aside, with the text as it was written. */
  document: SourceDocument;
  /** The text that could be read; every place in it is the place in the original. */
  mended: string;
  /** Rows that were set aside as a whole. */
  rows: DataRow[];
  /** Cells whose number was not read. */
  cells: Cell[];
  problems: Diagnostic[];
}

/**
 * Rows that YAML or JSON cannot take apart, such as `[0, , 0]`, `["12, 0]` or a JSON `１２`, would hide the
 * rest of the report. Their cells at fault are told and set aside with blanks of the same length; where a row
 * does not fall into its cells, the whole row is; and so on until what is left can be read.
 */
export function mendRows(document: SourceDocument, form: Form, context: Context): Mended {
  const known: DataRow[] = [];
  const rows: DataRow[] = [];
  const cells: Cell[] = [];
  const problems: Diagnostic[] = [];
  let mended = document;
  const read = (text: string) => readDocument(document.file, text);
  const next = () => brokenRow(mended, form, known, context);
  for (let broken = next(); broken; broken = next()) {
    const { row, text } = broken;
    known.push(row);
    const faulty = cellFaults(document, row, text.tokens, context);
    problems.push(...faulty.map(({ problem }) => problem));
    problems.push(...rowProblems(document, broken, faulty.length > 0, context));
    const patched = read(faulty.reduce((t, { token }) => setAside(t, token), mended.text));
    if (patched.faults.some((each) => !each.mended && inRows(patched, form, each, [row]))) {
      mended = read(setAside(mended.text, text.span));
      rows.push(row);
      cells.push(...row.cells);
    } else {
      mended = patched;
      cells.push(...faulty.map(({ cell }) => cell));
    }
  }
  const faults = mended.faults.filter((fault) => !inRows(mended, form, fault, known));
  return { document: { ...mended, text: document.text, faults }, mended: mended.text, rows, cells, problems };
}

interface BrokenRow {
  row: DataRow;
  text: RowText;
  fault: SourceFault;
}

/** The first row that a fault of the writing stands in. */
function brokenRow(
  document: SourceDocument,
  form: Form,
  known: readonly DataRow[],
  context: Context,
): BrokenRow | undefined {
  for (const fault of document.faults) {
    const row = rowBefore(document, form, fault);
    const text = row && !known.includes(row) ? rowText(document, row) : undefined;
    if (!row || !text) continue;
    if (fault.start <= text.span.end) return { row, text, fault };
    // What ends too early is noticed at the next sign.
    const next = document.text.slice(text.span.end, fault.start).trim() === '';
    if (next && cellFaults(document, row, text.tokens, context).length > 0) return { row, text, fault };
  }
  return undefined;
}

/** Whether a fault stands in a row that is told already, because it could not be set aside. */
function inRows(
  document: SourceDocument,
  form: Form,
  fault: SourceFault,
  known: readonly DataRow[],
): boolean {
  const row = rowBefore(document, form, fault);
  return row !== undefined && known.includes(row) && fault.start <= (rowText(document, row)?.span.end ?? 0);
}

/** The row whose name is the last before a fault of the writing; what is said of the name itself is not about its numbers. */
function rowBefore(document: SourceDocument, form: Form, fault: SourceFault): DataRow | undefined {
  const { root } = document;
  if (fault.code !== 'SRC-SYNTAX' || !root) return undefined;
  let found: { row: DataRow; start: number } | undefined;
  for (const row of form.rows) {
    const start = nodeAt(root, row.path)?.key?.start;
    if (start !== undefined && start < fault.start && start >= (found?.start ?? 0)) found = { row, start };
  }
  return found?.row;
}

/** Puts a 0 and blanks in the place of a cell or row, so that everything after it keeps its place. */
function setAside(text: string, { start, end }: Span): string {
  const from = start === end && text[start - 1] === ' ' ? start - 1 : start;
  if (from === end) return text;
  const blank = text.slice(from + 1, end).replace(/[^\r\n]/g, ' ');
  return `${text.slice(0, from)}0${blank}${text.slice(end)}`;
}

/** What is wrong with a row as a whole, its cells apart. */
function rowProblems(
  document: SourceDocument,
  { row, text, fault }: BrokenRow,
  cellsTold: boolean,
  context: Context,
): Diagnostic[] {
  const unclosed = text.open !== undefined && !text.closed;
  if (cellsTold && !unclosed) return [];
  const whole = unclosed ? unclosedBracket(document.text, text.open!, text.span.end) : fault;
  return [{ ...sourceProblem(document, whole, context), ...cellDetails(row) }];
}

interface CellFault {
  cell: Cell;
  token: Span;
  problem: Diagnostic;
}

/** The cells at fault, where the row falls into as many parts as it has cells. */
export function cellFaults(
  document: SourceDocument,
  row: DataRow,
  tokens: readonly Span[],
  context: Context,
): CellFault[] {
  if (tokens.length !== row.cells.length) return [];
  return tokens.flatMap((token, i) => {
    const cell = row.cells[i]!;
    const problem = cellProblem(document, cell, token, context);
    return problem ? [{ cell, token, problem }] : [];
  });
}

function cellProblem(
  document: SourceDocument,
  cell: Cell,
  token: Span,
  context: Context,
): Diagnostic | undefined {
  const text = document.text.slice(token.start, token.end);
  const reading = readCell(cell.kind, writtenScalar(text));
  if (!('fault' in reading)) return undefined;
  const details = { ...context, place: placeOf(document, token) };
  if (reading.fault === 'number') return numberProblem({ ...reading, cell }, text, details);
  return blankProblem(cell, details);
}
