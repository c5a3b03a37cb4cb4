import { chmodSync, lstatSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestName } from '../../src/write/manifest.ts';
import { type OutFile, publish } from '../../src/write/publish.ts';
import { manifestFaults, temporaryFolder } from '../helpers/tree.ts';

const files: readonly OutFile[] = [
  { path: 'index.html', content: '首页' },
  { path: 'organs/a/2023.html', content: '报告' },
];
const page = 'organs/a/2023.html';
const longAgo = new Date('2020-01-01T00:00:00Z');

/** A site whose page was published long ago; what is done to it, then published again. */
function again(change: (file: string) => void, next: readonly OutFile[] = files) {
  const out = join(temporaryFolder(), 'dist');
  publish(out, files);
  const file = join(out, page);
  utimesSync(file, longAgo, longAgo);
  change(file);
  expect(publish(out, next)).toMatchObject({ files: next.length });
  expect(manifestFaults(out)).toEqual([]);
  const { mtime, nlink, mode } = lstatSync(file);
  return { kept: mtime.getTime() === longAgo.getTime(), nlink, mode, text: readFileSync(file, 'utf8') };
}

describe('a file that is the same as before', () => {
  it('stays the same file, with its time and one name', () => {
    expect(again(() => {})).toMatchObject({ kept: true, nlink: 1, text: '报告' });
  });

  it('is written anew where somebody changed it, even to the same length and time', () => {
    const change = (file: string) => {
      writeFileSync(file, '别的');
      utimesSync(file, longAgo, longAgo);
    };
    expect(again(change)).toMatchObject({ kept: false, text: '报告' });
  });

  it.each([
    ['has other rights', (file: string) => chmodSync(file, 0o600)],
    [
      'is a link now',
      (file: string) => {
        rmSync(file);
        writeFileSync(`${file}.x`, '报告');
        symlinkSync(`${file}.x`, file);
        rmSync(`${file}.x`);
      },
    ],
    ['is gone', (file: string) => rmSync(file)],
  ])('is written anew where it %s', (_, change) => {
    const { mode } = again(() => {});
    expect(again(change)).toMatchObject({ kept: false, text: '报告', nlink: 1, mode });
  });

  it('changes with its text', () => {
    const next = [files[0]!, { path: page, content: '新的' }];
    expect(again(() => {}, next)).toMatchObject({ kept: false, text: '新的' });
  });

  it('is left as it was where nothing is published', () => {
    const out = join(temporaryFolder(), 'dist');
    publish(out, files);
    publish(out, files, () => false);
    expect(manifestFaults(out)).toEqual([]);
    expect(lstatSync(join(out, page)).nlink).toBe(1);
    expect(lstatSync(join(out, manifestName)).nlink).toBe(1);
  });
});
