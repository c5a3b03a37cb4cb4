import { z } from 'zod';
import { annotationKeys } from './annotations.ts';
import type { Cell, DataRow, Form } from './compile.ts';
import { absences, type CellValue, readCell } from './value.ts';

/** What is wrong with a row or cell; travels in the `params` of a zod issue. */
export type Fault =
  | { fault: 'missing'; row: DataRow }
  | { fault: 'shape'; row: DataRow }
  | { fault: 'length'; row: DataRow; found: number }
  | { fault: 'blank'; cell: Cell }
  | { fault: 'number'; cell: Cell; why: string; write?: string }
  | { fault: 'empty' };

/** Narrative text: Markdown, not blank. */
const text = z.string().check((ctx) => {
  if (ctx.value.trim() === '') {
    ctx.issues.push({ code: 'custom', input: ctx.value, params: { fault: 'empty' } satisfies Fault });
  }
});

/**
 * The zod schema of a report file of this edition. Keys that are not the form's stand first and last;
 * between them the six sections, exactly as the form data describes them.
 */
export function reportSchema(form: Form) {
  const sections: Record<string, z.ZodType> = {};
  for (const { key, heading, help, table } of form.sections) {
    sections[key] = table
      ? tableSchema(form, key, table.rows, `${table.number} ${table.title}`, help)
      : text.meta({ title: heading, description: help });
  }
  return z
    .strictObject({
      form: z
        .literal(form.id)
        .meta({ title: '格式版本', description: `${form.notice.number}的格式写 ${form.id}。` }),
      organ: z.string().optional().meta({ title: '机关', description: '可以不写；写了就要与文件夹一致。' }),
      year: z.int().optional().meta({ title: '报告年度', description: '可以不写；写了就要与文件名一致。' }),
      published: z.iso
        .date()
        .optional()
        .meta({ title: '公布日期', description: '四位年-两位月-两位日，例如 2024-01-15。' }),
      indexNumber: z.string().trim().min(1).optional().meta({
        title: '索引号',
        description: '政府信息公开目录里的索引号，没有就不写。',
      }),
      opening: text.optional().meta({ title: '开头', description: '第一部分之前的文字，可以不写。' }),
      ...sections,
      notes: z
        .record(z.string(), text)
        .optional()
        .meta({ title: '注释', description: '左边是格或表的地址，右边是说明，印在表下。' }),
      source: z
        .looseObject({
          file: z.string().optional().meta({ title: '原文件名' }),
          sha256: z.string().optional().meta({ title: '校验值', description: '原文件的 SHA-256。' }),
          published: z.boolean().optional().meta({
            title: '原件已经公布',
            description: 'true（照录过去公布的报告，原样保留，其中的空格只作提示）或 false',
          }),
        })
        .optional()
        .meta({ title: '来源', description: '由导入写下：原文件名和校验值。' }),
      ...annotationKeys,
    })
    .meta({ title: `${form.title}（${form.id}年版）` });
}

/** The keys every edition has; section keys differ from edition to edition. */
export type ReportFile = {
  form: number;
  organ?: string;
  year?: number;
  published?: string;
  indexNumber?: string;
  opening?: string;
  notes?: Record<string, string>;
  source?: Record<string, unknown>;
  waivers?: unknown;
  corrections?: unknown;
} & Record<string, unknown>;

function tableSchema(form: Form, key: string, rows: readonly DataRow[], title: string, help: string) {
  const build = (prefix: string, depth: number): z.ZodType => {
    const shape: Record<string, z.ZodType> = {};
    for (const row of rows) {
      if (!row.address.startsWith(`${prefix}.`)) continue;
      const name = row.path[depth]!;
      if (shape[name]) continue;
      shape[name] = row.path.length === depth + 1 ? rowSchema(row) : build(`${prefix}.${name}`, depth + 1);
    }
    const meta = depth === 1 ? { title, description: help } : { title: form.groups.get(prefix)! };
    return z.strictObject(shape).meta(meta);
  };
  return build(key, 1);
}

/** One check for the whole row: thirty of these run for every report. */
function rowSchema(row: DataRow): z.ZodType<CellValue | CellValue[]> {
  const schema = z.unknown().check((ctx) => {
    const report = (params: Fault, path: number[] = []) =>
      ctx.issues.push({ code: 'custom', input: ctx.value, path, params });
    const { value } = ctx;
    if (value === undefined) return void report({ fault: 'missing', row });
    if (row.single) return void checkCell(row.cells[0]!, value, report);
    if (value === null) return void report({ fault: 'length', row, found: 0 });
    if (!Array.isArray(value)) return void report({ fault: 'shape', row });
    if (value.length !== row.cells.length) return void report({ fault: 'length', row, found: value.length });
    row.cells.forEach((cell, i) => {
      checkCell(cell, value[i], report, [i]);
    });
  });
  return schema.meta(rowJsonSchema(row)) as z.ZodType<CellValue | CellValue[]>;
}

function checkCell(
  cell: Cell,
  raw: unknown,
  report: (params: Fault, path?: number[]) => void,
  path: number[] = [],
): void {
  const reading = readCell(cell.kind, raw);
  if (!('fault' in reading)) return;
  report(reading.fault === 'blank' ? { fault: 'blank', cell } : { ...reading, cell }, path);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** The same row for editors: a sequence whose items carry the column titles. */
function rowJsonSchema(row: DataRow): Record<string, unknown> {
  const about = { title: row.label, description: describe(row.help, row.cells) };
  if (row.single) return { ...cellJsonSchema(row.cells[0]!), ...about };
  return {
    ...about,
    type: 'array',
    items: row.cells.map(cellJsonSchema),
    minItems: row.cells.length,
    maxItems: row.cells.length,
    additionalItems: false,
  };
}

function cellJsonSchema(cell: Cell): Record<string, unknown> {
  const number = {
    type: cell.kind === 'amount' ? 'number' : 'integer',
    ...(cell.kind === 'change' ? {} : { minimum: 0 }),
  };
  return {
    title: cell.columnName,
    description: `${cell.name}（${cell.unit}）`,
    anyOf: [number, { enum: [...absences] }],
  };
}

function describe(help: string, cells: readonly Cell[]): string {
  return [help, cells.length > 1 ? `依次是${cells.map((c) => c.columnName).join('、')}。` : ''].join('');
}

/** The numbers of a report in cell order; a cell that could not be read, or whose row could not, is 看不清. */
export function cellValues(form: Form, data: unknown, broken: ReadonlySet<Cell> = new Set()): CellValue[] {
  const values: CellValue[] = [];
  for (const row of form.rows) {
    let value = data;
    for (const key of row.path) value = isObject(value) ? (value as Record<string, unknown>)[key] : undefined;
    const whole = row.single || (Array.isArray(value) && value.length === row.cells.length);
    row.cells.forEach((cell, i) => {
      const sound = whole && !broken.has(cell);
      const reading = sound ? readCell(cell.kind, row.single ? value : (value as unknown[])[i]) : undefined;
      values.push(reading && 'value' in reading ? reading.value : '看不清');
    });
  }
  return values;
}
