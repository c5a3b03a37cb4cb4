import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/diagnostics/result.ts';
import { pageKinds } from '../../src/pages/index.ts';
import { checkTemplates } from '../../src/render/template-check.ts';
import { type Templates, templateFolder } from '../../src/render/template-folder.ts';
import { assetNames, build, checkout, dataOf, textFile, tryBuild } from '../helpers/built.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';
import { ours, templateFaults, withTemplates } from '../helpers/templates.ts';
import { temporaryFolder } from '../helpers/tree.ts';

describe('the templates of the project', () => {
  it('are one for each page kind, and none besides', () => {
    const files = readdirSync(join(checkout, 'templates/pages'));
    expect(files.sort()).toEqual(pageKinds.map(({ name }) => `${name}.njk`).sort());
    expect(new Set(pageKinds.map(({ name }) => name)).size).toBe(pageKinds.length);
  });

  it('have no fault', () => {
    expect(templateFaults({})).toEqual([]);
  });

  it('have no part that is not used', () => {
    const used = ours
      .names()
      .flatMap((name) =>
        [...ours.source(name)!.text.matchAll(/\{% (?:include|extends|import|from) "([^"]+)"/g)].map(
          ([, to]) => to!,
        ),
      );
    const parts = ours.names().filter((name) => !name.startsWith('pages/'));
    expect(parts.filter((name) => !used.includes(name))).toEqual([]);
  });
});

/** Without what the checks have to say of the sample's reports. */
const errors = ({ diagnostics }: Result) => diagnostics.filter(({ severity }) => severity === 'error');

describe('a value that only some pages have', () => {
  it('is named with its place when a page lacks it', () => {
    const templates = withTemplates({ 'parts/footer.njk': '<footer>\n  {{ chrome.canonical }}</footer>' });
    expect(errors(tryBuild(undefined, templates).result).length).toBe(1);
    const [found] = tryBuild(dataOf(oneOrgan({ 2023: reportJson(2021) })), templates).result.diagnostics;
    expect(found).toMatchObject({
      code: 'TPL-VALUE',
      message: expect.stringContaining('index.html'),
      place: { file: 'templates/parts/footer.njk', line: 2, column: 3 },
    });
  });
});

describe("a site's own templates", () => {
  const own = (files: Record<string, string>): Templates => {
    const root = temporaryFolder();
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, 'templates', name)), { recursive: true });
      writeFileSync(join(root, 'templates', name), text);
    }
    return templateFolder(root);
  };

  it('replace ours of the same name; the others stay', () => {
    const templates = own({ 'parts/footer.njk': '<footer>备案号 {{ chrome.publisher }}</footer>' });
    expect(checkTemplates(templates)).toEqual([]);
    const [with_, without] = [build(undefined, templates), build()];
    expect([...with_.keys()]).toEqual([...without.keys()]);
    for (const path of with_.keys()) {
      if (!path.endsWith('.html')) expect(with_.get(path)).toEqual(without.get(path));
      else {
        const footer = /<footer.*<\/footer>\n?/s;
        expect(textFile(with_, path)).toContain('备案号 示例县');
        expect(textFile(with_, path).replace(footer, '')).toBe(textFile(without, path).replace(footer, ''));
      }
    }
  });

  it('replace an asset, whose address changes with it, and add others', () => {
    const files = build(
      undefined,
      own({ 'assets/site.css': 'p{}', 'assets/img/logo.svg': '<svg/>', 'assets/.x': '' }),
    );
    const assets = [...files.keys()].filter((path) => path.startsWith('assets/'));
    const names = assets.map((path) => path.replace(/-[0-9a-f]{10}/, ''));
    expect(names.sort()).toEqual(
      [
        'assets/site.css',
        'assets/img/logo.svg',
        ...Object.keys(assetNames)
          .filter((name) => name.endsWith('.js'))
          .map((name) => `assets/${name}`),
      ].sort(),
    );
    const before = [...build().keys()].find((path) => path.endsWith('.css'))!;
    expect(assets).not.toContain(before);
    expect(textFile(files, 'years/2023.html')).toContain(`href="../${assets[0]}"`);
  });

  it.each(['校徽.svg', 'a b.css', '-x.css'])('an asset named %s is refused with its name', (name) => {
    const { result } = tryBuild(undefined, own({ [`assets/${name}`]: 'x' }));
    expect(errors(result)).toMatchObject([
      { code: 'FILE-NAME', place: { file: `templates/assets/${name}` } },
    ]);
  });

  it.each([['LICENSE'], ['v1.2/readme'], ['a.min.js']])('an asset named %s keeps its name', (name) => {
    const paths = [...build(undefined, own({ [`assets/${name}`]: 'x' })).keys()];
    const path = paths.find((other) => other.replace(/-[0-9a-f]{10}/, '') === `assets/${name}`);
    expect(path).toBeDefined();
  });

  it('are named by their place in the site when they are at fault', () => {
    expect(checkTemplates(own({ 'parts/footer.njk': '{{ nix }}' }))).toMatchObject([
      { place: { file: 'templates/parts/footer.njk', line: 1, column: 4 } },
    ]);
  });
});
