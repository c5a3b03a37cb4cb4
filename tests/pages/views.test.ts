import { describe, expect, it } from 'vitest';
import { pageKinds } from '../../src/pages/index.ts';
import { chrome } from '../../src/pages/page.ts';
import { type Shape, shapeOf } from '../../src/render/shape.ts';
import { makeRenderer } from '../../src/render/templates.ts';
import { assetNames, dataOf, nothingMade, siteOf } from '../helpers/built.ts';
import { county, towns } from '../helpers/county.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';
import { ours } from '../helpers/templates.ts';

/** The sample, and sites with everything that the sample lacks. */
const sites = [
  siteOf(),
  siteOf(dataOf(county)),
  siteOf(
    dataOf(
      oneOrgan(
        {
          2019: reportJson(2019, undefined, {
            notes: { disclosure: '全表', 'disclosure.licensing.change': '注' },
          }),
          2021: reportJson(2021, (address) => (address === 'disclosure.regulations.issued' ? 2 : 0), {
            opening: '开头。',
            published: '2022-04-05',
            indexNumber: 'A1/2022-1',
            corrections: [
              { cell: 'disclosure.licensing', old: 3, new: 0, date: '2022-05-05', reason: '误写。' },
            ],
            waivers: [
              {
                rule: 'T2-REG-TOWNSHIP',
                cells: ['disclosure.regulations.issued'],
                values: [2],
                reason: '照实。',
                by: '某办',
                until: '2030-01-01',
              },
            ],
          }),
        },
        {
          site: 'about: 说明\nbaseUrl: https://example.cn/\nmeta:\n  siteIdCode: bm00000000\ncontact:\n  telephone: 0123\n',
          organ: 'code: 320102\naliases: [某镇政府]\nexample: true\n',
        },
      ),
    ),
  ),
];
type Json = { [key: string]: Json } | Json[] | string | number | boolean;
/** Only with many reports does a list go on on another page. */
const many = siteOf(dataOf(towns(30)));
const views = pageKinds.flatMap((kind) =>
  [...sites, ...(kind.name === 'quality-year' ? [many] : [])].flatMap((site) =>
    [...kind.build(site, nothingMade())].map(({ path, view }) => ({ kind, path, view: view as Json })),
  ),
);
/** A table goes to its filter as a whole; the schema does not look into it. */
const isTable = (value: Json): boolean => typeof value === 'object' && 'form' in value && 'marks' in value;

describe.each(pageKinds)('the views of $name', (kind) => {
  const own = views.filter((entry) => entry.kind === kind);

  it('pass their schema', () => {
    expect(own.length).toBeGreaterThan(0);
    for (const { path, view } of own) expect(kind.schema.safeParse(view).error, path).toBeUndefined();
  });

  it('do not pass when anything is wrong with them', () => {
    let tried = 0;
    for (const { path, view } of own.slice(0, 3)) {
      for (const wrong of wrongViews(view)) {
        tried++;
        if (kind.schema.safeParse(wrong).success) expect.unreachable(`${path} ${JSON.stringify(wrong)}`);
      }
    }
    expect(tried).toBeGreaterThan(10);
  });
});

/** Every view that differs in one place: a key more, or a value of another kind. */
function* wrongViews(view: Json): Iterable<Json> {
  if (typeof view !== 'object' || isTable(view)) {
    yield typeof view === 'string' ? 7 : 'x';
  } else if (Array.isArray(view)) {
    yield 'x';
    if (view[0] !== undefined) for (const wrong of wrongViews(view[0])) yield [wrong, ...view.slice(1)];
  } else {
    yield { ...view, surplus: 'x' };
    for (const [key, value] of Object.entries(view))
      for (const wrong of wrongViews(value)) yield { ...view, [key]: wrong };
  }
}

describe('what the views hold', () => {
  const render = makeRenderer(ours.source, { assets: assetNames });
  /** Paths in the views of a kind whose words change the page. */
  const used = (kind: (typeof pageKinds)[number]) => {
    const found = new Set<string>();
    for (const { view } of views.filter((entry) => entry.kind === kind)) {
      const show = (shown: Json) => render(`pages/${kind.name}.njk`, shown as object);
      const before = show(view);
      for (const [path, changed] of changes(view))
        if (!found.has(path) && show(changed) !== before) found.add(path);
    }
    return found;
  };

  it('is used by their page, and the frame by some page', () => {
    const all = new Set<string>();
    const unused = pageKinds.flatMap((kind) => {
      const found = used(kind);
      for (const path of found) all.add(path);
      const paths = [...schemaPaths(shapeOf(kind.schema))].filter((path) => !path.startsWith('.chrome.'));
      return paths.filter((path) => !found.has(path)).map((path) => kind.name + path);
    });
    expect(unused).toEqual([]);
    expect([...schemaPaths(shapeOf(chrome), '.chrome')].filter((path) => !all.has(path))).toEqual([]);
  });
});

/** Every view that says something else in one place, with the path of the place; entries of a list share one path. */
function* changes(view: Json, path = ''): Iterable<[string, Json]> {
  if (typeof view === 'string') yield [path, `${view}改`];
  else if (typeof view === 'number') yield [path, view + 1];
  else if (typeof view === 'boolean') yield [path, !view];
  else if (Array.isArray(view)) {
    for (const [i, entry] of view.entries())
      for (const [key, changed] of changes(entry, `${path}[]`)) yield [key, view.with(i, changed)];
  } else if (isTable(view)) {
    yield [path, { ...view, values: (view['values'] as Json[]).map(() => 77) }];
  } else {
    for (const [key, value] of Object.entries(view))
      for (const [inner, changed] of changes(value, `${path}.${key}`))
        yield [inner, { ...view, [key]: changed }];
  }
}

/** The paths of all words, numbers and tables that a schema has. */
function* schemaPaths(shape: Shape, path = ''): Iterable<string> {
  if (shape.kind === 'list') yield* schemaPaths(shape.item, `${path}[]`);
  else if (shape.kind === 'object')
    for (const [key, inner] of shape.keys) yield* schemaPaths(inner, `${path}.${key}`);
  else yield path;
}
