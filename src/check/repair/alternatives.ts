import type { Cell, Form } from '../../forms/compile.ts';
import type { Alternative } from './result.ts';
import type { System } from './system.ts';

/** Gathers edits, each given by its cells, into places that a sentence can name. */
export function alternativesOf(
  form: Form,
  system: System,
  edits: readonly (readonly number[])[],
): Alternative[] {
  if (edits.length === 0) return [];
  const single = edits.every((cells) => cells.length === 1);
  const all = [...new Set(edits.flat())];
  if (single && commonRow(system, all) === undefined && commonColumn(form, all)) {
    return [gathered(form, system, edits)];
  }
  const groups = new Map<string, (readonly number[])[]>();
  for (const cells of edits) {
    const row = commonRow(system, cells);
    const key = row === undefined ? cells.join(' ') : `row ${row}`;
    groups.set(key, [...(groups.get(key) ?? []), cells]);
  }
  return [...groups.values()].map((group) => gathered(form, system, group));
}

function gathered(form: Form, system: System, edits: readonly (readonly number[])[]): Alternative {
  const cells = [...new Set(edits.flat())].sort((a, b) => a - b);
  const row = commonRow(system, cells);
  const column = commonColumn(form, cells);
  const rest = { cells, edits: edits.length };
  if (row !== undefined) return { by: 'row', name: form.rows[row]!.name, ...rest };
  if (column) return { by: 'column', name: `${tableNumber(form, column)} · ${column.columnName}`, ...rest };
  return { by: 'cells', name: cells.map((cell) => form.cells[cell]!.name).join('、'), ...rest };
}

function commonRow(system: System, cells: readonly number[]): number | undefined {
  const row = system.rowOf[cells[0]!];
  return cells.every((cell) => system.rowOf[cell] === row) ? row : undefined;
}

/** A cell of the column in which all the cells lie. */
function commonColumn(form: Form, cells: readonly number[]): Cell | undefined {
  const first = form.cells[cells[0]!]!;
  const same = ({ column, path }: Cell) => column === first.column && path[0] === first.path[0];
  return first.column !== undefined && cells.every((cell) => same(form.cells[cell]!)) ? first : undefined;
}

function tableNumber(form: Form, cell: Cell): string {
  return form.sections.find(({ key }) => key === cell.path[0])?.table?.number ?? '';
}
