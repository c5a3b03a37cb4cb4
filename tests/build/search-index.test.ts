import { describe, expect, it } from 'vitest';
import { searchable } from '../../src/pages/feeds/search-index.ts';
import { build, dataOf, siteOf, textFile } from '../helpers/built.ts';
import { towns } from '../helpers/county.ts';
import { random } from '../helpers/random.ts';

/** What a script file leaves under its name. */
function left<T>(files: ReturnType<typeof build>, path: string, name: string): T {
  const text = textFile(files, path);
  const start = `globalThis.${name} = `;
  expect(text.startsWith(start) && text.endsWith(';\n')).toBe(true);
  return JSON.parse(text.slice(start.length, -2)) as T;
}

interface Docs {
  blockSize: number;
  shards: number;
  docs: [slug: string, name: string, year: number][];
}

/** The reports that hold all pairs of a query, read as the script reads them. */
function holders(files: ReturnType<typeof build>, query: string): number[] {
  const { blockSize, shards, docs } = left<Docs>(files, 'search/docs.js', 'goujiSearch');
  const found: number[] = [];
  for (let block = 0; block * blockSize < docs.length; block++) {
    let all: Set<number> | undefined;
    for (let i = 0; i < Math.max(1, query.length - 1); i++) {
      const shard = left<Record<string, string>>(
        files,
        `search/${block}-${query.charCodeAt(i) % shards}.js`,
        'goujiShard',
      );
      const lines = shard[query[i]!]?.split('\n') ?? [];
      const own = new Set<number>();
      for (const line of lines) {
        if (query.length > 1 && line[0] !== query[i + 1]) continue;
        for (const run of line.slice(1).split(',')) {
          const [start, length] = run.split('.').map((part) => Number.parseInt(part, 36));
          for (let doc = start!; doc < start! + length!; doc++) own.add(block * blockSize + doc);
        }
      }
      all = all === undefined ? own : new Set([...all].filter((doc) => own.has(doc)));
    }
    found.push(...all!);
  }
  return found.sort((a, b) => a - b);
}

describe('the search index', () => {
  const files = build();
  const texts = siteOf().organs.flatMap(({ reports }) =>
    reports.map(({ report }) => [...report.sections.values()].map(searchable)),
  );

  it('finds every report that holds a piece of text, of any length, from anywhere', () => {
    const { below, pick } = random(7);
    let tried = 0;
    for (let i = 0; i < 400; i++) {
      const text = pick(pick(texts));
      const length = 1 + below(6);
      const from = below(Math.max(1, text.length - length));
      const piece = text.slice(from, from + length);
      if (piece.length < length) continue;
      const holding = texts.flatMap((all, doc) => (all.some((each) => each.includes(piece)) ? [doc] : []));
      const found = holders(files, piece);
      expect(
        holding.filter((doc) => !found.includes(doc)),
        piece,
      ).toEqual([]);
      if (length <= 2) expect(found, piece).toEqual(holding);
      tried++;
    }
    expect(tried).toBeGreaterThan(300);
  });

  it('finds nothing that stands nowhere', () => {
    expect(holders(files, '龘')).toEqual([]);
    expect(holders(files, '政龘')).toEqual([]);
  });

  it('names the reports in its order', () => {
    const { docs } = left<Docs>(files, 'search/docs.js', 'goujiSearch');
    expect(docs.map(([slug, , year]) => `${slug} ${year}`)).toEqual(
      siteOf().organs.flatMap(({ organ, reports }) =>
        reports.map(({ report }) => `${organ.slug} ${report.year}`),
      ),
    );
  });

  it('goes on in another block where there are many reports', () => {
    const many = build(dataOf(towns(300)));
    expect(many.has('search/1-0.js')).toBe(true);
    expect(holders(many, '平稳').length).toBe(300);
  });
});
