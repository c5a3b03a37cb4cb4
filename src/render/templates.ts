import nunjucks from 'nunjucks';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { ComparedSentence } from '../model/compare.ts';
import type { Bar, ColumnChart } from '../pages/charts.ts';
import type { Term } from '../pages/report/about.ts';
import type { Checks } from '../pages/report/checks.ts';
import type { TableView } from '../pages/report.ts';
import type { FileText } from '../source/read-text.ts';
import { renderCompared, renderFigures, renderMarks } from './cells.ts';
import { renderBar } from './charts/bar.ts';
import { renderColumns } from './charts/columns.ts';
import { Frame } from './frame.ts';
import { renderSums, renderTerms } from './lists.ts';
import { renderMarkdown } from './markdown.ts';
import { renderTable } from './table.ts';
import { syntax } from './template-parse.ts';

/** Template text by name, such as `pages/report.njk`; undefined where there is none. */
export type TemplateSource = (name: string) => FileText | undefined;

/** Names that every template may use besides its view: the paths of the fingerprinted assets. */
export interface Globals {
  assets: Record<string, string>;
}

const safe = (html: string) => new nunjucks.runtime.SafeString(html);

/** JSON for a data block: what could end the block, or be taken for markup, is written as an escape. */
function dataBlock(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The filters templates may use; there are no others of ours. */
export const filters = {
  markdown: (text: string) => safe(renderMarkdown(text)),
  officialTable: (table: TableView) => safe(renderTable(table)),
  sums: (relation: Checks['relations'][number]) => safe(renderSums(relation)),
  terms: (terms: readonly Term[]) => safe(renderTerms(terms)),
  columnChart: (chart: ColumnChart) => safe(renderColumns(chart)),
  jsonLd: (json: string) => safe(dataBlock(json)),
  barChart: (bar: Bar) => safe(renderBar(bar)),
  figures: (values: readonly string[]) => safe(renderFigures(values)),
  marks: (cells: readonly { kind: string; text: string }[]) => safe(renderMarks(cells)),
  compared: (sentences: readonly ComparedSentence[], element: 'del' | 'ins') =>
    safe(renderCompared(sentences, element)),
};

/** What `render` can do besides what its types say: take the frame that all others of the page begin from. */
interface Template {
  render(view: object, frame: Frame): string;
}

/** Renders templates with escaping on; what a view lacks is an error, never an empty place. */
export function makeRenderer(
  source: TemplateSource,
  globals: Globals,
): (name: string, view: object) => string {
  const loader: nunjucks.ILoader = {
    getSource(name) {
      const found = source(name);
      // For a template that is not there nunjucks expects null, which its types leave out.
      if (!found) return null as unknown as nunjucks.LoaderSource;
      return { src: found.text, path: found.file, noCache: false };
    },
  };
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: true,
    ...syntax,
  });
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
  environment.addGlobal('assets', globals.assets);
  return (name, view) =>
    (environment.getTemplate(name, true) as unknown as Template).render(view, new Frame());
}

/** An error of rendering; with a diagnostic where it is a fault of the template, and not of ours. */
export interface TemplateError extends Error {
  diagnostic?: Diagnostic;
}

/** Says of an error whether the template prints what this page's view leaves out. */
export function templateError(error: TemplateError, page: string): TemplateError {
  const found =
    /\(([^()]+)\) \[Line (\d+), Column (\d+)\]\n\s*attempted to output null or undefined value$/.exec(
      error.message,
    );
  if (!found) return error;
  const [line, column] = [Number(found[2]), Number(found[3])];
  const place = { file: found[1]!, line, column, endLine: line, endColumn: column + 1 };
  return Object.assign(error, { diagnostic: diagnose('TPL-VALUE', { page }, { place }) });
}
