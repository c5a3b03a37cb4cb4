import type { Block, Column, Edition, EquationPattern, Row, Section, Table, ValueKind } from './edition.ts';

/** One number of the form. */
export interface Cell {
  /** Position among all cells of the edition, in printing order; indexes `Report.values`. */
  index: number;
  /** `applications.denied.stateSecret.total`. */
  address: string;
  /** Where it stands in the data: keys, then the place in the row. */
  path: readonly (string | number)[];
  /** 表三 · （三）不予公开 1.属于国家秘密 · 总计. */
  name: string;
  /** Number of its table: 表三. */
  table: string;
  rowName: string;
  columnName: string;
  /** Key of the column, the last part of the address; absent where the row holds one number. */
  column?: string;
  kind: ValueKind;
  unit: string;
  printUnit: boolean;
  help: string;
  articles: readonly string[];
  codes: Table['codes'];
}

/** What one key of the data holds: a row of numbers, or a single number. */
export interface DataRow {
  /** `applications.denied.stateSecret`. */
  address: string;
  path: readonly string[];
  /** 表三 · （三）不予公开 1.属于国家秘密. */
  name: string;
  /** Official label and meaning of what the key stands for. */
  label: string;
  help: string;
  /** Label with those of its groups, as it stands in `name`. */
  rowName: string;
  articles: readonly string[];
  /** Other wordings of the label seen in real reports. */
  variants: readonly string[];
  cells: readonly Cell[];
  /** The data is one number, not a sequence. */
  single: boolean;
}

/** A sum relation between cells: the left cells together equal the right cells together. */
export interface Equation {
  code: string;
  name: string;
  source: string;
  /** The row or column it is about, by its label. */
  about: string;
  left: readonly number[];
  right: readonly number[];
  sides: readonly [left: string, right: string];
  /** The cell where a failure is reported. */
  at: number;
}

export interface FormTable extends Table {
  key: string;
  width: number;
  rows: readonly DataRow[];
}

export interface FormSection extends Omit<Section, 'table'> {
  table?: FormTable;
}

/** An edition with everything that follows from it. */
export interface Form extends Omit<Edition, 'sections'> {
  sections: readonly FormSection[];
  rows: readonly DataRow[];
  cells: readonly Cell[];
  cellAt: ReadonlyMap<string, Cell>;
  equations: readonly Equation[];
  /** Official labels of data keys that hold further keys: `applications.denied` → （三）不予公开. */
  groups: ReadonlyMap<string, string>;
}

interface RowStep {
  keys: string[];
  labels: string[];
  row: Row;
}
interface ColumnStep {
  keys: string[];
  labels: string[];
  column: Column;
  groups: Column[];
}

/** Derives cells, data rows and equations. Throws where an edition contradicts itself: that is a fault of ours. */
export function compile(edition: Edition): Form {
  const cells: Cell[] = [];
  const groups = new Map<string, string>();
  const sections = edition.sections.map((section): FormSection => {
    const { table, ...rest } = section;
    if (!table) return rest;
    groups.set(section.key, `${table.number} ${table.title}`);
    return { ...rest, table: compileTable(section.key, table, cells, groups) };
  });
  const rows = sections.flatMap((section) => section.table?.rows ?? []);
  const cellAt = new Map(cells.map((cell) => [cell.address, cell]));
  if (cellAt.size !== cells.length) throw new Error(`edition ${edition.id}: two cells share an address`);
  const equations = sections.flatMap((section) =>
    section.table ? section.table.equations.flatMap((pattern) => expand(pattern, section.table!)) : [],
  );
  return { ...edition, sections, rows, cells, cellAt, equations, groups };
}

function compileTable(key: string, table: Table, cells: Cell[], groups: Map<string, string>): FormTable {
  const rows: DataRow[] = [];
  const widths = table.blocks.map((block) => table.stubWidth + blockWidth(block));
  const width = Math.max(...widths);
  if (widths.some((w) => w !== width)) throw new Error(`${table.number}: blocks differ in width`);
  for (const block of table.blocks) {
    const columns = columnSteps(block.columns);
    for (const step of rowSteps(block.rows)) {
      nameGroups(key, step, groups);
      for (const run of runs(columns)) {
        rows.push(dataRow(key, table, step, run, cells, groups));
      }
    }
  }
  return { ...table, key, width, rows };
}

/** Leaf rows with the keys and labels on the way to them; a group without key is layout only. */
export function rowSteps(rows: readonly Row[], above: RowStep[] = []): RowStep[] {
  return rows.flatMap((row) => {
    const parent = above.at(-1);
    const step: RowStep = {
      keys: [...(parent?.keys ?? []), ...(row.key ? [row.key] : [])],
      labels: [...(parent?.labels ?? []), ...(row.key && row.label ? [row.label] : [])],
      row,
    };
    return row.rows ? rowSteps(row.rows, [step]) : [step];
  });
}

/** Leaf columns with the keys and labels on the way to them. */
export function columnSteps(columns: readonly Column[], above?: ColumnStep): ColumnStep[] {
  return columns.flatMap((column) => {
    const step: ColumnStep = {
      keys: [...(above?.keys ?? []), ...(column.key ? [column.key] : [])],
      labels: [
        ...(above?.labels ?? []),
        ...(!column.columns || column.key || column.named ? [column.label] : []),
      ],
      column,
      groups: [...(above?.groups ?? []), ...(column.columns ? [column] : [])],
    };
    return column.columns ? columnSteps(column.columns, step) : [step];
  });
}

/** Neighbouring columns that stand in one sequence of the data: those under the same keys. */
function runs(columns: ColumnStep[]): ColumnStep[][] {
  const byGroup = new Map<string, ColumnStep[]>();
  for (const step of columns) {
    const group = (step.column.key ? step.keys.slice(0, -1) : step.keys).join('.');
    byGroup.set(group, [...(byGroup.get(group) ?? []), step]);
  }
  return [...byGroup.values()];
}

function dataRow(
  tableKey: string,
  table: Table,
  step: RowStep,
  run: ColumnStep[],
  cells: Cell[],
  groups: Map<string, string>,
): DataRow {
  const first = run[0]!;
  const single = first.column.key === undefined;
  const groupKeys = single ? first.keys : first.keys.slice(0, -1);
  const path = [tableKey, ...step.keys, ...groupKeys];
  const address = path.join('.');
  const rowLabels = [...step.labels, ...first.labels.slice(0, -1)];
  const rowName = rowLabels.join(' ');
  const name = `${table.number} · ${rowName}`;
  const owner = groupKeys.length > 0 ? first.groups.at(-1) : step.row;
  const rowCells = run.map(({ column, labels }, i): Cell => {
    const label = labels.at(-1)!;
    const cell: Cell = {
      index: cells.length,
      address: column.key ? `${address}.${column.key}` : address,
      path: single ? path : [...path, i],
      name: `${name} · ${label}`,
      table: table.number,
      rowName,
      columnName: label,
      ...(column.key ? { column: column.key } : {}),
      kind: column.kind ?? 'count',
      unit: column.unit ?? table.unit,
      printUnit: column.printUnit ?? false,
      help: [owner?.help, column.help].filter(Boolean).join(''),
      articles: [owner?.article, column.article].filter((a): a is string => a !== undefined),
      codes: table.codes,
    };
    cells.push(cell);
    return cell;
  });
  groups.set(address, rowName);
  return {
    address,
    path,
    name,
    label: rowLabels.at(-1)!,
    rowName,
    help: owner?.help ?? '',
    articles: owner?.article ? [owner.article] : [],
    variants: owner?.variants ?? [],
    cells: rowCells,
    single,
  };
}

function nameGroups(tableKey: string, step: RowStep, groups: Map<string, string>): void {
  step.keys.forEach((_, i) => {
    groups.set([tableKey, ...step.keys.slice(0, i + 1)].join('.'), step.labels.slice(0, i + 1).join(' '));
  });
}

export function blockWidth(block: Block): number {
  return columnSteps(block.columns).reduce((sum, step) => sum + (step.column.span ?? 1), 0);
}

function expand(pattern: EquationPattern, table: FormTable): Equation[] {
  const { code, name, source, sides } = pattern;
  const relation = (about: string, pick: (keys: readonly string[]) => Cell[]): Equation => ({
    code,
    name,
    source,
    sides,
    about,
    left: pick(pattern.left).map(({ index }) => index),
    right: pick(pattern.right).map(({ index }) => index),
    at: pick([pattern.at])[0]!.index,
  });
  const cellIn = (row: DataRow, column: string | undefined, key: string): Cell => {
    const cell = row.cells.find((cell) => cell.column === column);
    if (!cell) throw new Error(`${code}: no cell for ${key}`);
    return cell;
  };
  const rowsAt = (key: string): DataRow[] => {
    const address = `${table.key}.${key}`;
    const rows = table.rows.filter((row) => row.address === address || row.address.startsWith(`${address}.`));
    if (rows.length === 0) throw new Error(`${code}: no row ${key}`);
    return rows;
  };
  if (pattern.each === 'row') {
    const rows = pattern.rows?.flatMap(rowsAt) ?? table.rows;
    return rows.map((row) => relation(row.name, (columns) => columns.map((key) => cellIn(row, key, key))));
  }
  return table.rows[0]!.cells.map(({ column, columnName }) =>
    relation(`${table.number} · ${columnName}`, (keys) =>
      keys.flatMap((key) => rowsAt(key).map((row) => cellIn(row, column, key))),
    ),
  );
}
