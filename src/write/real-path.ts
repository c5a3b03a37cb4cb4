import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

const mostLinks = 40;

/** Where a path leads behind all links, also where the last of it does not exist yet. Never throws. */
export function realPath(path: string, links = 0): string {
  const full = resolve(path);
  if (links > mostLinks) return full;
  try {
    return realpathSync.native(full);
  } catch {
    const goal = linkGoal(full);
    if (goal !== undefined) return realPath(resolve(realPath(dirname(full), links + 1), goal), links + 1);
    return dirname(full) === full ? full : join(realPath(dirname(full), links), basename(full));
  }
}

function linkGoal(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** Whether a path is the folder itself or lies in it; both as `realPath` gives them. */
export function holds(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
