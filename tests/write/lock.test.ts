import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lock } from '../../src/write/lock.ts';
import { publish } from '../../src/write/publish.ts';
import { leftovers } from '../helpers/publishing.ts';
import { temporaryFolder, tree } from '../helpers/tree.ts';

const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;
const lockFile = (out: string) => join(out, '../.dist.gouji-lock');

describe('the lock of a folder', () => {
  it('is held by one at a time, and released', () => {
    const file = join(temporaryFolder(), 'lock');
    const unlock = lock(file);
    expect(unlock).toBeTypeOf('function');
    expect(lock(file)).toBeUndefined();
    unlock!();
    expect(existsSync(file)).toBe(false);
    lock(file)!();
    expect(tree(join(file, '..'))).toEqual({});
  });

  it.each([
    ['a process that has ended', () => `${deadPid()} 1`],
    ['a process that has ended, on a system that does not tell when it started', () => `${deadPid()}`],
    ['nobody', () => 'x'],
    ['a process of an earlier day whose number is given to another one now', () => `${process.pid} 1`],
  ])('is taken over from %s', (_, owner) => {
    for (const leave of [symlinkSync, (text: string, file: string) => writeFileSync(file, text)]) {
      const file = join(temporaryFolder(), 'lock');
      leave(owner(), file);
      const unlock = lock(file);
      expect(unlock).toBeTypeOf('function');
      unlock!();
      expect(tree(join(file, '..'))).toEqual({});
    }
  });

  it('is not taken over from a living process', async () => {
    const child = spawn(process.execPath, ['-e', 'console.log(1); setTimeout(() => {}, 20000)'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill());
    await once(child.stdout, 'data');
    const file = join(temporaryFolder(), 'lock');
    symlinkSync(String(child.pid), file);
    expect(lock(file)).toBeUndefined();
    expect(readlinkSync(file)).toBe(String(child.pid));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(lock(file)).toBeTypeOf('function');
  });
});

describe('publishing while another one is at it', () => {
  it('is refused and changes nothing', () => {
    const out = join(temporaryFolder(), 'dist');
    publish(out, [{ path: 'index.html', content: 'old' }]);
    const before = tree(out);
    let inner: unknown;
    const files = function* () {
      inner = publish(out, [{ path: 'index.html', content: 'inner' }]);
      expect(tree(out)).toEqual(before);
      yield { path: 'index.html', content: 'outer' };
    };
    expect(publish(out, files())).toMatchObject({ files: 1 });
    expect(inner).toMatchObject({ problems: [{ code: 'OUT-BUSY' }] });
    expect(leftovers(out)).toEqual([]);
  });

  it('works again after a process that was killed', () => {
    const out = join(temporaryFolder(), 'dist');
    symlinkSync(`${deadPid()} 5`, lockFile(out));
    expect(publish(out, [{ path: 'index.html', content: 'x' }])).toMatchObject({ files: 1 });
    expect(leftovers(out)).toEqual([]);
  });
});
