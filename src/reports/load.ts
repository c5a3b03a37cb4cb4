import type { z } from 'zod';
import { compareText, type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Form } from '../forms/compile.ts';
import { readDocument, type SourceDocument } from '../source/document.ts';
import { hidesTheRest } from '../source/fault.ts';
import { toValue } from '../source/node.ts';
import { readText } from '../source/read-text.ts';
import { type Claims, claim, type DataFile, type ReportFilePath, top } from './files.ts';
import { loadReport } from './load-report.ts';
import { type Organ, organFile, organSchema } from './organ.ts';
import { schemaProblems, sourceProblem } from './problems.ts';
import { type References, referenceProblems, relatives } from './references.ts';
import type { Report } from './report.ts';
import { type SiteConfig, siteSchema } from './site.ts';

/** The data folder, as the loader sees it. Paths are relative to the root and begin with `data/`. */
export interface DataSource {
  list(): DataFile[];
  read(path: string): Uint8Array;
}

/** Everything under `data/`, as far as it could be read. */
export interface Dataset {
  site?: SiteConfig;
  /** The file the site's settings come from, to point into. */
  siteFile?: SourceDocument;
  /** By slug, in slug order. */
  organs: ReadonlyMap<string, Organ>;
  /** In order of organ, then year. */
  reports: readonly Report[];
  /** The files of reports that could not be read: they are there, though nothing is known of them. */
  unread: readonly ReportFilePath[];
  files: number;
}

/** Reads all files, whatever is wrong with some of them; all faults come back together. */
export function loadData(
  source: DataSource,
  forms: readonly Form[],
): { value: Dataset; diagnostics: Diagnostic[] } {
  const files = [...source.list()].sort((a, b) => compareText(a.path, b.path));
  const { claims, diagnostics } = claim(files, forms);
  const readText = (path: string): string | undefined => {
    const result = read(source, path);
    if (typeof result === 'string') return result;
    diagnostics.push(result);
    return undefined;
  };
  const readMapping = <T>(path: string, schema: z.ZodType<T>, context: { organ?: string }): Mapping<T> => {
    const text = readText(path);
    if (text === undefined) return {};
    const document = readDocument(path, text);
    diagnostics.push(...document.faults.map((fault) => sourceProblem(document, fault, context)));
    if (!document.root || document.faults.some(hidesTheRest)) return {};
    const data = toValue(document.root);
    const result = schema.safeParse(data);
    if (result.success) return { document, data, value: result.data };
    diagnostics.push(...schemaProblems(document, schema, result.error.issues, context));
    return { document, data };
  };

  diagnostics.push(...missingFiles(claims));
  const { document: siteFile, value: site }: Mapping<SiteConfig> = claims.site
    ? readMapping(claims.site, siteSchema, {})
    : {};
  const organs = new Map<string, Organ>();
  const references: References = new Map();
  for (const slug of [...claims.organs.keys()].sort(compareText)) {
    const { document, data, value } = readMapping(claims.organs.get(slug)!, organSchema, { organ: slug });
    if (value) organs.set(slug, { ...value, slug });
    if (document) references.set(slug, { document, ...relatives(data) });
  }
  diagnostics.push(...referenceProblems(references, claims));
  const reports: Report[] = [];
  const unread: ReportFilePath[] = [];
  for (const file of claims.reports) {
    const text = readText(file.path);
    if (text === undefined) {
      unread.push(file);
      continue;
    }
    const { report, diagnostics: found } = loadReport(file, text, organs.get(file.organ), forms);
    diagnostics.push(...found);
    if (report) reports.push(report);
    else unread.push(file);
  }
  reports.sort((a, b) => compareText(a.organ, b.organ) || a.year - b.year);
  return {
    value: {
      ...(site ? { site, siteFile: siteFile! } : {}),
      organs,
      reports,
      unread,
      files: files.length,
    },
    diagnostics,
  };
}

/** A file as far as it could be read: the value only where nothing is wrong with it. */
interface Mapping<T> {
  document?: SourceDocument;
  data?: unknown;
  value?: T;
}

function read(source: DataSource, path: string): string | Diagnostic {
  let bytes: Uint8Array;
  try {
    bytes = source.read(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return diagnose('FILE-UNREADABLE', { reason }, { place: top(path) });
  }
  const { text, fault } = readText(path, bytes);
  return fault ?? text;
}

function missingFiles(claims: Claims): Diagnostic[] {
  const missing: Diagnostic[] = [];
  const file = 'data/site.yaml';
  if (!claims.site && !claims.misnamed.has(file)) {
    missing.push(
      diagnose(
        'FILE-MISSING',
        {
          file,
          why: '网站的名称和主办单位写在这里',
          write: '新建这个文件，写上 title: 网站名称 和 publisher: 主办单位。',
        },
        { place: top(file) },
      ),
    );
  }
  for (const slug of claims.folders) {
    const file = organFile(slug);
    if (claims.organs.has(slug) || claims.misnamed.has(file)) continue;
    const why = '机关的名称和层级写在这里';
    const write = '新建这个文件，写上 name: 简称、fullName: 全称 和 level: 层级。';
    missing.push(diagnose('FILE-MISSING', { file, why, write }, { place: top(file), organ: slug }));
  }
  return missing;
}
