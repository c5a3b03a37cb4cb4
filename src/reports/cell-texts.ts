import type { Form } from '../forms/compile.ts';
import { readDocument, type SourceDocument } from '../source/document.ts';
import { type Node, nodeAt, type Span } from '../source/node.ts';
import { writtenScalar } from '../source/scalar.ts';
import { mendRows } from './broken-rows.ts';
import { rowText } from './row-text.ts';

/** A cell as it is written: where, and what the reader makes of it (see `readCell`). */
export interface CellText {
  span: Span;
  raw: unknown;
}

export interface CellTexts {
  document: SourceDocument;
  /** By cell index; absent where its row does not fall into as many parts as it has cells. */
  cells: (CellText | undefined)[];
}

/** Finds every cell in the text of a report, in rows too that YAML or JSON cannot take apart. */
export function cellTexts(file: string, text: string, form: Form): CellTexts {
  const { document, rows, cells: unread } = mendRows(readDocument(file, text), form, {});
  const cells = form.rows.flatMap((row): (CellText | undefined)[] => {
    const node = document.root && nodeAt(document.root, row.path)?.node;
    // What was set aside is there no more, but its text is.
    const whole = !rows.includes(row) && !row.cells.some((cell) => unread.includes(cell));
    const read = whole ? fromNode(node, row.cells.length, row.single) : undefined;
    if (read) return read;
    const tokens = rowText(document, row)?.tokens ?? [];
    return row.cells.map((_, i) =>
      tokens.length === row.cells.length ? fromToken(text, tokens[i]!) : undefined,
    );
  });
  return { document, cells };
}

function fromNode(node: Node | undefined, length: number, single: boolean): CellText[] | undefined {
  const items = single ? [node] : node?.kind === 'list' ? node.items : [];
  const scalars = items.filter((item) => item?.kind === 'scalar');
  if (scalars.length !== length || items.length !== length) return undefined;
  return scalars.map(({ start, end, value }) => ({ span: { start, end }, raw: value }));
}

function fromToken(text: string, span: Span): CellText {
  return { span, raw: writtenScalar(text.slice(span.start, span.end)) };
}
