import { fileURLToPath } from 'node:url';
import { runBuild } from '../../src/build.ts';
import type { Result } from '../../src/diagnostics/result.ts';
import { forms } from '../../src/forms/index.ts';
import { buildSite, type Site } from '../../src/model/site.ts';
import type { Made, Streamed } from '../../src/pages/page.ts';
import { gather } from '../../src/pipeline.ts';
import { renderSite } from '../../src/render/index.ts';
import { type Templates, templateFolder } from '../../src/render/template-folder.ts';
import { dataFolder } from '../../src/reports/folder.ts';
import type { DataSource } from '../../src/reports/load.ts';
import { type HtmlElement, parseHtml } from './html.ts';

/** The checkout: its `data/` is the sample site. */
export const checkout = fileURLToPath(new URL('../..', import.meta.url));

export type BuiltFiles = ReadonlyMap<string, string | Uint8Array>;

/** Builds without a disk to write to; a build that finds an error is one of the test. */
export function build(
  data: DataSource = dataFolder(checkout),
  templates: Templates = templateFolder(checkout),
): BuiltFiles {
  const { files, result } = tryBuild(data, templates);
  if (!files) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return files;
}

export function tryBuild(
  data: DataSource = dataFolder(checkout),
  templates: Templates = templateFolder(checkout),
): { files?: BuiltFiles; result: Result } {
  const files = new Map<string, string | Uint8Array>();
  let published = false;
  const result = runBuild({
    data,
    forms,
    templates,
    progress: () => {},
    publish(made, isSound) {
      for (const { path, content } of made) files.set(path, whole(content));
      published = isSound();
      return { files: files.size, bytes: 0 };
    },
  });
  return published && result.ok ? { files, result } : { result };
}

/** The model, whatever the check says. */
export function siteOf(data: DataSource = dataFolder(checkout)): Site {
  const { dataset, checked } = gather({ data, forms, progress: () => {} });
  return buildSite(dataset.site!, dataset, checked);
}

/** Assets by name, as templates may use them. */
export const assetNames: Record<string, string> = Object.fromEntries(
  templateFolder(checkout)
    .assets()
    .map(({ name }) => name)
    .concat('forms.js')
    .map((name) => [name, `assets/${name}`]),
);

/** What would be published if there were no check. */
export function buildUnchecked(data: DataSource): BuiltFiles {
  const globals = { assets: assetNames };
  const made: [string, string | Uint8Array][] = [];
  for (const { path, content } of renderSite(siteOf(data), templateFolder(checkout).source, globals))
    made.push([path, whole(content)]);
  const assets = Object.values(assetNames).map((path) => [path, ''] as const);
  return new Map([...assets, ...made]);
}

/** What is streamed to the disk, as one text, or as bytes where it is not all text. */
function whole<T>(content: T | Streamed): T | string | Uint8Array {
  if (typeof content !== 'object' || content === null || !('chunks' in content)) return content as T;
  const chunks = [...content.chunks];
  const isText = (chunk: string | Uint8Array) => typeof chunk === 'string';
  return chunks.every(isText) ? chunks.join('') : Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));
}

/** Of the files made before a page, nothing. */
export const nothingMade = (): Made => ({ pages: [], bytes: new Map() });

export function textFile(files: BuiltFiles, path: string): string {
  const content = files.get(path);
  if (typeof content !== 'string') throw new Error(`no text at ${path}`);
  return content;
}

export function page(files: BuiltFiles, path: string): HtmlElement {
  return parseHtml(textFile(files, path));
}

export function pagePaths(files: BuiltFiles): string[] {
  return [...files.keys()].filter((path) => path.endsWith('.html'));
}

/** A data folder in memory, listed in the order given. */
export function dataOf(files: Record<string, string>): DataSource {
  return {
    list: () => Object.keys(files).map((path) => ({ path })),
    read: (path) => new TextEncoder().encode(files[path]),
  };
}
