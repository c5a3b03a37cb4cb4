import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { publish } from '../../src/write/publish.ts';
import { manifestFaults } from './tree.ts';

/** A process that publishes with the compiled program; see there for its arguments. */
export const publisher = fileURLToPath(new URL('../write/publisher.mjs', import.meta.url));

export function runPublisher(...args: string[]) {
  return spawnSync(process.execPath, [publisher, ...args], { encoding: 'utf8' });
}

/** A site of an earlier run with a foreign file, in `dist` below the folder. */
export function oldSite(folder: string): string {
  const out = join(folder, 'dist');
  publish(out, [
    { path: 'index.html', content: 'version old' },
    { path: 'pages/old.html', content: 'old' },
    { path: 'same/page.html', content: 'same '.repeat(500) },
  ]);
  writeFileSync(join(out, 'CNAME'), 'example.cn');
  return out;
}

export const foreignFiles: readonly string[] = ['CNAME'];

export function versionOf(out: string): string {
  return readFileSync(join(out, 'index.html'), 'utf8');
}

/** What a publishing makes beside the site, and may not leave there. */
export function leftovers(out: string): string[] {
  return readdirSync(dirname(out)).filter((name) => name.includes('.gouji-'));
}

export function expectNextRunToWork(out: string): void {
  expect(publish(out, [{ path: 'index.html', content: 'version next' }])).toMatchObject({ files: 1 });
  expect(manifestFaults(out, foreignFiles)).toEqual([]);
  expect(readFileSync(join(out, 'CNAME'), 'utf8')).toBe('example.cn');
  expect(leftovers(out)).toEqual([]);
}
