import type { Cell, Form } from '../../forms/compile.ts';
import type { Alternative } from './result.ts';
import { inColumn, type System } from './system.ts';

export interface Places {
  /** Cells that every edit changes. */
  common: readonly number[];
  /** The rest of the edits, gathered into places that a sentence can name. */
  alternatives: readonly Alternative[];
}

/** Where edits, each given by its cells, differ. */
export function placesOf(form: Form, system: System, edits: readonly (readonly number[])[]): Places {
  const [first = [], ...others] = edits;
  const common = first.filter((cell) => others.every((cells) => cells.includes(cell))).sort((a, b) => a - b);
  const rest = edits.map((cells) => cells.filter((cell) => !common.includes(cell)));
  const all = [...new Set(rest.flat())];
  if (all.length === 0) return { common, alternatives: [] };
  const single = rest.every((cells) => cells.length === 1);
  if (single && rowsOf(system, all).length > 1 && commonColumn(form, all)) {
    return { common, alternatives: [gathered(form, system, rest)] };
  }
  const groups = new Map<string, (readonly number[])[]>();
  for (const cells of rest) {
    const key = rowsOf(system, cells).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), cells]);
  }
  return { common, alternatives: [...groups.values()].map((group) => gathered(form, system, group)) };
}

function gathered(form: Form, system: System, edits: readonly (readonly number[])[]): Alternative {
  const cells = [...new Set(edits.flat())].sort((a, b) => a - b);
  const rows = rowsOf(system, cells);
  const column = commonColumn(form, cells);
  const rest = { cells, edits: edits.length };
  if (rows.length > 1 && column) {
    return { by: 'column', names: [`${column.table} · ${column.columnName}`], ...rest };
  }
  return { by: 'row', names: rows.map((row) => form.rows[row]!.name), ...rest };
}

function rowsOf(system: System, cells: readonly number[]): number[] {
  return [...new Set(cells.map((cell) => system.rowOf[cell]!))].sort((a, b) => a - b);
}

/** A cell of the column in which all the cells lie. */
function commonColumn(form: Form, cells: readonly number[]): Cell | undefined {
  const first = form.cells[cells[0]!]!;
  return cells.every((cell) => inColumn(first, form.cells[cell]!)) ? first : undefined;
}
