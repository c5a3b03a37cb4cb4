import type { Form } from '../../src/forms/compile.ts';
import { layout, type PrintedCell } from '../../src/forms/layout.ts';

/**
 * A printed table as lines of words, one line for each row of the grid: `label[columns×rows]`, with the rows
 * left out where there is one, and the whole where both are one; a number is `n`.
 */
export function grid(form: Form, key: string): string[] {
  const table = form.sections.find((section) => section.key === key)?.table;
  if (!table) throw new Error(`no table ${key}`);
  return layout(form, table).flatMap(({ head, body }) => [...head, ...body].map(line));
}

function line(cells: readonly PrintedCell[]): string {
  return cells.map((cell) => `${cell.text ?? 'n'}${span(cell)}`).join(' | ');
}

function span({ colSpan, rowSpan }: PrintedCell): string {
  if (rowSpan > 1) return `[${colSpan}×${rowSpan}]`;
  return colSpan > 1 ? `[${colSpan}]` : '';
}
