import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { putBack } from '../../src/write/publish.ts';
import {
  expectNextRunToWork,
  foreignFiles,
  oldSite,
  runPublisher,
  versionOf,
} from '../helpers/publishing.ts';
import { manifestFaults, temporaryFolder, tree } from '../helpers/tree.ts';

const seconds = { timeout: 60_000 };

describe.each(['kill', 'half'])('killed at every step in turn (%s)', seconds, (how) => {
  it('leaves a whole version, or one that is put back', () => {
    const versions = new Set<string>();
    let killed = 0;
    let aside = 0;
    for (;;) {
      const out = oldSite(temporaryFolder());
      if (runPublisher(how, out, String(killed)).signal !== 'SIGKILL') break;
      killed++;
      if (!existsSync(out)) aside++;
      expect(putBack(out)).toEqual([]);
      expect(manifestFaults(out, foreignFiles), `step ${killed}`).toEqual([]);
      versions.add(versionOf(out));
      expectNextRunToWork(out);
    }
    expect(killed).toBeGreaterThan(12);
    expect(aside).toBe(1);
    expect([...versions].sort()).toEqual(['version new', 'version old']);
  });
});

describe('hindered at every step in turn', seconds, () => {
  it('says so and leaves the old version, or publishes all the same', () => {
    const codes = ['ENOSPC', 'EXDEV', 'EBUSY', 'EACCES', 'EROFS', 'EIO'];
    let failed = 0;
    for (let step = 0; ; step++) {
      const out = oldSite(temporaryFolder());
      const before = tree(out);
      const code = codes[step % codes.length]!;
      const { stdout, stderr } = runPublisher('fail', out, String(step), code);
      expect(stderr, `step ${step}`).toBe('');
      const result = JSON.parse(stdout) as { calls: number; problems?: { code: string; message: string }[] };
      if (result.calls <= step) break;
      if (result.problems) {
        failed++;
        expect(result.problems.map((problem) => problem.code)).toEqual(['OUT-FAILED']);
        expect(result.problems[0]!.message).toContain(code);
        expect(tree(out)).toEqual(before);
      } else {
        expect(versionOf(out)).toBe('version new');
        expect(manifestFaults(out, foreignFiles)).toEqual([]);
      }
      expectNextRunToWork(out);
    }
    expect(failed).toBeGreaterThan(7);
  });
});
