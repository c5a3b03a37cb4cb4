import type { z } from 'zod';
import { compareText, type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Form } from '../forms/compile.ts';
import { decode } from '../source/decode.ts';
import { locate, placeOf, readDocument } from '../source/document.ts';
import { toValue } from '../source/node.ts';
import { type Claims, claim, type DataFile, top } from './files.ts';
import { loadReport } from './load-report.ts';
import { type Organ, organFile, organSchema } from './organ.ts';
import { schemaProblems, sourceProblem } from './problems.ts';
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
  siteFile?: { file: string; text: string };
  /** By slug, in slug order. */
  organs: ReadonlyMap<string, Organ>;
  /** In order of organ, then year. */
  reports: readonly Report[];
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
  const readMapping = <T>(path: string, schema: z.ZodType<T>, context: { organ?: string }): T | undefined => {
    const text = readText(path);
    if (text === undefined) return undefined;
    const document = readDocument(path, text);
    diagnostics.push(...document.faults.map((fault) => sourceProblem(document, fault, context)));
    if (!document.root || document.faults.some((fault) => fault.code !== 'SRC-DUPLICATE-KEY'))
      return undefined;
    const result = schema.safeParse(toValue(document.root));
    if (result.success) return result.data;
    diagnostics.push(...schemaProblems(document, schema, result.error.issues, context));
    return undefined;
  };

  diagnostics.push(...missingFiles(claims));
  const site = claims.site ? readMapping(claims.site, siteSchema, {}) : undefined;
  const siteText = site && readText(claims.site!);
  const organs = new Map<string, Organ>();
  for (const [slug, path] of claims.organs) {
    const organ = readMapping(path, organSchema, { organ: slug });
    if (organ) organs.set(slug, { ...organ, slug });
  }
  for (const [slug, organ] of organs) {
    diagnostics.push(...referenceProblems(slug, organ, organs, claims, readText));
  }
  const reports: Report[] = [];
  for (const file of claims.reports) {
    const text = readText(file.path);
    if (text === undefined) continue;
    const { report, diagnostics: found } = loadReport(file, text, organs.get(file.organ), forms);
    diagnostics.push(...found);
    if (report) reports.push(report);
  }
  return {
    value: {
      ...(site ? { site } : {}),
      ...(siteText ? { siteFile: { file: claims.site!, text: siteText } } : {}),
      organs,
      reports,
      files: files.length,
    },
    diagnostics,
  };
}

function read(source: DataSource, path: string): string | Diagnostic {
  let bytes: Uint8Array;
  try {
    bytes = source.read(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return diagnose('FILE-UNREADABLE', { reason }, { place: top(path) });
  }
  const decoded = decode(bytes);
  if (!('encoding' in decoded)) return decoded.text;
  const { encoding, offset, text } = decoded;
  const place = placeOf({ file: path, text }, { start: offset, end: offset + 1 });
  return diagnose('SRC-ENCODING', { encoding }, { place });
}

function missingFiles(claims: Claims): Diagnostic[] {
  const missing: Diagnostic[] = [];
  if (!claims.site) {
    const file = 'data/site.yaml';
    missing.push(
      diagnose('FILE-MISSING', { file, why: '网站的名称和主办单位写在这里' }, { place: top(file) }),
    );
  }
  for (const slug of claims.folders) {
    if (claims.organs.has(slug)) continue;
    const file = organFile(slug);
    const why = '机关的名称和层级写在这里';
    missing.push(diagnose('FILE-MISSING', { file, why }, { place: top(file), organ: slug }));
  }
  return missing;
}

/** A parent or predecessor must be an organ of the data, and nobody is above itself. */
function referenceProblems(
  slug: string,
  organ: Organ,
  organs: ReadonlyMap<string, Organ>,
  claims: Claims,
  readText: (path: string) => string | undefined,
): Diagnostic[] {
  const problem = (path: (string | number)[], name: string, found: string, why: string) => {
    const file = claims.organs.get(slug)!;
    const document = readDocument(file, readText(file) ?? '');
    return diagnose('DATA-REFERENCE', { name, found, why }, { organ: slug, place: locate(document, path) });
  };
  const unknown = (organSlug: string) => !claims.organs.has(organSlug);
  const found: Diagnostic[] = [];
  if (organ.parent !== undefined) {
    if (unknown(organ.parent))
      found.push(problem(['parent'], '上级机关', organ.parent, '在 data/organs/ 里没有'));
    else if (isAboveItself(slug, organs))
      found.push(problem(['parent'], '上级机关', organ.parent, '又以它为上级，绕成了圈'));
  }
  organ.predecessors?.forEach((predecessor, i) => {
    if (unknown(predecessor)) {
      found.push(problem(['predecessors', i], '前身', predecessor, '在 data/organs/ 里没有'));
    }
  });
  return found;
}

function isAboveItself(slug: string, organs: ReadonlyMap<string, Organ>): boolean {
  const seen = new Set<string>();
  let at = organs.get(slug)?.parent;
  while (at !== undefined && !seen.has(at)) {
    if (at === slug) return true;
    seen.add(at);
    at = organs.get(at)?.parent;
  }
  return false;
}
