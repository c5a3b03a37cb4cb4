import { compareText, type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { correctionSchema, waiverSchema } from '../forms/annotations.ts';
import type { Form } from '../forms/compile.ts';
import type { ReportFile } from '../forms/schema.ts';
import { type CellValue, readCell } from '../forms/value.ts';
import { locate, type SourceDocument } from '../source/document.ts';
import type { Path } from '../source/node.ts';
import { type Context, cellDetails } from './problems.ts';

/** A failed rule accepted for a stated reason, as signed. */
export interface Waiver {
  rule: string;
  /** Addresses, the signed value beside each. */
  cells: readonly string[];
  values: readonly (CellValue | string)[];
  reason: string;
  basis?: string;
  by: string;
  until: string;
  /** Position in the file's list. */
  index: number;
}

/** A figure changed after publication. */
export interface Correction {
  cell: string;
  old: CellValue;
  new: CellValue;
  date: string;
  reason: string;
  /** Position in the file's list. */
  index: number;
}

/** Values a rule may point at besides the cells of the tables. */
export const plainKeys = ['form', 'published'] as const;

/** Whether an address is that of a text, in which a rule may point at a passage; its signed value is the passage. */
export function isText(form: Form, address: string): boolean {
  return address === 'opening' || form.sections.some(({ key, table }) => key === address && !table);
}

interface Reading {
  waivers: Waiver[];
  corrections: Correction[];
  diagnostics: Diagnostic[];
}

/**
 * Reads waivers and corrections. What the schema refuses has been told already and is left out; here addresses
 * are looked up, values read as their cells' kinds, and the newest correction of a cell compared with the table.
 */
export function readAnnotations(
  document: SourceDocument,
  data: Partial<ReportFile>,
  form: Form,
  values: readonly CellValue[],
  context: Context,
): Reading {
  const reading: Reading = { waivers: [], corrections: [], diagnostics: [] };
  if (Array.isArray(data.waivers)) readWaivers(document, data.waivers, form, context, reading);
  if (Array.isArray(data.corrections)) {
    readCorrections(document, data.corrections, form, context, reading);
    reading.diagnostics.push(
      ...correctionProblems(document, data.corrections, reading, form, values, context),
    );
  }
  return reading;
}

function readWaivers(
  document: SourceDocument,
  list: readonly unknown[],
  form: Form,
  context: Context,
  { waivers, diagnostics }: Reading,
): void {
  list.forEach((raw, index) => {
    const parsed = waiverSchema.safeParse(raw);
    if (!parsed.success) return;
    const { basis, cells, values, ...rest } = parsed.data;
    const place = (path: Path) => ({ ...context, place: locate(document, ['waivers', index, ...path]) });
    const before = diagnostics.length;
    cells.forEach((found, i) => {
      if ((plainKeys as readonly string[]).includes(found)) return;
      if (!form.cellAt.has(found) && !isText(form, found))
        diagnostics.push(unknownCell(form, found, place(['cells', i])));
    });
    if (cells.length !== values.length) {
      diagnostics.push(
        diagnose('WAIVER-VALUES', { cells: cells.length, values: values.length }, place(['values'])),
      );
    }
    if (diagnostics.length > before) return;
    const signed = values.map((value, i) => readValue(form, cells[i]!, value));
    waivers.push({ ...rest, ...(basis === undefined ? {} : { basis }), cells, values: signed, index });
  });
}

function readCorrections(
  document: SourceDocument,
  list: readonly unknown[],
  form: Form,
  context: Context,
  { corrections, diagnostics }: Reading,
): void {
  list.forEach((raw, index) => {
    const parsed = correctionSchema.safeParse(raw);
    if (!parsed.success) return;
    const place = (key: string) => ({ ...context, place: locate(document, ['corrections', index, key]) });
    const cell = form.cellAt.get(parsed.data.cell);
    if (!cell) {
      diagnostics.push(unknownCell(form, parsed.data.cell, place('cell')));
      return;
    }
    const both = (['old', 'new'] as const).map((key): CellValue | undefined => {
      const value = readCell(cell.kind, parsed.data[key]);
      if ('value' in value) return value.value;
      const why = value.fault === 'blank' ? '空着，没有数' : value.why;
      diagnostics.push(
        diagnose(
          'NUMBER',
          { cell: cell.name, found: String(parsed.data[key]), why },
          { ...place(key), ...cellDetails(cell), code: cell.codes.number },
        ),
      );
      return undefined;
    });
    const [old, now] = both;
    if (old === undefined || now === undefined) return;
    corrections.push({ ...parsed.data, old, new: now, index });
  });
}

/** The newest correction of a cell ends at the figure in the table, each earlier one where the next begins. */
function correctionProblems(
  document: SourceDocument,
  list: readonly unknown[],
  { corrections }: Reading,
  form: Form,
  values: readonly CellValue[],
  context: Context,
): Diagnostic[] {
  if (corrections.length !== list.length) return [];
  const inOrder = corrections
    .map((correction, index) => ({ ...correction, index }))
    .sort((a, b) => compareText(a.date, b.date));
  return inOrder.flatMap((correction, i) => {
    const cell = form.cellAt.get(correction.cell)!;
    const next = inOrder.slice(i + 1).find((later) => later.cell === correction.cell);
    const should = next ? next.old : values[cell.index]!;
    if (correction.new === should) return [];
    return [
      diagnose(
        'CORRECTION-VALUE',
        {
          cell: cell.name,
          found: String(correction.new),
          expected: String(should),
          ...(next ? { next: next.date } : {}),
        },
        {
          ...context,
          place: locate(document, ['corrections', correction.index, 'new']),
          ...cellDetails(cell),
        },
      ),
    ];
  });
}

function unknownCell(form: Form, found: string, details: object): Diagnostic {
  const near = nearest(found, form.cellAt.keys());
  return diagnose('DATA-CELL', { found, ...(near ? { nearest: near } : {}) }, details);
}

/** A signed value in the way the report holds it; what cannot be read stays text, equal to no value. */
function readValue(form: Form, address: string, raw: number | string): CellValue | string {
  const cell = form.cellAt.get(address);
  if (!cell) return address === 'form' ? Number(raw) : String(raw);
  const reading = readCell(cell.kind, raw);
  return 'value' in reading ? reading.value : String(raw);
}
