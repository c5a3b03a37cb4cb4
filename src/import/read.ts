import { evaluate } from '../check/sums.ts';
import type { Form, FormTable } from '../forms/compile.ts';
import { isFor } from '../forms/index.ts';
import type { ReportContent } from '../forms/report-yaml.ts';
import type { CellValue } from '../forms/value.ts';
import { type Block, isPageNumber, labelKey } from './blocks.ts';
import { ImportFault } from './fault.ts';
import { outOfTables, reportsIn } from './headings.ts';
import { isPrinted, labelsOf } from './labels.ts';
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
  /** Blank cells that were taken for 0, as was asked. */
  zeros: number;
  /** Rows of the tables and sections of text that were found: with none, it is no report. */
  found: number;
  /** What the texts were made of: `opening`, and the sections of text by key. */
  texts: Map<string, readonly Block[]>;
}

export interface ReadOptions {
  /** Report year, where it is known. */
  year?: number;
  /** Cells that are blank in the document are 0. */
  blankAsZero?: boolean;
}

/** Paragraphs and cells: a report has some hundreds, the page around it some thousands. */
const largest = 30_000;

/**
 * The reading core: the same for all formats. The edition is the one whose tables the document has; the year
 * decides where two fit alike.
 */
export function readReport(
  source: readonly Block[] | OwnData,
  forms: readonly Form[],
  { year, blankAsZero = false }: ReadOptions = {},
): Imported {
  if ('kind' in source) {
    const own = readOwn(source, forms);
    if (own) return own;
    throw new ImportFault(`格式版本“${String(source.form)}”不认识。`);
  }
  const size = source.reduce((sum, block) => sum + (block.kind === 'text' ? 1 : block.rows.flat().length), 0);
  if (size > largest) throw new ImportFault(`里面有 ${size} 段文字和表格的格，不像一份年度报告。`);
  const isNote = (block: Block) => block.kind === 'text' && block.note === true;
  const all = source.filter(
    (block) => block.kind === 'table' || !(isPageNumber(block.text) || isNote(block)),
  );
  const notes = source.filter(isNote).map((block): Doubt => {
    const text = block.kind === 'text' ? block.text : '';
    return { where: block.where, what: `脚注没有读入：“${text.trim()}”` };
  });
  const newest = forms.at(-1)!;
  const { blocks, told } = oneReport(outOfTables(newest, all), newest, year);
  const readings = forms.map((form) => readAs(form, blocks, blankAsZero));
  const due = (reading: (typeof readings)[number]) => {
    const of = year ?? reading.split.year;
    return of !== undefined && isFor(reading.form, of) ? 1 : 0;
  };
  const best = readings.reduce((a, b) =>
    b.score > a.score || (b.score === a.score && due(b) > due(a)) ? b : a,
  );
  const read = assemble(best.form, best.split, best.tables);
  return { ...read, doubts: [...(told ? [told] : []), ...read.doubts, ...notes] };
}

/** Of several reports in one document the first, or that of the year that was asked for. */
function oneReport(
  all: readonly Block[],
  form: Form,
  year: number | undefined,
): { blocks: readonly Block[]; told?: Doubt } {
  const reports = reportsIn(form, all);
  if (reports.length < 2) return { blocks: all };
  const years = reports.map((blocks) => splitSections(form, blocks).year);
  const chosen = Math.max(0, years.indexOf(year ?? years[0]));
  const names = years.map((each, i) => (each ? `${each}年` : `第${i + 1}份没有年份`)).join('、');
  const what = `文件里有 ${reports.length} 份报告（${names}），只读了第${chosen + 1}份；要读别的，用 --year 写出年度`;
  return { blocks: reports[chosen]!, told: { where: '', what } };
}

function readAs(form: Form, all: readonly Block[], blankAsZero: boolean) {
  const tables = new Map<string, TableReading>();
  const elsewhere = new Set<Block>();
  const first = splitSections(form, all);
  for (const { key, table } of form.sections) {
    if (!table) continue;
    const own = readTable(form, table, first.sections.get(key) ?? [], blankAsZero);
    const found = own.found > 0 ? undefined : findTable(form, table, all, blankAsZero);
    tables.set(key, found?.reading ?? own);
    if (found) elsewhere.add(found.block);
  }
  // What was read as a table is no text of the section in which it happens to stand.
  const split =
    elsewhere.size > 0
      ? splitSections(
          form,
          all.filter((block) => !elsewhere.has(block)),
        )
      : first;
  const score = [...tables.values()].reduce(
    (sum, { found, doubts }) => sum + found - inDoubt(form, doubts),
    0,
  );
  return { form, split, tables, score };
}

/** What does not fit; a row counts once, since a dash in each of its cells says nothing about the edition. */
function inDoubt(form: Form, doubts: readonly Doubt[]): number {
  if (doubts.length === 0) return 0;
  const rowOf = new Map(form.rows.flatMap((row) => row.cells.map((cell) => [cell.name, row.name])));
  return new Set(doubts.map(({ where, what, cell }) => (cell ? (rowOf.get(cell) ?? cell) : where + what)))
    .size;
}

/** A table that does not stand under its heading is looked for among all tables of the document. */
function findTable(
  form: Form,
  table: FormTable,
  all: readonly Block[],
  blankAsZero: boolean,
): { block: Block; reading: TableReading } | undefined {
  const score = ({ reading: { found, doubts } }: { reading: TableReading }) => found - doubts.length;
  const [best] = all
    .filter(({ kind }) => kind === 'table')
    .map((block) => ({ block, reading: readTable(form, table, [block], blankAsZero) }))
    .filter(({ reading: { found } }) => found > table.rows.length / 2 || found === 1)
    .toSorted((a, b) => score(b) - score(a));
  return best;
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
  const texts = new Map<string, readonly Block[]>([['opening', split.opening]]);
  for (const { index, resembles } of split.odd) {
    doubts.push({ where: '', what: `标题写的是“${resembles}”，当作“${form.sections[index]!.heading}”` });
  }
  for (const { key, heading, table } of form.sections) {
    const blocks = split.sections.get(key);
    if (!blocks) doubts.push({ where: '', what: `没有找到“${heading}”这个标题` });
    if (!table) {
      sections.set(key, narrative(blocks ?? []));
      texts.set(key, blocks ?? []);
    } else if (blocks) {
      const below = readNotes(form, key, blocks);
      for (const [address, note] of below.notes) notes.set(address, note);
      doubts.push(...strayText(form, table, below.rest, heading));
    }
  }
  doubts.push(...failedSums(form, values));
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
    left: narrative(split.around).split('\n').filter(Boolean),
    zeros: [...tables.values()].reduce((sum, { zeros }) => sum + zeros, 0),
    found: [...tables.values()].reduce(
      (sum, { found }) => sum + found,
      [...sections.values()].filter(Boolean).length,
    ),
    texts,
  };
}

/** Words beside a table have no place in the data; they are told, not dropped in silence. */
function strayText(form: Form, table: FormTable, blocks: readonly Block[], heading: string): Doubt[] {
  if (!blocks.some((block) => block.kind === 'table')) return [];
  const labels = labelsOf(table, form);
  // Labels and the title of a table are no text beside it, wherever a format puts them.
  const isTitle = (text: string) =>
    form.sections.some((section) => section.table && labelKey(section.table.title) === labelKey(text)) ||
    /^单位[:：]?\S{1,3}$/.test(text.trim());
  return blocks
    .filter((block) => block.kind === 'text')
    .filter(({ text }) => !isPrinted(text, labels) && !isTitle(text))
    .map((block) => ({
      where: block.where,
      what: `“${heading}”的表格之外还有文字，没有读入：“${block.text.trim()}”`,
    }));
}

/** Sums that do not hold: the report is wrong, or was read wrong. */
function failedSums(form: Form, values: readonly CellValue[]): Doubt[] {
  return evaluate(form, values)
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ equation, left, right }) => ({
      where: '',
      what: `${equation.sides[0]}是 ${left}，${equation.sides[1]}是 ${right}；原报告有错，或者读错了`,
      cell: form.cells[equation.at]!.name,
    }));
}
