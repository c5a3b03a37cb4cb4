import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pageKinds } from '../../src/pages/index.ts';
import { dataFolder } from '../../src/reports/folder.ts';
import type { DataSource } from '../../src/reports/load.ts';
import { build, checkout, dataOf, nothingMade, siteOf } from './built.ts';
import { oneOrgan, reportJson } from './report-json.ts';

/** A report with all there can be beside its tables: a note, a correction, a waiver, a warning, a missing number. */
const eventful = reportJson(2021, (address) => (address === 'disclosure.regulations.issued' ? 2 : 0), {
  opening: '开头。',
  published: '2022-04-05',
  indexNumber: 'A1/2022-1',
  disclosure: {
    regulations: [2, 0, 0],
    normativeDocuments: [0, 0, 0],
    licensing: 0,
    punishment: 0,
    coercion: '未报',
    fees: 1.5,
  },
  notes: { 'disclosure.regulations.issued': '其中修订1件' },
  corrections: [
    { cell: 'applications.granted.total', old: 3, new: 0, date: '2022-05-05', reason: '误写。' },
    { cell: 'disclosure.licensing', old: 4, new: 0, date: '2022-06-05', reason: '误写。' },
  ],
  waivers: [
    {
      rule: 'T2-REG-TOWNSHIP',
      cells: ['disclosure.regulations.issued'],
      values: [2],
      reason: '照实报告。',
      by: '某县人民政府办公室',
      until: '2030-01-01',
    },
  ],
});

/** The sample, and one organ more, whose report has everything. */
function walkedData(): DataSource {
  const sample = dataFolder(checkout);
  const files = oneOrgan({ 2021: eventful });
  delete files['data/site.yaml'];
  const more = dataOf(files);
  const own = new Set(Object.keys(files));
  return {
    list: () => [...sample.list(), ...more.list()],
    read: (path) => (own.has(path) ? more : sample).read(path),
  };
}

export interface WalkedSite {
  folder: string;
  /** One page of each kind, and those that differ most from them. */
  pages: string[];
  remove(): void;
}

/** Builds the sample into a temporary folder. */
export function walkedSite(): WalkedSite {
  const data = walkedData();
  const files = build(data);
  const folder = mkdtempSync(join(tmpdir(), 'gouji-site-'));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const site = siteOf(data);
  const firsts = pageKinds.flatMap((kind) =>
    [...kind.build(site, nothingMade())].slice(0, 1).map(({ path }) => path),
  );
  const others = ['sikeshu/2023', 'dongjie/2020', 'dongjie/2021-before-2022-03-08', 'zhen/2021'];
  return {
    folder,
    pages: [...new Set([...firsts, ...others.map((name) => `organs/${name}.html`)])],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
