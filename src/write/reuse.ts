import { linkSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from './manifest.ts';

/** Puts a file of the old site in the place of a new one that is the same; false where it has to be written. */
export type Reuse = (entry: Manifest['files'][number], bytes: Uint8Array, file: string) => boolean;

/**
 * The old site's file gets a second name in the new one; the first goes with the old site. So it keeps its time, by
 * which servers and copying programs see what has changed, and the disk has nothing to do. Its manifest only says
 * where it is worth looking: the file itself must hold the very bytes, and belong to whom `model` does, a file of
 * this run, with the same rights. Where the disk has no second names, everything is written.
 */
export function makeReuse(target: string, old: Manifest | undefined, model: string): Reuse {
  const known = new Map(old?.files.map(({ path, sha256 }) => [path, sha256]));
  const { mode, uid, gid } = statSync(model);
  return ({ path, sha256 }, bytes, file) => {
    if (known.get(path) !== sha256) return false;
    const before = join(target, path);
    try {
      const found = lstatSync(before);
      const alike = found.mode === mode && found.uid === uid && found.gid === gid;
      if (!alike || found.size !== bytes.length || !readFileSync(before).equals(bytes)) return false;
    } catch {
      return false;
    }
    try {
      linkSync(before, file);
      return true;
    } catch {
      known.clear();
      return false;
    }
  };
}
