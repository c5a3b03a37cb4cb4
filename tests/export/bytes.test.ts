import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exported, formats, writerOf } from '../../src/export/index.ts';
import { checkout } from '../helpers/built.ts';
import { samples } from '../helpers/export-samples.ts';
import { sha256, temporaryFolder, tree } from '../helpers/tree.ts';

/** What the program as its users run it makes of a year, with these variables around it. */
function inProcess(env: Record<string, string>): Record<string, string> {
  const out = join(temporaryFolder(), 'out');
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(checkout, 'lib/cli.js'),
      'export',
      '2022',
      '--root',
      checkout,
      '--to',
      formats.join(','),
      '--out',
      out,
    ],
    { env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  return tree(out);
}

describe('the same report gives the same bytes', () => {
  test('in another time zone, language and year', () => {
    const plain = inProcess({ TZ: 'UTC', LC_ALL: 'C' });
    expect(Object.keys(plain)).toHaveLength(6 * formats.length);
    expect(inProcess({ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toEqual(
      plain,
    );
    expect(inProcess({ TZ: 'America/Los_Angeles', LC_ALL: 'zh_CN.GB18030' })).toEqual(plain);
  });

  test.each(formats)('%s, whatever was written before', (format) => {
    const hashes = (list: typeof samples) => {
      const write = writerOf(format);
      if ('problem' in write) throw new Error(write.problem);
      return new Map(list.map(([name, entry]) => [name, sha256(write(exported(entry)) as Uint8Array)]));
    };
    const forwards = hashes(samples);
    expect(hashes(samples.toReversed())).toEqual(new Map([...forwards].reverse()));
    expect(new Set(forwards.values()).size).toBe(samples.length);
  });
});
