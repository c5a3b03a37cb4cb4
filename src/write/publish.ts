import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { lock } from './lock.ts';
import { type Manifest, manifestEntry, manifestName, printManifest, readManifest } from './manifest.ts';

export interface OutFile {
  path: string;
  content: string | Uint8Array;
}

export type Published = { files: number; bytes: number } | { problems: Diagnostic[] };

/**
 * Publishes all files or none. They are written to a folder beside `out`, which then takes its place by renaming;
 * a kill at any moment leaves the old site, at worst under the name that the next run puts back.
 * `isSound` is asked when all files have been seen; if it says no, nothing is published.
 * Files in `out` that an earlier run did not write are carried over; pages that are gone disappear.
 */
export function publish(out: string, files: Iterable<OutFile>, isSound = () => true): Published {
  const target = existsSync(out) ? realpathSync(out) : resolve(out);
  const beside = (role: string) => join(dirname(target), `.${basename(target)}.gouji-${role}`);
  const [next, previous] = [beside('next'), beside('previous')];
  mkdirSync(dirname(target), { recursive: true });
  const unlock = lock(beside('lock'));
  if (!unlock) return { problems: [diagnose('OUT-BUSY', { out })] };
  try {
    recover(target, next, previous);
    const written = stage(next, files);
    if (!isSound()) return { problems: [] };
    const problems = carryOver(target, next, written, out);
    if (problems.length > 0) return { problems };
    writeFileSync(join(next, manifestName), printManifest(written));
    if (existsSync(target)) renameSync(target, previous);
    renameSync(next, target);
    rmSync(previous, { recursive: true, force: true });
    return { files: written.length, bytes: written.reduce((sum, file) => sum + file.bytes, 0) };
  } finally {
    rmSync(next, { recursive: true, force: true });
    unlock();
  }
}

/** Puts right what a killed run left: the old site comes back, half a new one goes. */
function recover(target: string, next: string, previous: string): void {
  rmSync(next, { recursive: true, force: true });
  if (!existsSync(previous)) return;
  if (existsSync(target)) rmSync(previous, { recursive: true, force: true });
  else renameSync(previous, target);
}

function stage(next: string, files: Iterable<OutFile>): Manifest['files'] {
  const written: Manifest['files'] = [];
  const paths = new Set<string>();
  const folders = new Set<string>();
  for (const { path, content } of files) {
    if (!isSafe(path) || paths.has(path)) throw new Error(`cannot write ${path}: unsafe or written twice`);
    paths.add(path);
    const file = join(next, path);
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    writeFileSync(file, bytes);
    written.push(manifestEntry(path, bytes));
  }
  return written;
}

/** The one check of output paths: below the site, no empty, dotted or absolute parts. */
function isSafe(path: string): boolean {
  return path !== manifestName && /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i.test(path);
}

/** Copies what is not ours; where it stands in the way of a page, nothing is published. */
function carryOver(target: string, next: string, written: Manifest['files'], out: string): Diagnostic[] {
  if (!existsSync(target)) return [];
  const manifest = join(target, manifestName);
  const before = existsSync(manifest) ? readManifest(readFileSync(manifest, 'utf8')) : undefined;
  const ours = new Set([
    ...(before?.files ?? []).map((file) => file.path),
    ...(before ? [manifestName] : []),
  ]);
  const taken = new Set([...written.map((file) => file.path), manifestName]);
  const problems: Diagnostic[] = [];
  for (const path of foreign(target, '', ours)) {
    const clash = taken.has(path) || existsSync(join(next, path));
    if (clash) problems.push(diagnose('OUT-FOREIGN', { file: `${out}/${path}` }));
    else cpSync(join(target, path), join(next, path), copyOptions);
  }
  return problems;
}

const copyOptions = {
  recursive: true,
  preserveTimestamps: true,
  verbatimSymlinks: true,
  errorOnExist: true,
} as const;

/** Files, links and empty folders below `target` that are not ours. */
function foreign(target: string, folder: string, ours: ReadonlySet<string>): string[] {
  const entries = readdirSync(join(target, folder));
  if (entries.length === 0 && folder !== '') return [folder.slice(0, -1)];
  return entries.flatMap((name) => {
    const path = folder + name;
    if (lstatSync(join(target, path)).isDirectory()) return foreign(target, `${path}/`, ours);
    return ours.has(path) ? [] : [path];
  });
}
