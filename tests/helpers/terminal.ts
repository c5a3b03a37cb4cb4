import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Terminal } from '../../src/commands/environment.ts';
import type { Files } from './memory.ts';
import { temporaryFolder } from './tree.ts';

/** A terminal that keeps what is written to it. */
export function recordingTerminal(color = false): Terminal & { printed: () => string; told: () => string } {
  const out: string[] = [];
  const err: string[] = [];
  return {
    color,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    printed: () => out.join(''),
    told: () => err.join(''),
  };
}

/** The files on disk, in a folder that is gone after the test. */
export function folderOf(files: Files): string {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}
