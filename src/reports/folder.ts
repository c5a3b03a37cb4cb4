import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFile, reportFile } from './files.ts';
import type { DataSource } from './load.ts';

/** The data folder on disk. Links are listed but not followed. */
export function dataFolder(root: string): DataSource {
  return {
    list: () =>
      statSync(join(root, 'data'), { throwIfNoEntry: false })?.isDirectory() ? walk(root, 'data') : [],
    read: (path) => readFileSync(join(root, path)),
  };
}

/** The file of a report that is there already, from the root. */
export function existingReport(root: string, organ: string, year: number | string): string | undefined {
  const files = (['yaml', 'json'] as const).map((ending) => reportFile(organ, year, ending));
  return files.find((file) => existsSync(join(root, file)));
}

function walk(root: string, folder: string): DataFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry): DataFile[] => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && /\.(ya?ml|json)$/i.test(entry.name)) return [{ path, folder: true }];
    if (entry.isDirectory()) return walk(root, path);
    return [entry.isFile() ? { path } : { path, link: true }];
  });
}
