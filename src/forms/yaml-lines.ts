import type { DataRow, Form } from './compile.ts';

/** What a blank report and one that was read from a document have in common when they are written as YAML. */

/** Name of the JSON Schema of an edition's reports, in `data/schema/`. */
export function schemaName({ id }: Pick<Form, 'id'>): string {
  return `report-${id}.json`;
}

/** Tells editors where it lies, seen from the folder of an organ. */
export function schemaLine(form: Form): string {
  return `# yaml-language-server: $schema=../../schema/${schemaName(form)}`;
}

/** A row of the data, with what stands above it. */
export interface NestedRow {
  row: DataRow;
  /** Paths of the groups that begin here, the outer before the inner. */
  opens: (readonly string[])[];
  /** The names of its columns, where they are others than those of the row before. */
  heading?: string;
}

/** The rows of a table, in its order. */
export function nestedRows(rows: readonly DataRow[]): NestedRow[] {
  let open: readonly string[] = [];
  let columns = '';
  return rows.map((row) => {
    const groups = row.path.slice(1, -1).map((_, i) => row.path.slice(0, i + 2));
    const opens = groups.filter((group) => group.some((key, i) => open[i] !== key));
    open = row.path.slice(0, -1);
    const heading = row.cells.map((cell) => cell.columnName).join(' ');
    const changed = heading !== columns;
    columns = heading;
    return { row, opens, ...(changed ? { heading } : {}) };
  });
}

export function indent(path: readonly string[]): string {
  return '  '.repeat(path.length - 1);
}
