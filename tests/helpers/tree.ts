import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Everything below a folder, by path: the hash of a file, the goal of a link, `folder` for an empty one. */
export function tree(folder: string, prefix = ''): Record<string, string> {
  if (!existsSync(folder)) return {};
  return Object.assign(
    {},
    ...readdirSync(folder)
      .sort()
      .map((name): Record<string, string> => {
        const path = join(folder, name);
        const stat = lstatSync(path);
        if (stat.isSymbolicLink()) return { [prefix + name]: `-> ${readlinkSync(path)}` };
        if (!stat.isFile() && !stat.isDirectory()) return { [prefix + name]: 'special' };
        if (!stat.isDirectory()) return { [prefix + name]: sha256(readFileSync(path)) };
        const inside = tree(path, `${prefix}${name}/`);
        return Object.keys(inside).length === 0 ? { [`${prefix + name}/`]: 'folder' } : inside;
      }),
  );
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** How a published folder differs from what its manifest says it is, apart from these foreign files. */
export function manifestFaults(site: string, foreign: readonly string[] = []): string[] {
  const found = tree(site);
  if (!('manifest.json' in found)) return ['no manifest'];
  const manifest = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')) as {
    version: number;
    files: { path: string; bytes: number; sha256: string }[];
  };
  const faults = manifest.version === 1 ? [] : [`version ${manifest.version}`];
  const paths = manifest.files.map(({ path }) => path);
  if (paths.join('\n') !== [...new Set(paths)].sort().join('\n')) faults.push('not sorted, or a path twice');
  for (const { path, bytes, sha256: hash } of manifest.files) {
    if (found[path] !== hash) faults.push(`${path} is ${found[path] ?? 'missing'}`);
    else if (lstatSync(join(site, path)).size !== bytes) faults.push(`${path} has another size`);
  }
  for (const path of Object.keys(found)) {
    if (path !== 'manifest.json' && !paths.includes(path) && !foreign.includes(path))
      faults.push(`${path} is stale`);
  }
  return faults;
}
