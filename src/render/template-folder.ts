import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../diagnostics/diagnostic.ts';
import { readText } from '../source/read-text.ts';
import type { TemplateSource } from './templates.ts';

/** Templates and assets; those of a site stand before ours of the same name. */
export interface Templates {
  source: TemplateSource;
  /** All template names, sorted. */
  names(): string[];
  /** Style sheets and the like, by name. */
  assets(): { name: string; bytes: Uint8Array }[];
}

/** Our own templates, beside the program. */
export const ours = fileURLToPath(new URL('../../templates', import.meta.url));

/** Where a site keeps templates of its own, unless it is told otherwise. */
export function ownTemplates(root: string): string {
  return join(root, 'templates');
}

/** Looks into the site's own folder first, then into ours. */
export function templateFolder(root: string, own = ownTemplates(root)): Templates {
  const folders = [...new Set([own, ours])];
  const find = (name: string) =>
    folders
      .map((folder) => join(folder, name))
      .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
  const list = (under: string) =>
    [...new Set(folders.flatMap((folder) => walk(join(folder, under))))].sort(compareText);
  return {
    source: (name) => {
      const file = find(name);
      return file === undefined ? undefined : readText(shown(root, file), readFileSync(file));
    },
    names: () => list('').filter((name) => name.endsWith('.njk')),
    assets: () => list('assets').map((name) => ({ name, bytes: readFileSync(find(`assets/${name}`)!) })),
  };
}

/** A file of the site by its path from the root, one of ours by its name. */
function shown(root: string, file: string): string {
  const path = relative(root, file);
  const isOurs = !relative(ours, file).startsWith('..');
  return (isOurs && path.startsWith('..') ? `templates/${relative(ours, file)}` : path).replaceAll('\\', '/');
}

function walk(folder: string, prefix = ''): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? walk(join(folder, entry.name), `${prefix}${entry.name}/`)
      : entry.name.startsWith('.')
        ? []
        : [prefix + entry.name],
  );
}
