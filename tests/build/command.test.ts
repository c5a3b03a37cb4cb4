import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCommand, isClosed } from '../../src/commands/build.ts';
import type { Format } from '../../src/diagnostics/reporters/formats.ts';
import { checkout } from '../helpers/built.ts';
import { leftovers } from '../helpers/publishing.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';
import { manifestFaults, temporaryFolder, tree } from '../helpers/tree.ts';

const good = oneOrgan({ 2022: reportJson(2021), 2023: reportJson(2021) });
const bad = {
  'data/organs/zhen/2023.json': reportJson(2021, (address) => (address.endsWith('granted.total') ? 1 : 0)),
};

function write(root: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function folderWith(files: Record<string, string> = good, root = temporaryFolder()): string {
  write(root, files);
  return root;
}

function build(
  root: string,
  out = join(root, 'dist'),
  format: Format = 'pretty',
  more: { templates?: string } = {},
) {
  const [said, told]: string[][] = [[], []];
  const terminal = {
    out: (text: string) => void said!.push(text),
    err: (text: string) => void told!.push(text),
    color: false,
  };
  const code = buildCommand({ root, out, format, ...more }, terminal);
  return { code, out: said!.join(''), err: told!.join('') };
}

describe('a build without errors', () => {
  it.each(['dist', 'public/site', './dist/', '../beside'])('publishes to %s and ends with 0', (name) => {
    const root = folderWith(good, join(temporaryFolder(), 'root'));
    const out = join(root, name);
    const { code, out: said, err } = build(root, out);
    expect(code).toBe(0);
    expect(said).toContain('没有发现错误');
    expect(err).toMatch(/读取 4个文件.*\n.*\n生成并查验 \d+页\n发布 \d+个文件/);
    expect(manifestFaults(out)).toEqual([]);
    expect(leftovers(out)).toEqual([]);
  });

  it('takes a relative folder from the root', () => {
    const root = folderWith();
    expect(build(root, 'a-folder-of-the-test').code).toBe(0);
    expect(manifestFaults(join(root, 'a-folder-of-the-test'))).toEqual([]);
  });

  it('takes the header from a folder of templates elsewhere, and the rest from ours', () => {
    const portal = temporaryFolder();
    write(portal, {
      'parts/header.njk':
        '<header class="portal"><img src="{{ chrome.root }}{{ assets[\'logo.svg\'] }}" alt="县门户"></header>\n',
      'assets/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'assets/portal.css': '.portal { color: red; }\n',
    });
    const root = folderWith();
    expect(build(root, undefined, undefined, { templates: portal })).toMatchObject({ code: 0 });
    const page = readFileSync(join(root, 'dist/organs/zhen/2023.html'), 'utf8');
    expect(page).toMatch(/<header class="portal"><img src="\.\.\/\.\.\/assets\/logo-\w+\.svg" alt="县门户">/);
    expect(page).toContain('class="site-footer"');
    const sheet = /assets\/site-\w+\.css/.exec(page)![0];
    expect(readFileSync(join(root, 'dist', sheet), 'utf8')).toContain('.portal { color: red; }');
    expect(isClosed(join(portal, 'site'), root, portal)).toBe(true);
  });

  it('says when there is no such folder of templates', () => {
    const root = folderWith();
    const { code, err } = build(root, undefined, undefined, { templates: join(root, 'none') });
    expect(code).toBe(2);
    expect(err).toContain('--templates');
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  it('does not touch data and templates', () => {
    const root = folderWith({ ...good, 'templates/parts/footer.njk': '<footer>x</footer>\n' });
    const before = [tree(join(root, 'data')), tree(join(root, 'templates'))];
    expect(build(root).code).toBe(0);
    expect([tree(join(root, 'data')), tree(join(root, 'templates'))]).toEqual(before);
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toContain('<footer>x</footer>');
  });
});

/** Only paths inside of the temporary folder are tried with the command: it may be wrong. */
describe('a folder that publishing would destroy', () => {
  it.each(['', 'data', 'data/', 'data/organs', 'data/new/dist', 'templates', 'templates/x/y'])(
    'is refused with 2 and nothing read: %j in the root',
    (name) => {
      const root = folderWith();
      const out = join(root, name);
      const before = tree(root);
      const { code, err } = build(root, out);
      expect(code).toBe(2);
      expect(err).toBe(
        `不能发布到 ${out}：那里是数据或模板所在的文件夹，发布会动到它们。用 --out 另选一个文件夹，例如 dist。\n`,
      );
      expect(tree(root)).toEqual(before);
    },
  );

  it('is refused above the root', () => {
    const above = temporaryFolder();
    const root = folderWith(good, join(above, 'a/root'));
    const before = tree(above);
    for (const out of [join(above, 'a'), above]) expect(build(root, out).code).toBe(2);
    expect(tree(above)).toEqual(before);
  });

  it('is refused behind links', () => {
    const root = folderWith();
    symlinkSync('data', join(root, 'link'));
    symlinkSync('.', join(root, 'self'));
    symlinkSync('data/later', join(root, 'dangling'));
    for (const out of ['link', 'link/dist', 'self', 'self/data', 'dangling', 'dangling/x'])
      expect(build(root, join(root, out)).code, out).toBe(2);
    const data = Object.keys(good).map((path) => path.slice('data/'.length));
    expect(Object.keys(tree(join(root, 'data')))).toEqual(data.sort());
  });

  it('is refused where the data themselves stand behind a link', () => {
    const root = folderWith();
    renameSync(join(root, 'data'), join(root, 'other'));
    symlinkSync('other', join(root, 'data'));
    expect(build(root, join(root, 'other/dist')).code).toBe(2);
    expect(build(root, join(root, 'dist')).code).toBe(0);
  });

  it.each(['/', '..', '../..', '.'])('would be %s', (out) => {
    const root = folderWith();
    expect(isClosed(resolve(root, out), root)).toBe(true);
  });

  it('would be one with the program in it', () => {
    const root = folderWith();
    for (const out of [
      checkout,
      join(checkout, '..'),
      join(checkout, 'templates'),
      join(checkout, 'templates/x'),
    ])
      expect(isClosed(out, root), out).toBe(true);
    expect(isClosed(join(checkout, 'dist'), root)).toBe(false);
  });

  it.each(['data', 'templates', 'my-data'])('is not one inside a root that is itself called %s', (name) => {
    const root = folderWith(good, join(temporaryFolder(), name));
    expect(build(root, join(root, 'dist')).code).toBe(0);
  });

  it.each(['database', 'data-out', 'templates2', '..dist', 'dist/data'])('is not %s', (out) => {
    const root = folderWith();
    expect(build(root, join(root, out)).code).toBe(0);
  });
});

/** A root with a published site; what a failing build says, and that the site is the same byte for byte. */
function failing(files: Record<string, string>, prepare: (root: string) => void = () => {}) {
  const root = folderWith();
  expect(build(root).code).toBe(0);
  prepare(root);
  const before = tree(join(root, 'dist'));
  write(root, files);
  const said = build(root);
  expect(tree(join(root, 'dist'))).toEqual(before);
  expect(leftovers(join(root, 'dist'))).toEqual([]);
  expect(said.err).toContain(`没有发布。${join(root, 'dist')} 里原来的网站没有动。\n`);
  return said;
}

describe('a build with an error leaves the old site as it was', () => {
  it('in the data: 1', () => {
    const { code, out } = failing(bad);
    expect(code).toBe(1);
    expect(out).toContain('T3-ROW-SUM');
  });

  it('in site.yaml: 1', () => {
    expect(failing({ 'data/site.yaml': 'title: 年报\n' }).code).toBe(1);
  });

  it('in a template: 1', () => {
    const { code, out } = failing({
      'templates/parts/footer.njk': '<footer>\n{{ chrome.publischer }}</footer>',
    });
    expect(code).toBe(1);
    expect(out).toContain('templates/parts/footer.njk:2:11  TPL-UNKNOWN');
    expect(out).toContain('是不是要写 publisher？');
  });

  it('in the writing of a template: 1', () => {
    const root = folderWith({ ...good, 'templates/parts/footer.njk': '<footer>\n' });
    // 县政府 in GBK
    const gbk = [0xcf, 0xd8, 0xd5, 0xfe, 0xb8, 0xae];
    appendFileSync(join(root, 'templates/parts/footer.njk'), Uint8Array.from(gbk));
    const { code, out } = build(root);
    expect(code).toBe(1);
    expect(out).toContain('templates/parts/footer.njk:2:1  SRC-ENCODING');
  });

  it('in a template, seen only in a page: 1', () => {
    const { code, out } = failing({
      'templates/parts/footer.njk': '<footer>{{ chrome.canonical }}</footer>',
    });
    expect(code).toBe(1);
    expect(out).toContain('templates/parts/footer.njk:1:9  TPL-VALUE');
  });

  it('in the name of an asset: 1', () => {
    expect(failing({ 'templates/assets/徽标.svg': '<svg/>' }).code).toBe(1);
  });

  it('a foreign file in the way: 2, and it is named', () => {
    const { code, out } = failing({ 'data/organs/zhen/2021.json': reportJson(2021) }, (root) =>
      write(root, { 'dist/organs/zhen/2021.html': '别人的' }),
    );
    expect(code).toBe(2);
    expect(out).toContain('dist/organs/zhen/2021.html 不是勾稽写的');
  });

  it('another build at work: 2', () => {
    const root = folderWith();
    symlinkSync(String(process.ppid), join(root, '.dist.gouji-lock'));
    const { code, out } = build(root);
    expect(code).toBe(2);
    expect(out).toContain('另一个构建正在');
  });

  it('a file in place of the folder, or above it: 2', () => {
    const root = folderWith({ ...good, dist: 'x' });
    for (const out of ['dist', 'dist/inside']) {
      expect(build(root, join(root, out))).toMatchObject({
        code: 2,
        err: expect.stringContaining('没有发布'),
      });
      expect(readFileSync(join(root, 'dist'), 'utf8')).toBe('x');
    }
  });

  it('what cannot be copied: 2', async () => {
    const { execFileSync } = await import('node:child_process');
    const { code, out } = failing({}, (root) => void execFileSync('mkfifo', [join(root, 'dist/pipe')]));
    expect(code).toBe(2);
    expect(out).toContain('管道');
  });
});

describe('a site that a killed build left aside', () => {
  const aside = () => {
    const root = folderWith();
    build(root);
    const before = tree(join(root, 'dist'));
    renameSync(join(root, 'dist'), join(root, '.dist.gouji-previous'));
    cpSync(join(root, '.dist.gouji-previous'), join(root, '.dist.gouji-next'), { recursive: true });
    return { root, before };
  };

  it('comes back with the next build, even if that finds errors', () => {
    const { root, before } = aside();
    write(root, bad);
    expect(build(root).code).toBe(1);
    expect(tree(join(root, 'dist'))).toEqual(before);
    expect(leftovers(join(root, 'dist'))).toEqual([]);
  });

  it('does not come back with a check of the path alone', () => {
    const { root } = aside();
    expect(build(root, join(root, 'data')).code).toBe(2);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });
});

describe('the other formats', () => {
  it('say the same of a file in the way', () => {
    const root = folderWith({ ...good, dist: 'x' });
    const { code, out } = build(root, join(root, 'dist'), 'json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'OUT-FOREIGN', severity: 'error' }],
    });
  });
});
