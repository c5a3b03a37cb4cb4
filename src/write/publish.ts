import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Streamed } from '../pages/page.ts';
import { diskFault } from './disk-fault.ts';
import { carryOver, readSite } from './foreign.ts';
import { lock } from './lock.ts';
import { type Manifest, manifestEntry, manifestName, printManifest } from './manifest.ts';
import { realPath } from './real-path.ts';
import { makeReuse } from './reuse.ts';

export interface OutFile {
  path: string;
  content: string | Uint8Array | Streamed;
}

export type Published = { files: number; bytes: number } | { problems: Diagnostic[] };

/**
 * Publishes all files or none. They are written to a folder beside `out`, which then takes its place by renaming;
 * a kill at any moment leaves the old site, at worst under the name that the next run puts back.
 * `isSound` is asked when all files have been seen; if it says no, nothing is published.
 * Files in `out` that an earlier run did not write are carried over; pages that are gone disappear. A file that is the
 * same as before stays the same file; see `reuse.ts`.
 * What the disk refuses is a problem that is returned; an error in making the files is thrown on.
 */
export function publish(out: string, files: Iterable<OutFile>, isSound = () => true): Published {
  const making: { error?: unknown } = {};
  try {
    return publishTo(placesOf(out), remember(files, making), isSound, out);
  } catch (error) {
    const fault = error === making.error ? undefined : diskFault(out, error);
    if (!fault) throw error;
    return { problems: [fault] };
  }
}

/** Puts the old site back where a killed run left it aside: before anything else, since that may end early. */
export function putBack(out: string): Diagnostic[] {
  const places = placesOf(out);
  if (!existsSync(places.previous)) return [];
  try {
    const unlock = lock(places.lock);
    if (!unlock) return [];
    try {
      recover(places);
    } finally {
      unlock();
    }
    return [];
  } catch (error) {
    const fault = diskFault(out, error);
    if (!fault) throw error;
    return [fault];
  }
}

/** The folder of the site, and what stands beside it while one is published. */
interface Places {
  target: string;
  /** The new site until it is complete. */
  next: string;
  /** The old one while the new one takes its place: only then `target` is not there. */
  previous: string;
  /** The old one once it is not needed any more. */
  gone: string;
  lock: string;
}

function placesOf(out: string): Places {
  const target = realPath(out);
  const beside = (role: string) => join(dirname(target), `.${basename(target)}.gouji-${role}`);
  return {
    target,
    next: beside('next'),
    previous: beside('previous'),
    gone: beside('gone'),
    lock: beside('lock'),
  };
}

function publishTo(places: Places, files: Iterable<OutFile>, isSound: () => boolean, out: string): Published {
  const { target, next } = places;
  mkdirSync(dirname(target), { recursive: true });
  const unlock = lock(places.lock);
  if (!unlock) return { problems: [diagnose('OUT-BUSY', { out })] };
  try {
    recover(places);
    if (existsSync(target) && !statSync(target).isDirectory()) {
      return { problems: [diagnose('OUT-FOREIGN', { file: out })] };
    }
    const old = readSite(target);
    const written = stage(places, files, old);
    if (!isSound()) return { problems: [] };
    const problems = carryOver(target, next, written, out, old);
    if (problems.length > 0) return { problems };
    writeFileSync(join(next, manifestName), printManifest(written));
    swap(places);
    return { files: written.length, bytes: written.reduce((sum, file) => sum + file.bytes, 0) };
  } finally {
    clear(next);
    unlock();
  }
}

/** Puts right what a killed run left: the old site comes back, half a new one goes. */
function recover({ target, next, previous, gone }: Places): void {
  rmSync(next, { recursive: true, force: true });
  rmSync(gone, { recursive: true, force: true });
  if (!existsSync(previous)) return;
  if (existsSync(target)) rmSync(previous, { recursive: true, force: true });
  else renameSync(previous, target);
}

function swap({ target, next, previous, gone }: Places): void {
  if (existsSync(target)) renameSync(target, previous);
  try {
    renameSync(next, target);
  } catch (error) {
    if (existsSync(previous)) renameSync(previous, target);
    throw error;
  }
  clear(previous, gone);
}

/** Under another name first, so that a folder half deleted is never taken for the old site. */
function clear(folder: string, name = folder): void {
  try {
    if (name !== folder && existsSync(folder)) renameSync(folder, name);
    rmSync(name, { recursive: true, force: true });
  } catch {
    // Whether the site was published does not depend on it; the next run clears it away, or says why it cannot.
  }
}

function stage(
  { target, next }: Places,
  files: Iterable<OutFile>,
  old: Manifest | undefined,
): Manifest['files'] {
  const written: Manifest['files'] = [];
  const paths = new Set<string>();
  const folders = new Set<string>();
  mkdirSync(next);
  const manifest = join(next, manifestName);
  writeFileSync(manifest, '');
  const reuse = makeReuse(target, old, manifest);
  for (const { path, content } of files) {
    if (!isSafe(path) || path === manifestName || paths.has(path)) {
      throw new Error(`cannot write ${path}: unsafe or written twice`);
    }
    paths.add(path);
    const file = join(next, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if (typeof content === 'object' && 'chunks' in content) {
      written.push({ path, ...writeChunks(file, content.chunks) });
      continue;
    }
    const bytes = typeof content === 'string' ? encode(content) : content;
    const entry = manifestEntry(path, bytes);
    if (!reuse(entry, bytes, file)) writeFileSync(file, bytes, anew);
    written.push(entry);
  }
  return written;
}

/** Never over a file that is there: where the disk takes two names for one, it could be a file of the old site. */
const anew = { flag: 'wx' } as const;

const mostKept = 1 << 20;
let kept = Buffer.alloc(0);

/** UTF-8, good until the next call: a new buffer for each file costs twice as much as what is put into it. */
function encode(text: string): Uint8Array {
  const most = 3 * text.length;
  if (most > mostKept) return Buffer.from(text);
  if (kept.length < most) kept = Buffer.allocUnsafeSlow(mostKept);
  return kept.subarray(0, kept.write(text));
}

/** Piece by piece, texts in writes of about `enough` characters; a long file is never held as a whole. */
function writeChunks(file: string, chunks: Streamed['chunks']): { bytes: number; sha256: string } {
  const enough = 1 << 18;
  const hash = createHash('sha256');
  const target = openSync(file, anew.flag);
  let bytes = 0;
  let held = '';
  const write = (piece: Uint8Array) => {
    writeFileSync(target, piece);
    hash.update(piece);
    bytes += piece.length;
  };
  const flush = () => {
    write(encode(held));
    held = '';
  };
  try {
    for (const chunk of chunks) {
      if (typeof chunk === 'string') {
        held += chunk;
        if (held.length >= enough) flush();
      } else {
        flush();
        write(chunk);
      }
    }
    flush();
  } finally {
    closeSync(target);
  }
  return { bytes, sha256: hash.digest('hex') };
}

function* remember(files: Iterable<OutFile>, making: { error?: unknown }): Iterable<OutFile> {
  try {
    yield* files;
  } catch (error) {
    making.error = error;
    throw error;
  }
}

/** The one check of output paths: below the site, no empty, dotted or absolute parts. */
export function isSafe(path: string): boolean {
  return /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i.test(path);
}
