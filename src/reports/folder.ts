import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFile } from './files.ts';
import type { DataSource } from './load.ts';

/** The data folder on disk. Links are listed but not followed. */
export function dataFolder(root: string): DataSource {
  return {
    list: () =>
      statSync(join(root, 'data'), { throwIfNoEntry: false })?.isDirectory() ? walk(root, 'data') : [],
    read: (path) => readFileSync(join(root, path)),
  };
}

function walk(root: string, folder: string): DataFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry): DataFile[] => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(root, path);
    return [entry.isFile() ? { path } : { path, link: true }];
  });
}
