import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestName } from '../../src/write/manifest.ts';
import { type OutFile, publish, putBack } from '../../src/write/publish.ts';
import { leftovers } from '../helpers/publishing.ts';
import { manifestFaults, sha256, temporaryFolder, tree } from '../helpers/tree.ts';

const pages = (...paths: string[]): OutFile[] => paths.map((path) => ({ path, content: `页面 ${path}` }));
const first = pages('index.html', 'organs/a/index.html', 'organs/b/index.html', 'about.html');
const second = pages('index.html', 'organs/a/index.html', 'organs/c/index.html');

function published(files: Iterable<OutFile> = first): string {
  const out = join(temporaryFolder(), 'dist');
  expect(publish(out, files)).toMatchObject({ files: expect.any(Number) });
  return out;
}

function put(file: string, content = '别人的'): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
}

/** Messages of what was in the way; nothing may have changed. */
function refusal(out: string, files: Iterable<OutFile>): string[] {
  const before = tree(out);
  const result = publish(out, files);
  expect(tree(out)).toEqual(before);
  expect(leftovers(out)).toEqual([]);
  return 'problems' in result ? result.problems.map(({ code, message }) => `${code} ${message}`) : [];
}

describe('the site is exactly its manifest', () => {
  it('has every file with its size and hash, sorted', () => {
    const out = published([...first, { path: 'data/a.bin', content: new Uint8Array([0, 255, 10]) }]);
    expect(manifestFaults(out)).toEqual([]);
    const manifest = JSON.parse(readFileSync(join(out, manifestName), 'utf8'));
    expect(manifest.files.map((file: { path: string }) => file.path)).toEqual([
      'about.html',
      'data/a.bin',
      'index.html',
      'organs/a/index.html',
      'organs/b/index.html',
    ]);
    expect(manifest.files[1]).toEqual({
      path: 'data/a.bin',
      bytes: 3,
      sha256: sha256(new Uint8Array([0, 255, 10])),
    });
  });

  it('counts what it wrote', () => {
    const out = join(temporaryFolder(), 'dist');
    expect(publish(out, [{ path: 'a', content: '年' }])).toEqual({ files: 1, bytes: 3 });
  });

  it('takes a long file piece by piece, and the pieces before the next file is made', () => {
    const piece = `${'年报'.repeat(50_000)}\n`;
    const order: string[] = [];
    function* chunks() {
      for (let i = 0; i < 5; i++) {
        order.push(`piece ${i}`);
        yield piece;
      }
    }
    function* files(): Iterable<OutFile> {
      yield { path: 'long.csv', content: { chunks: chunks() } };
      order.push('next');
      yield { path: 'short.csv', content: { chunks: ['a', 'b'] } };
      yield { path: 'empty.csv', content: { chunks: [] } };
    }
    const out = published(files());
    expect(manifestFaults(out)).toEqual([]);
    expect(readFileSync(join(out, 'long.csv'), 'utf8')).toBe(piece.repeat(5));
    expect(readFileSync(join(out, 'short.csv'), 'utf8')).toBe('ab');
    expect(readFileSync(join(out, 'empty.csv'), 'utf8')).toBe('');
    expect(order).toEqual(['piece 0', 'piece 1', 'piece 2', 'piece 3', 'piece 4', 'next']);
  });

  it('keeps no page of an earlier run, and no folder left empty', () => {
    const out = published(first);
    publish(out, second);
    expect(Object.keys(tree(out))).toEqual([
      'index.html',
      manifestName,
      'organs/a/index.html',
      'organs/c/index.html',
    ]);
    expect(leftovers(out)).toEqual([]);
  });

  it('drops a folder of pages that somebody emptied', () => {
    const out = published(first);
    renameSync(join(out, 'organs/b/index.html'), join(out, '..', 'moved.html'));
    publish(out, second);
    expect(existsSync(join(out, 'organs/b'))).toBe(false);
  });

  it('may be of no file at all', () => {
    const out = published([]);
    expect(Object.keys(tree(out))).toEqual([manifestName]);
  });
});

describe('files of others', () => {
  it('survive, wherever they are and whatever they are', () => {
    const out = published(first);
    put(join(out, 'CNAME'), 'example.cn');
    put(join(out, '.nojekyll'), '');
    put(join(out, '.git/objects/ab/cdef'), 'object');
    put(join(out, 'organs/a/旧报告.pdf'), 'pdf');
    put(join(out, 'organs/b/note.txt'), 'note');
    put(join(out, 'deep/er/file'), 'deep');
    mkdirSync(join(out, 'empty/inside'), { recursive: true });
    symlinkSync('CNAME', join(out, 'link'));
    symlinkSync('../nowhere', join(out, 'organs/dangling'));
    symlinkSync('deep', join(out, 'link-to-folder'));
    const foreign = Object.fromEntries(
      Object.entries(tree(out)).filter(([path]) => !first.some((file) => file.path === path)),
    );
    for (const files of [second, first, []]) {
      publish(out, files);
      expect(tree(out)).toMatchObject({ ...foreign, [manifestName]: expect.any(String) });
      expect(manifestFaults(out, Object.keys(foreign))).toEqual([]);
    }
  });

  it('survive with the time of their last change', () => {
    const out = published(first);
    put(join(out, 'CNAME'));
    const before = lstatSync(join(out, 'CNAME')).mtimeMs;
    publish(out, second);
    expect(lstatSync(join(out, 'CNAME')).mtimeMs).toBeCloseTo(before, 0);
  });

  it('are all files of a folder that has no manifest of ours', () => {
    const out = join(temporaryFolder(), 'dist');
    put(join(out, 'index.html'));
    expect(refusal(out, second)).toEqual([
      `OUT-FOREIGN ${out}/index.html 不是勾稽写的，又正好在要写的位置上，所以没有发布。`,
    ]);
    put(join(out, 'manifest.json'), '{"name":"别的程序"}');
    expect(refusal(out, second).map((text) => text.split(' ')[1])).toEqual([
      `${out}/index.html`,
      `${out}/manifest.json`,
    ]);
  });

  it.each([
    ['a file where a page is to be', 'organs/c/index.html', 'organs/c/index.html'],
    ['a file where a folder is to be', 'organs/c', 'organs/c'],
    ['a file in a folder where a page is to be', 'new.html/x/y', 'new.html/x/y'],
  ])('in the way are named, and nothing is published: %s', (_, file, named) => {
    const out = published(first);
    put(join(out, file));
    expect(refusal(out, [...second, ...pages('new.html')])).toEqual([
      expect.stringContaining(`OUT-FOREIGN ${out}/${named} `),
    ]);
  });

  it('in the way may be links', () => {
    const out = published(first);
    symlinkSync('a', join(out, 'organs/c'));
    expect(refusal(out, second)).toEqual([expect.stringContaining('/organs/c ')]);
  });

  it('in the way may be an empty folder, where a page is to be; not where a folder is to be', () => {
    const out = published(first);
    mkdirSync(join(out, 'organs/c'));
    expect(publish(out, second)).toMatchObject({ files: 3 });
    mkdirSync(join(out, 'new.html'));
    expect(refusal(out, pages('new.html'))).toEqual([expect.stringContaining('/new.html ')]);
  });

  it('are what stands in place of a page that is not written any more', () => {
    const out = published(first);
    renameSync(join(out, 'about.html'), join(out, '..', 'moved'));
    put(join(out, 'about.html/x'));
    publish(out, second);
    expect(readFileSync(join(out, 'about.html/x'), 'utf8')).toBe('别人的');
  });
});

describe('what goes wrong', () => {
  it('in making the pages leaves everything as it was and is thrown on', () => {
    const out = published(first);
    const before = tree(out);
    const broken = Object.assign(new Error('page fault'), { code: 'ENOENT', syscall: 'open' });
    const failing = (after: number) =>
      (function* () {
        yield* second.slice(0, after);
        throw broken;
      })();
    for (const after of [0, 1, 3]) {
      expect(() => publish(out, failing(after))).toThrow(broken);
      expect(tree(out)).toEqual(before);
      expect(leftovers(out)).toEqual([]);
    }
    expect(publish(out, second)).toMatchObject({ files: 3 });
  });

  it.each([
    '',
    '/etc/x',
    '../x',
    'a/../../x',
    'a//b',
    './a',
    'a/',
    '.htaccess',
    'a/.b',
    'a\\b',
    'a\0b',
    'C:x',
    '年报.html',
    'a b',
    'manifest.json',
  ])('refuses to write %j', (path) => {
    const out = published(first);
    const before = tree(join(out, '..'));
    expect(() => publish(out, [...second, ...pages(path)])).toThrow('unsafe');
    expect(tree(join(out, '..'))).toEqual(before);
  });

  it('refuses to write a file twice, or into a file', () => {
    const out = published(first);
    expect(() => publish(out, [...second, ...pages('index.html')])).toThrow('twice');
    expect(refusal(out, pages('a', 'a/b'))).toEqual([expect.stringContaining('OUT-FAILED')]);
  });

  it.each(['file', 'file/in/it'])('at %s, which is a file or lies in one, is said', (path) => {
    const folder = temporaryFolder();
    put(join(folder, 'file'));
    const before = tree(folder);
    const result = publish(join(folder, path), second);
    expect(result).toMatchObject({
      problems: [{ code: expect.stringMatching(/^OUT-F/), hint: expect.any(String) }],
    });
    expect(tree(folder)).toEqual(before);
  });

  it.skipIf(process.getuid?.() === 0)('in a folder that may not be written to is said', async () => {
    const { chmodSync } = await import('node:fs');
    const folder = temporaryFolder();
    const out = join(folder, 'dist');
    publish(out, first);
    const before = tree(out);
    chmodSync(folder, 0o555);
    try {
      expect(publish(out, second)).toMatchObject({ problems: [{ code: 'OUT-FAILED' }] });
      expect(tree(out)).toEqual(before);
    } finally {
      chmodSync(folder, 0o755);
    }
  });
});

describe('a link in place of the folder', () => {
  const linked = () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'disk'));
    symlinkSync('disk/www', join(folder, 'dist'));
    return { out: join(folder, 'dist'), real: join(folder, 'disk/www') };
  };

  it('stays, and what it leads to is published, even where it led nowhere', () => {
    const { out, real } = linked();
    for (const files of [first, second]) {
      expect(publish(out, files)).toMatchObject({ files: files.length });
      expect(readlinkSync(out)).toBe('disk/www');
      expect(manifestFaults(real)).toEqual([]);
      expect(leftovers(out)).toEqual([]);
      expect(leftovers(real)).toEqual([]);
    }
  });

  it('finds the old site again after a kill', () => {
    const { out, real } = linked();
    publish(out, first);
    renameSync(real, join(real, '../.www.gouji-previous'));
    expect(putBack(out)).toEqual([]);
    expect(manifestFaults(real)).toEqual([]);
  });

  it('that leads to itself is said', () => {
    const out = join(temporaryFolder(), 'dist');
    symlinkSync('dist', out);
    expect(publish(out, first)).toMatchObject({ problems: [{ code: 'OUT-FAILED' }] });
  });
});

describe('after a kill', () => {
  it('the old site comes back, half of a new one goes', () => {
    const out = published(first);
    const before = tree(out);
    renameSync(out, join(out, '../.dist.gouji-previous'));
    put(join(out, '../.dist.gouji-next/index.html'), 'half');
    expect(putBack(out)).toEqual([]);
    expect(tree(out)).toEqual(before);
    expect(leftovers(out)).toEqual([]);
  });

  it('an old site that was half deleted does not come back', () => {
    const out = published(first);
    renameSync(out, join(out, '../.dist.gouji-gone'));
    expect(putBack(out)).toEqual([]);
    expect(existsSync(out)).toBe(false);
    publish(out, second);
    expect(manifestFaults(out)).toEqual([]);
    expect(leftovers(out)).toEqual([]);
  });

  it('nothing is put back where nothing was left, and no folder is made', () => {
    const out = join(temporaryFolder(), 'a/b/dist');
    expect(putBack(out)).toEqual([]);
    expect(existsSync(join(out, '../..'))).toBe(false);
  });
});
