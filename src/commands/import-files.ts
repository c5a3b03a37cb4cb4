import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compareText } from '../diagnostics/diagnostic.ts';
import { formatOf } from '../import/index.ts';

/** Files and folders as they were named, to files; of folders, all that look like documents, in order. */
export function documentFiles(named: readonly string[]): string[] {
  return named.flatMap((name) =>
    existsSync(name) && statSync(name).isDirectory() ? inFolder(name) : [name],
  );
}

function inFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : inFolder(path);
      return entry.isFile() && formatOf(entry.name) && !isScratch(entry.name) ? [path] : [];
    });
}

/** What Word leaves beside an open document, and hidden files. */
function isScratch(name: string): boolean {
  return /^(\.|~\$)/.test(basename(name));
}
