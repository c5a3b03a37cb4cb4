import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts new content in the place of a file, whole or not at all; false, and nothing done, where the file no longer
 * holds what was read from it.
 */
export function replaceFile(file: string, read: Uint8Array, content: Uint8Array): boolean {
  const beside = join(dirname(file), `.${basename(file)}.gouji`);
  try {
    writeFileSync(beside, content);
    chmodSync(beside, statSync(file).mode);
    if (!readFileSync(file).equals(read)) return false;
    renameSync(beside, file);
    return true;
  } finally {
    rmSync(beside, { force: true });
  }
}
