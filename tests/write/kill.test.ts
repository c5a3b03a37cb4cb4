import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { putBack } from '../../src/write/publish.ts';
import { expectNextRunToWork, foreignFiles, oldSite, publisher, versionOf } from '../helpers/publishing.ts';
import { random } from '../helpers/random.ts';
import { manifestFaults, temporaryFolder } from '../helpers/tree.ts';

const seconds = { timeout: 60_000 };

/** A process that publishes over and over, each time another version with other pages. */
async function publishing(out: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [publisher, 'loop', out], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('killed at any moment', seconds, () => {
  it('leaves a whole version, or one that is put back, fifty times', async () => {
    const out = oldSite(temporaryFolder());
    const { below } = random(7);
    const versions = new Set<string>();
    for (let round = 0; round < 50; round++) {
      const child = await publishing(out);
      await wait(below(60));
      await kill(child);
      if (!existsSync(out)) putBack(out);
      expect(manifestFaults(out, foreignFiles), `round ${round}`).toEqual([]);
      versions.add(versionOf(out));
    }
    expect(versions.size).toBeGreaterThan(20);
    expectNextRunToWork(out);
  });
});

describe('several at once', seconds, () => {
  it('never mix their pages', async () => {
    const out = oldSite(temporaryFolder());
    const children = await Promise.all([1, 2, 3].map(() => publishing(out)));
    await wait(1500);
    await Promise.all(children.map(kill));
    expect(putBack(out)).toEqual([]);
    expect(manifestFaults(out, foreignFiles)).toEqual([]);
    const [, pid] = /version (\d+)x/.exec(versionOf(out))!;
    const pages = readdirSync(join(out, 'pages'));
    expect(pages.filter((name) => !name.startsWith(`${pid}x`))).toEqual([]);
    expectNextRunToWork(out);
  });
});
