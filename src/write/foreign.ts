import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type Manifest, manifestName, readManifest } from './manifest.ts';

/** Copies what in the old site is not ours; where it stands in the way of a page, nothing is published. */
export function carryOver(
  target: string,
  next: string,
  written: Manifest['files'],
  out: string,
  old: Manifest | undefined,
): Diagnostic[] {
  if (!existsSync(target)) return [];
  const taken = new Set([...written.map((file) => file.path), manifestName]);
  const problems: Diagnostic[] = [];
  for (const { path, folder } of foreign(target, '', oursOf(old))) {
    const inTheWay = [path, ...foldersOf(path)].some((part) => taken.has(part));
    const there = existsSync(join(next, path));
    if (inTheWay || (there && !folder)) problems.push(diagnose('OUT-FOREIGN', { file: `${out}/${path}` }));
    else if (!there) cpSync(join(target, path), join(next, path), copyOptions);
  }
  return problems;
}

const copyOptions = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true } as const;

interface Ours {
  files: ReadonlySet<string>;
  folders: ReadonlySet<string>;
}

/** The manifest of the site that is there; undefined where there is none of ours. */
export function readSite(target: string): Manifest | undefined {
  const file = join(target, manifestName);
  return existsSync(file) ? readManifest(readFileSync(file, 'utf8')) : undefined;
}

/** What it says that an earlier run wrote. */
function oursOf(manifest: Manifest | undefined): Ours {
  const paths = manifest ? [manifestName, ...manifest.files.map(({ path }) => path)] : [];
  return { files: new Set(paths), folders: new Set(paths.flatMap(foldersOf)) };
}

/** Files, links and empty folders below `target` that are not ours. */
function foreign(target: string, folder: string, ours: Ours): { path: string; folder: boolean }[] {
  const entries = readdirSync(join(target, folder), { withFileTypes: true });
  if (entries.length === 0 && folder !== '') {
    const path = folder.slice(0, -1);
    return ours.folders.has(path) ? [] : [{ path, folder: true }];
  }
  return entries.flatMap((entry) => {
    const path = folder + entry.name;
    if (entry.isDirectory()) return foreign(target, `${path}/`, ours);
    return ours.files.has(path) ? [] : [{ path, folder: false }];
  });
}

/** The folders above a path, up to the site's own. */
function foldersOf(path: string): string[] {
  const above = dirname(path);
  return above === '.' ? [] : [above, ...foldersOf(above)];
}
