import type { z } from 'zod';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Form } from '../forms/compile.ts';
import { formById, formForYear } from '../forms/index.ts';
import { onceFor } from '../forms/once.ts';
import { cellValues, type Fault, type ReportFile, reportSchema } from '../forms/schema.ts';
import type { CellValue } from '../forms/value.ts';
import { hidesTheRest, locate, maxFaults, readDocument, type SourceDocument } from '../source/document.ts';
import { isMapping, nodeAt, toValue } from '../source/node.ts';
import { readAnnotations } from './annotations.ts';
import { cellFaults, mendRows } from './broken-rows.ts';
import type { ReportFilePath } from './files.ts';
import { namesOf, type Organ } from './organ.ts';
import { type Context, schemaProblems, shorten, sourceProblem } from './problems.ts';
import { quotedAmounts } from './quoted.ts';
import type { Report } from './report.ts';
import { rowText } from './row-text.ts';

export const schemaOf = onceFor(reportSchema);

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
  const writtenData = written.root && toValue(written.root);
  const form = chooseForm(isMapping(writtenData) ? writtenData : {}, year, forms);
  const { document, mended, rows, cells, problems } = form
    ? mendRows(written, form, context)
    : { document: written, mended: text, rows: [], cells: [], problems: [] };
  const diagnostics = [
    ...problems,
    ...document.faults.map((fault) => sourceProblem(document, fault, context)),
  ];
  if (!document.root || document.faults.some(hidesTheRest)) return { diagnostics };
  const data = document.root === written.root ? writtenData : toValue(document.root);
  const edition = editionProblem(
    document,
    isMapping(data) ? data['form'] : undefined,
    year,
    form,
    forms,
    context,
  );
  if (edition) diagnostics.push(edition);
  if (!form) return { diagnostics };

  const schema = schemaOf(form);
  const result = schema.safeParse(data, { reportInput: false });
  const issues = (result.error?.issues ?? []).filter((issue) => {
    if (edition && issue.path[0] === 'form') return false;
    return !rows.some((row) => row.path.every((key, i) => issue.path[i] === key));
  });
  const whole = issues.filter((issue) => {
    const cells = faultyCells(document, issue, context);
    diagnostics.push(...cells);
    return cells.length === 0;
  });
  diagnostics.push(...schemaProblems(document, schema, whole, context));
  if (!isMapping(data)) return { diagnostics };
  const report = data as Partial<ReportFile>;
  const quoted = quotedAmounts(document, form, context);
  diagnostics.push(
    ...quoted.problems,
    ...pathProblems(document, report, file, organ),
    ...noteProblems(document, report, form, context),
  );
  const values = cellValues(form, report, new Set([...cells, ...quoted.cells]));
  const annotations = readAnnotations(document, report, form, values, context);
  diagnostics.push(...annotations.diagnostics);
  const original = mended === text ? {} : { written: text };
  return {
    report: {
      ...toReport(file, mended, form, issues.some(isDate) ? undated(report) : report, values),
      ...original,
      ...kept(annotations),
    },
    diagnostics,
  };
}

/** A date that is none must not be counted with. */
function isDate({ path }: z.core.$ZodIssue): boolean {
  return path[0] === 'published';
}

function undated({ published: _, ...report }: Partial<ReportFile>): Partial<ReportFile> {
  return report;
}

/** Most reports have neither; absent lists cost nothing. */
function kept({ waivers, corrections }: ReturnType<typeof readAnnotations>): Partial<Report> {
  return { ...(waivers.length > 0 ? { waivers } : {}), ...(corrections.length > 0 ? { corrections } : {}) };
}

/** A row of the wrong length that has the right number of parts, such as `[0, 1,234, 0]`: its cells at fault. */
function faultyCells(document: SourceDocument, issue: z.core.$ZodIssue, context: Context): Diagnostic[] {
  const fault = issue.code === 'custom' ? (issue.params as Fault | undefined) : undefined;
  if (fault?.fault !== 'length') return [];
  const tokens = rowText(document, fault.row)?.tokens ?? [];
  return cellFaults(document, fault.row, tokens, context).map(({ problem }) => problem);
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
  values: readonly CellValue[],
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
    ...(typeof data.indexNumber === 'string' ? { indexNumber: data.indexNumber } : {}),
    ...(typeof data.opening === 'string' ? { opening: data.opening } : {}),
    sections: new Map(texts.map(({ key }) => [key, string(data[key])])),
    values,
    notes: new Map(isMapping(data.notes) ? Object.entries(data.notes).map(([k, v]) => [k, string(v)]) : []),
    ...(isMapping(data.source) && data.source['published'] === true ? { transcribed: true } : {}),
  };
}

/**
 * `form:` names no edition, or one whose tables these are not. A whole report in the edition of other years is
 * left to the rule ED-YEAR, which can be waived: such reports were published.
 */
function editionProblem(
  document: SourceDocument,
  found: unknown,
  year: number,
  chosen: Form | undefined,
  forms: readonly Form[],
  context: Context,
): Diagnostic | undefined {
  if (chosen && (found === undefined || found === chosen.id)) return undefined;
  const due = formForYear(year, forms)?.id;
  const edition = formById(found, forms)?.id;
  const node = document.root && nodeAt(document.root, ['form'])?.node;
  const written = node && node.end > node.start ? document.text.slice(node.start, node.end) : undefined;
  return diagnose(
    'ED-YEAR',
    {
      year,
      first: forms[0]!.years.from,
      ...(edition === undefined ? {} : { edition }),
      ...(written === undefined ? {} : { written: shorten(written) }),
      ...(due === undefined ? {} : { due }),
    },
    { ...context, place: locate(document, ['form']) },
  );
}

function pathProblems(
  document: SourceDocument,
  data: Partial<ReportFile>,
  file: ReportFilePath,
  organ: Organ | undefined,
): Diagnostic[] {
  // Without a readable organ.yaml there is nothing to compare with.
  const names = organ && [file.organ, ...namesOf(organ)];
  const differ = (key: 'organ' | 'year', name: string, where: string) =>
    diagnose(
      'DATA-PATH',
      { name, found: String(data[key]).trim(), where },
      { organ: file.organ, year: file.year, place: locate(document, [key]) },
    );
  return [
    ...(names && typeof data.organ === 'string' && !names.includes(data.organ.trim())
      ? [differ('organ', '机关', `文件放在 organs/${file.organ}/ 里`)]
      : []),
    ...(Number.isInteger(data.year) && data.year !== file.year
      ? [differ('year', '报告年度', `文件名是 ${file.path.slice(file.path.lastIndexOf('/') + 1)}`)]
      : []),
  ];
}

function noteProblems(
  document: SourceDocument,
  data: Partial<ReportFile>,
  form: Form,
  context: Context,
): Diagnostic[] {
  if (!isMapping(data.notes)) return [];
  const tables = form.sections.filter((section) => section.table).map((section) => section.key);
  return Object.keys(data.notes)
    .filter((key) => !form.cellAt.has(key) && !tables.includes(key))
    .slice(0, maxFaults)
    .map((found) => {
      const near = nearest(found, [...form.cellAt.keys(), ...tables]);
      const place = locate(document, ['notes', found], 'key');
      return diagnose('DATA-NOTE', { found, ...(near ? { nearest: near } : {}) }, { ...context, place });
    });
}
