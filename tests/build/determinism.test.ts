import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { templateFolder } from '../../src/render/template-folder.ts';
import { dataFolder } from '../../src/reports/folder.ts';
import { build, checkout } from '../helpers/built.ts';
import { random } from '../helpers/random.ts';
import { sha256, temporaryFolder, tree } from '../helpers/tree.ts';

const seconds = { timeout: 60_000 };

/** The published folder of a build of the sample by the program as its users run it, from another folder. */
function buildInProcess(env: Record<string, string>, ...flags: string[]): Record<string, string> {
  const folder = temporaryFolder();
  const out = join(folder, 'dist');
  const { status, stderr } = spawnSync(
    process.execPath,
    [...flags, join(checkout, 'lib/cli.js'), 'build', '--root', checkout, '--out', out],
    { cwd: folder, env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  return tree(out);
}

const inMemory = Object.fromEntries([...build()].map(([path, content]) => [path, sha256(content)]));

describe('the same data give the same bytes', seconds, () => {
  const plain = (() => {
    let found: Record<string, string> | undefined;
    return () => {
      found ??= buildInProcess({ TZ: 'UTC', LC_ALL: 'C' });
      return found;
    };
  })();

  it('on the disk and in memory', () => {
    const { 'manifest.json': manifest, ...files } = plain();
    expect(manifest).toBeDefined();
    expect(files).toEqual(inMemory);
  });

  it.each([
    ['again', { TZ: 'UTC', LC_ALL: 'C' }],
    [
      'in another time zone and language',
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    ],
    ['in one west of Greenwich', { TZ: 'America/Los_Angeles', LC_ALL: 'zh_CN.GB18030', LANGUAGE: 'zh' }],
    ['with colours and a name for the terminal', { FORCE_COLOR: '1', TERM: 'xterm-256color', COLUMNS: '40' }],
  ])('%s', (_, env) => {
    expect(buildInProcess(env)).toEqual(plain());
  });

  it('with another seed for the hashing of names', () => {
    expect(buildInProcess({}, '--hash-seed=12345', '--stack-size=900')).toEqual(plain());
  });

  it('over an older site', () => {
    const folder = temporaryFolder();
    const out = join(folder, 'dist');
    const run = () =>
      spawnSync(process.execPath, [join(checkout, 'lib/cli.js'), 'build', '--root', checkout, '--out', out])
        .status;
    expect([run(), run()]).toEqual([0, 0]);
    expect(tree(out)).toEqual(plain());
  });
});

describe('in whatever order the folders are listed', seconds, () => {
  const shuffle = <T>(list: readonly T[], seed: number): T[] => {
    const { below } = random(seed);
    const rest = [...list];
    return list.map(() => rest.splice(below(rest.length), 1)[0]!);
  };

  it.each([1, 2, 3])('the files and their order are the same (%i)', (seed) => {
    const data = dataFolder(checkout);
    const shuffled = { ...data, list: () => shuffle(data.list(), seed) };
    const files = build(shuffled, templateFolder(checkout));
    expect([...files].map(([path, content]) => [path, sha256(content)])).toEqual(Object.entries(inMemory));
  });
});
