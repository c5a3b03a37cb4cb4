import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Cell, Form } from '../forms/compile.ts';
import { readCell } from '../forms/value.ts';
import { placeOf, type SourceDocument } from '../source/document.ts';
import { nodeAt } from '../source/node.ts';
import { type Context, numberProblem } from './problems.ts';

/**
 * Amounts in quotation marks. A decimal such as 12.50 comes as its text, so that its zeros are not lost, and
 * once read a quoted one looks the same; only the source tells them apart.
 */
export function quotedAmounts(
  document: SourceDocument,
  form: Form,
  context: Context,
): { cells: Cell[]; problems: Diagnostic[] } {
  const cells: Cell[] = [];
  const problems: Diagnostic[] = [];
  for (const cell of form.cells) {
    const problem = cell.kind === 'amount' && quotedAmount(document, cell, context);
    if (!problem) continue;
    cells.push(cell);
    problems.push(problem);
  }
  return { cells, problems };
}

function quotedAmount(document: SourceDocument, cell: Cell, context: Context): Diagnostic | undefined {
  const node = document.root && nodeAt(document.root, cell.path)?.node;
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  const reading = readCell(cell.kind, node.value);
  const found = document.text.slice(node.start, node.end);
  if ('fault' in reading || typeof reading.value !== 'number' || found === node.value) return undefined;
  const fault = { fault: 'number', cell, why: '数不要加引号', write: `写 ${node.value.trim()}。` } as const;
  return numberProblem(fault, found, { ...context, place: placeOf(document, node) });
}
