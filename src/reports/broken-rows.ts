import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Cell, DataRow, Form } from '../forms/compile.ts';
import { readCell } from '../forms/value.ts';
import { unclosedBracket } from '../source/bracket.ts';
import { placeOf, readDocument, type SourceDocument, type SourceFault } from '../source/document.ts';
import { nodeAt, type Span } from '../source/node.ts';
import { plainScalar } from '../source/scalar.ts';
import { type Context, cellDetails, numberProblem, sourceProblem } from './problems.ts';
import { type RowText, rowText } from './row-text.ts';

export interface Mended {
  /** What could be read once the broken rows were set aside, with the text as it was written. */
  document: SourceDocument;
  /** The text that could be read; every place in it is the place in the original. */
  mended: string;
  broken: DataRow[];
  problems: Diagnostic[];
}

/**
 * Rows that YAML or JSON cannot take apart, such as `[0, , 0]`, `["12, 0]` or a JSON `１２`, would hide the
 * rest of the report. Each is told by its cells, or as a whole where it does not fall into its cells, and set
 * aside with blanks of the same length, until what is left can be read.
 */
export function mendRows(document: SourceDocument, form: Form, context: Context): Mended {
  const broken: DataRow[] = [];
  const problems: Diagnostic[] = [];
  let mended = document;
  for (
    let next = brokenRow(mended, form, broken, context);
    next;
    next = brokenRow(mended, form, broken, context)
  ) {
    const { row, text, fault } = next;
    broken.push(row);
    problems.push(...rowProblems({ ...document, root: mended.root! }, row, text, fault, context));
    mended = readDocument(document.file, setAside(mended.text, text.span));
  }
  const faults = mended.faults.filter((fault) => !inRows(mended, form, fault, broken));
  return { document: { ...mended, text: document.text, faults }, mended: mended.text, broken, problems };
}

/** The first row that a fault of the writing stands in. */
function brokenRow(document: SourceDocument, form: Form, known: readonly DataRow[], context: Context) {
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

/** The row whose name is the last before a fault of the writing. */
function rowBefore(document: SourceDocument, form: Form, fault: SourceFault): DataRow | undefined {
  const { root } = document;
  if (fault.code !== 'SRC-SYNTAX' || !root) return undefined;
  let found: { row: DataRow; start: number } | undefined;
  for (const row of form.rows) {
    const start = nodeAt(root, row.path)?.key?.start;
    if (start !== undefined && start <= fault.start && start >= (found?.start ?? 0)) found = { row, start };
  }
  return found?.row;
}

/** Puts a 0 and blanks in the place of a row, so that everything after it keeps its place. */
function setAside(text: string, { start, end }: Span): string {
  if (end <= start) return text;
  const blank = text.slice(start + 1, end).replace(/[^\r\n]/g, ' ');
  return `${text.slice(0, start)}0${blank}${text.slice(end)}`;
}

function rowProblems(
  document: SourceDocument,
  row: DataRow,
  text: RowText,
  fault: SourceFault,
  context: Context,
): Diagnostic[] {
  const cells = cellFaults(document, row, text.tokens, context);
  const unclosed = text.open !== undefined && !text.closed;
  if (cells.length > 0 && !unclosed) return cells;
  const whole = unclosed ? unclosedBracket(document.text, text.open!, text.span.end) : fault;
  return [...cells, { ...sourceProblem(document, whole, context), cell: row.address, cellName: row.name }];
}

/** The cells at fault, where the row falls into as many parts as it has cells. */
export function cellFaults(
  document: SourceDocument,
  row: DataRow,
  tokens: readonly Span[],
  context: Context,
): Diagnostic[] {
  if (tokens.length !== row.cells.length) return [];
  return tokens.flatMap((token, i) => cellFault(document, row.cells[i]!, token, context));
}

function cellFault(document: SourceDocument, cell: Cell, token: Span, context: Context): Diagnostic[] {
  const text = document.text.slice(token.start, token.end);
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  const reading = readCell(cell.kind, quoted ? quoted[2] : plainScalar(text));
  if (!('fault' in reading)) return [];
  const details = { ...context, place: placeOf(document, token) };
  if (reading.fault === 'number') return [numberProblem({ ...reading, cell }, text, details)];
  return [
    diagnose('BLANK', { cell: cell.name }, { ...details, ...cellDetails(cell), code: cell.codes.blank }),
  ];
}
