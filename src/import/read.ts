import type { Form, FormTable } from '../forms/compile.ts';
import { layout } from '../forms/layout.ts';
import type { ReportContent } from '../forms/report-yaml.ts';
import type { CellValue } from '../forms/value.ts';
import { type Block, labelKey } from './blocks.ts';
import { ImportFault } from './fault.ts';
import { narrative } from './narrative.ts';
import { readNotes } from './notes.ts';
import { type OwnData, readOwn } from './own-data.ts';
import { type Sections, splitSections } from './sections.ts';
import { type Doubt, readTable, type TableReading } from './tables.ts';

export interface Imported extends Required<Pick<ReportContent, 'sections' | 'values' | 'notes'>> {
  form: Form;
  /** As the title has it, or the name of its folder. */
  organName?: string;
  year?: number;
  published?: string;
  opening?: string;
  doubts: Doubt[];
  /** Where each table stood, by section key. */
  tables: Map<string, string>;
  /** Paragraphs before the title, which belong to the page and not to the report. */
  left: string[];
}

/**
 * The reading core: the same for all formats. The edition is the one whose tables the document has; the year
 * decides where two fit alike.
 */
export function readReport(
  source: readonly Block[] | OwnData,
  forms: readonly Form[],
  year?: number,
): Imported {
  if ('kind' in source) {
    const own = readOwn(source, forms);
    if (own) return own;
    throw new ImportFault(`格式版本“${String(source.form)}”不认识。`);
  }
  const blocks = source;
  const readings = forms.map((form) => readAs(form, blocks));
  const due = (reading: (typeof readings)[number]) => {
    const of = year ?? reading.split.year;
    const { from, to = Number.POSITIVE_INFINITY } = reading.form.years;
    return of !== undefined && of >= from && of <= to ? 1 : 0;
  };
  const best = readings.reduce((a, b) =>
    b.score > a.score || (b.score === a.score && due(b) > due(a)) ? b : a,
  );
  return assemble(best.form, best.split, best.tables);
}

function readAs(form: Form, blocks: readonly Block[]) {
  const split = splitSections(form, blocks);
  const tables = new Map<string, TableReading>();
  for (const { key, table } of form.sections) {
    if (table) tables.set(key, readTable(form, table, split.sections.get(key) ?? []));
  }
  const score = [...tables.values()].reduce((sum, { found, doubts }) => sum + found - doubts.length, 0);
  return { form, split, tables, score };
}

function assemble(form: Form, split: Sections, tables: ReadonlyMap<string, TableReading>): Imported {
  const values: CellValue[] = form.cells.map(() => '看不清');
  const doubts: Doubt[] = [];
  const notes = new Map<string, string>();
  const places = new Map<string, string>();
  for (const [key, reading] of tables) {
    for (const [index, value] of reading.values) values[index] = value;
    for (const [address, note] of reading.notes) notes.set(address, note);
    doubts.push(...reading.doubts);
    if (reading.where) places.set(key, reading.where);
  }
  const sections = new Map<string, string>();
  for (const { key, heading, table } of form.sections) {
    const blocks = split.sections.get(key);
    if (!blocks) doubts.push({ where: '', what: `没有找到“${heading}”这个标题` });
    if (!table) sections.set(key, narrative(blocks ?? []));
    else if (blocks) {
      const below = readNotes(form, key, blocks);
      for (const [address, note] of below.notes) notes.set(address, note);
      doubts.push(...strayText(below.rest, heading, printedTexts(form, table)));
    }
  }
  const opening = narrative(split.opening);
  return {
    form,
    ...(split.organName ? { organName: split.organName } : {}),
    ...(split.year ? { year: split.year } : {}),
    ...(split.published ? { published: split.published } : {}),
    ...(opening ? { opening } : {}),
    sections,
    values,
    notes,
    doubts,
    tables: places,
    left: narrative(split.before).split('\n').filter(Boolean),
  };
}

/** Words beside a table have no place in the data; they are told, not dropped in silence. */
function strayText(blocks: readonly Block[], heading: string, printed: ReadonlySet<string>): Doubt[] {
  if (!blocks.some((block) => block.kind === 'table')) return [];
  return blocks
    .filter((block) => block.kind === 'text')
    .filter((block) => block.text.trim() !== '' && !printed.has(labelKey(block.text)))
    .map((block) => ({
      where: block.where,
      what: `“${heading}”的表格之外还有文字，没有读入：“${block.text.trim()}”`,
    }));
}

/** Captions and labels of the form are no text beside the table, wherever a format puts them. */
function printedTexts(form: Form, table: FormTable): Set<string> {
  const cells = layout(form, table).flatMap(({ head, body }) => [...head, ...body].flat());
  return new Set(cells.flatMap(({ text }) => (text === undefined ? [] : [labelKey(text)])));
}
