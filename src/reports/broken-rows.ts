import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { Cell, DataRow } from '../forms/compile.ts';
import { readCell } from '../forms/value.ts';
import { placeOf, type SourceDocument } from '../source/document.ts';
import { nodeAt, type Span } from '../source/node.ts';
import { plainScalar } from '../source/scalar.ts';
import { type Context, cellDetails, numberProblem } from './problems.ts';

/**
 * Names the cells at fault in a row that YAML or JSON could not take apart, such as `[0, , 0]`,
 * `[0, 1,234, 0]` or a JSON `１２`. Undefined where the row does not fall into its cells either way:
 * then the fault is that of the whole row.
 */
export function cellFaults(
  document: SourceDocument,
  row: DataRow,
  context: Context,
): Diagnostic[] | undefined {
  const tokens = tokensOf(document, row);
  if (tokens?.length !== row.cells.length) return undefined;
  const faults = tokens.flatMap((token, i) => cellFault(document, row.cells[i]!, token, context));
  return faults.length > 0 ? faults : undefined;
}

function cellFault(document: SourceDocument, cell: Cell, token: Span, context: Context): Diagnostic[] {
  const text = document.text.slice(token.start, token.end);
  const reading = readCell(cell.kind, plainScalar(text.replace(/^(["'])(.*)\1$/, '$2')));
  if (!('fault' in reading)) return [];
  const details = { ...context, place: placeOf(document, token) };
  if (reading.fault === 'number') return [numberProblem({ ...reading, cell }, text, details)];
  return [
    diagnose('BLANK', { cell: cell.name }, { ...details, ...cellDetails(cell), code: cell.codes.blank }),
  ];
}

function tokensOf(document: SourceDocument, row: DataRow): Span[] | undefined {
  const found = document.root && nodeAt(document.root, row.path);
  if (!found) return undefined;
  const { text } = document;
  const from = found.key ? text.indexOf(':', found.key.end) + 1 : found.node.start;
  if (row.single) return [trim(text, from, endOf(text, from, /[\n#,}]/))];
  const open = text.indexOf('[', from);
  if (open < 0 || text.slice(from, open).trim() !== '') return undefined;
  const close = endOf(text, open + 1, /[\]\n#]/);
  const commas = split(text, open + 1, close, /,/g);
  return commas.length === row.cells.length ? commas : split(text, open + 1, close, /,(?=\s)|，/g);
}

function endOf(text: string, from: number, mark: RegExp): number {
  const at = text.slice(from).search(mark);
  return at < 0 ? text.length : from + at;
}

function split(text: string, from: number, to: number, separator: RegExp): Span[] {
  const spans: Span[] = [];
  let start = from;
  for (const match of text.slice(from, to).matchAll(separator)) {
    spans.push(trim(text, start, from + match.index));
    start = from + match.index + match[0].length;
  }
  return [...spans, trim(text, start, to)];
}

function trim(text: string, from: number, to: number): Span {
  const inner = text.slice(from, to);
  const start = from + (inner.length - inner.trimStart().length);
  return { start: Math.min(start, to), end: Math.max(start, from + inner.trimEnd().length) };
}
