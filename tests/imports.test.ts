import { describe, expect, test } from 'vitest';
import { readModules } from './helpers/modules.ts';

/** The rooms of the house; what stands later may use what stands before it, never the other way round. */
const order = [
  'diagnostics',
  'forms',
  'source',
  'reports',
  'check',
  'model',
  'office',
  'pages',
  'render',
  'audit',
  'write',
  'import',
  'export',
  'pipeline',
  'build',
  'commands',
  'cli',
];

const modules = readModules();

function room(path: string): string {
  return path.split(/[/.]/)[0]!;
}

/** The imports of modules of ours, as `from → to`, that a test finds wanting. */
function wanting(fault: (from: string, to: string, typeOnly: boolean) => boolean): string[] {
  return [...modules.values()].flatMap(({ path, imports }) =>
    imports
      .filter(({ target, typeOnly }) => modules.has(target) && fault(path, target, typeOnly))
      .map(({ target }) => `${path} → ${target}`),
  );
}

describe('the reader of imports', () => {
  test('sees what is there', () => {
    const targets = (path: string) => modules.get(path)!.imports.map(({ target }) => target);
    expect(modules.size).toBeGreaterThan(50);
    expect(targets('check/sums.ts')).toContain('forms/value.ts');
    expect(targets('reports/folder.ts')).toContain('node:fs');
    expect(targets('source/yaml.ts')).toContain('yaml');
    expect(modules.get('source/json.ts')!.imports).toContainEqual({
      target: 'source/fault.ts',
      typeOnly: true,
      computed: false,
      lazy: false,
    });
    expect(modules.get('cli.ts')!.code).toContain('process.exitCode');
  });

  test('knows every module that is imported', () => {
    const unknown = [...modules.values()].flatMap(({ imports }) =>
      imports.map(({ target }) => target).filter((target) => /\.ts$/.test(target) && !modules.has(target)),
    );
    expect(unknown).toEqual([]);
  });
});

test('every module stands in a room of the order', () => {
  expect([...modules.keys()].filter((path) => !order.includes(room(path)))).toEqual([]);
});

test('imports go one way', () => {
  expect(wanting((from, to) => order.indexOf(room(to)) > order.indexOf(room(from)))).toEqual([]);
});

test('no module needs itself to be loaded first', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (done.has(path) || way.includes(path)) return;
    for (const { target, typeOnly } of modules.get(path)?.imports ?? []) {
      if (!typeOnly) visit(target, [...way, path]);
    }
    done.add(path);
  };
  for (const path of modules.keys()) visit(path, []);
  expect(circles).toEqual([]);
});

describe('a command loads what it needs', () => {
  const loaded = (path: string, known = new Set<string>()) => {
    if (known.has(path)) return known;
    known.add(path);
    for (const { target, typeOnly, lazy } of modules.get(path)?.imports ?? [])
      if (!typeOnly && !lazy) loaded(target, known);
    return known;
  };

  test('help no command, and no library but commander', () => {
    const packages = [...loaded('cli.ts')].filter((path) => !modules.has(path) && !path.startsWith('node:'));
    expect(packages).toEqual(['commander']);
    const commands = [...modules.values()].filter(({ code }) =>
      /^export (async )?function \w+Command\(/m.test(code),
    );
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter(({ path }) => loaded('cli.ts').has(path))).toEqual([]);
  });

  test('check nothing of what only building needs', () => {
    const rooms = new Set([...loaded('commands/check.ts')].filter((path) => modules.has(path)).map(room));
    expect([...rooms].sort()).toEqual([
      'check',
      'commands',
      'diagnostics',
      'forms',
      'pipeline',
      'reports',
      'source',
    ]);
  });
});

/** The clerk's offline form loads these rooms in a browser, with all they need. */
describe('diagnostics, forms and check use no Node API', () => {
  const browser = new Set<string>();
  const load = (path: string) => {
    if (browser.has(path)) return;
    browser.add(path);
    for (const { target, typeOnly } of modules.get(path)?.imports ?? []) if (!typeOnly) load(target);
  };
  for (const path of modules.keys()) {
    if (['diagnostics', 'forms', 'check'].includes(room(path))) load(path);
  }

  test('of their own', () => {
    const direct = [...modules.values()]
      .filter(({ path }) => ['diagnostics', 'forms', 'check'].includes(room(path)))
      .flatMap(({ path, imports }) => imports.map(({ target }) => `${path} → ${target}`));
    expect(direct.filter((each) => each.includes('→ node:'))).toEqual([]);
  });

  test('through what they load', () => {
    expect([...browser].filter((target) => target.startsWith('node:'))).toEqual([]);
    expect([...browser].filter((target) => !modules.has(target)).sort()).toEqual([
      'jsonc-parser',
      'yaml',
      'zod',
    ]);
  });

  test('that is there without an import', () => {
    const global = /\b(process|Buffer|__dirname|__filename|require|setImmediate)\b(?!\s*:)/;
    const users = [...browser].filter((path) => global.test(modules.get(path)?.code ?? ''));
    expect(users).toEqual([]);
  });
});

test('only cli.ts touches the process, and the lock, which is held by one', () => {
  const users = [...modules.values()]
    .filter(({ code }) => /\bprocess\s*[.[]/.test(code))
    .map(({ path }) => path);
  expect(users).toEqual(['cli.ts', 'write/lock.ts'].filter((path) => modules.has(path)));
  const importers = [...modules.values()].filter(({ imports }) =>
    imports.some(({ target }) => target === 'node:process'),
  );
  expect(importers).toEqual([]);
});

describe('what is registered stands in a list', () => {
  test('and is not found by its name', () => {
    const computed = [...modules.values()].flatMap(({ path, imports }) =>
      imports.filter((each) => each.computed).map(({ target }) => `${path}: import(${target})`),
    );
    expect(computed).toEqual([]);
    const globs = [...modules.values()].filter(({ code }) =>
      /import\.meta\.glob|\bglob(Sync)?\(|\brequire\(/.test(code),
    );
    expect(globs.map(({ path }) => path)).toEqual([]);
  });

  test('and no folder of modules is listed', () => {
    const lists = [...modules.values()].filter(({ code }) => /\breaddir(Sync)?\b/.test(code));
    // Data, templates, the published site and generated pages are folders of files; rules, pages and formats are not.
    const rooms = ['diagnostics', 'forms', 'source', 'check', 'model', 'pages', 'audit', 'import', 'export'];
    expect(lists.map(({ path }) => path).filter((path) => rooms.includes(room(path)))).toEqual([]);
  });
});
