import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { DataRow, Form } from '../forms/compile.ts';
import { formById, formForYear } from '../forms/index.ts';
import { cellValues, type Fault, type ReportFile, reportSchema } from '../forms/schema.ts';
import { locate, readDocument, type SourceDocument, type SourceFault } from '../source/document.ts';
import { toValue } from '../source/node.ts';
import { cellFaults, mendRows } from './broken-rows.ts';
import type { ReportFilePath } from './files.ts';
import type { Organ } from './organ.ts';
import { type Context, schemaProblems, sourceProblem } from './problems.ts';
import { quotedAmounts } from './quoted.ts';
import type { Report } from './report.ts';
import { rowText } from './row-text.ts';

const schemas = new WeakMap<Form, ReturnType<typeof reportSchema>>();

export function schemaOf(form: Form) {
  let schema = schemas.get(form);
  if (!schema) {
    schema = reportSchema(form);
    schemas.set(form, schema);
  }
  return schema;
}

/**
 * Reads and validates one report. With faults there is still a report where its tables could be told apart,
 * so that the sums over the sound cells are checked in the same run.
 */
export function loadReport(
  file: ReportFilePath,
  text: string,
  organ: Organ | undefined,
  forms: readonly Form[],
): { report?: Report; diagnostics: Diagnostic[] } {
  const { path, year } = file;
  const context: Context = { organ: file.organ, year };
  const written = readDocument(path, text);
  const form = chooseForm(mappingOf(written), year, forms);
  const { document, mended, broken, problems } = form
    ? mendRows(written, form, context)
    : { document: written, mended: text, broken: [], problems: [] };
  const diagnostics = [
    ...problems,
    ...document.faults.map((fault) => sourceProblem(document, fault, context)),
  ];
  if (!document.root || document.faults.some(hidesTheRest)) return { diagnostics };
  const data = toValue(document.root);
  const object = mappingOf(document);
  const edition = editionProblem(document, object['form'], year, forms, context);
  if (edition) diagnostics.push(edition);
  if (!form) return { diagnostics };

  const schema = schemaOf(form);
  const result = schema.safeParse(data, { reportInput: false });
  const issues = (result.error?.issues ?? []).filter((issue) => {
    if (edition && issue.path[0] === 'form') return false;
    return !broken.some((row) => row.path.every((key, i) => issue.path[i] === key));
  });
  for (const issue of issues) {
    const fault = issue.code === 'custom' ? (issue.params as Fault | undefined) : undefined;
    const tokens = fault?.fault === 'length' ? rowText(document, fault.row)?.tokens : undefined;
    const cells = fault?.fault === 'length' && tokens ? cellFaults(document, fault.row, tokens, context) : [];
    diagnostics.push(...(cells.length > 0 ? cells : schemaProblems(document, schema, [issue], context)));
  }
  if (!isObject(data)) return { diagnostics };
  const report = data as Partial<ReportFile>;
  const quoted = quotedAmounts(document, form, context);
  diagnostics.push(
    ...quoted.problems,
    ...pathProblems(document, report, file, organ),
    ...noteProblems(document, report, form, context),
  );
  return {
    report: {
      ...toReport(file, mended, form, report, [...broken, ...quoted.rows]),
      ...(mended === text ? {} : { written: text }),
    },
    diagnostics,
  };
}

/** The edition meant: where `form` and year disagree, the one whose tables the report has. */
function chooseForm(data: Record<string, unknown>, year: number, forms: readonly Form[]): Form | undefined {
  const named = formById(data['form'], forms);
  const due = formForYear(year, forms);
  if (!named || !due || named === due) return named ?? due;
  const faults = (form: Form) =>
    schemaOf(form).safeParse({ ...data, form: form.id }).error?.issues.length ?? 0;
  return faults(named) <= faults(due) ? named : due;
}

function toReport(
  file: ReportFilePath,
  text: string,
  form: Form,
  data: Partial<ReportFile>,
  brokenRows: readonly DataRow[],
): Report {
  const string = (value: unknown) => (typeof value === 'string' ? value : '');
  const texts = form.sections.filter((section) => !section.table);
  return {
    organ: file.organ,
    year: file.year,
    form,
    file: file.path,
    text,
    ...(typeof data.published === 'string' ? { published: data.published } : {}),
    ...(typeof data.opening === 'string' ? { opening: data.opening } : {}),
    sections: new Map(texts.map(({ key }) => [key, string(data[key])])),
    values: cellValues(form, data, brokenRows),
    notes: new Map(isObject(data.notes) ? Object.entries(data.notes).map(([k, v]) => [k, string(v)]) : []),
  };
}

function editionProblem(
  document: SourceDocument,
  found: unknown,
  year: number,
  forms: readonly Form[],
  context: Context,
): Diagnostic | undefined {
  const expected = formForYear(year, forms);
  if (found === undefined || (expected && found === expected.id)) return undefined;
  const known = formById(found, forms);
  const name = known ? `${known.id}年版` : `“${String(found)}”`;
  return diagnose(
    'ED-YEAR',
    { year, found: name, ...(expected ? { expected: String(expected.id) } : {}) },
    { ...context, place: locate(document, ['form']) },
  );
}

function pathProblems(
  document: SourceDocument,
  data: Partial<ReportFile>,
  file: ReportFilePath,
  organ: Organ | undefined,
): Diagnostic[] {
  const names = [file.organ, organ?.name, organ?.fullName, ...(organ?.aliases ?? [])];
  const differ = (key: 'organ' | 'year', name: string, path: string) =>
    diagnose(
      'DATA-PATH',
      { name, found: String(data[key]), path },
      { organ: file.organ, year: file.year, place: locate(document, [key]) },
    );
  return [
    ...(typeof data.organ === 'string' && !names.includes(data.organ)
      ? [differ('organ', '机关', `organs/${file.organ}/`)]
      : []),
    ...(typeof data.year === 'number' && data.year !== file.year
      ? [differ('year', '报告年度', `${file.year}${file.path.slice(file.path.lastIndexOf('.'))}`)]
      : []),
  ];
}

function noteProblems(
  document: SourceDocument,
  data: Partial<ReportFile>,
  form: Form,
  context: Context,
): Diagnostic[] {
  if (!isObject(data.notes)) return [];
  const tables = form.sections.filter((section) => section.table).map((section) => section.key);
  return Object.keys(data.notes)
    .filter((key) => !form.cellAt.has(key) && !tables.includes(key))
    .map((found) => {
      const near = nearest(found, [...form.cellAt.keys(), ...tables]);
      const place = locate(document, ['notes', found], 'key');
      return diagnose('DATA-NOTE', { found, ...(near ? { nearest: near } : {}) }, { ...context, place });
    });
}

function mappingOf(document: SourceDocument): Record<string, unknown> {
  const data = document.root && toValue(document.root);
  return isObject(data) ? data : {};
}

/** After a fault of the writing outside the rows the rest cannot be told apart; a key written twice or a stray character can be passed over. */
function hidesTheRest(fault: SourceFault): boolean {
  return fault.code === 'SRC-SYNTAX' || fault.code === 'SRC-EMPTY';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
