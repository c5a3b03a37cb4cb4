// @ts-check
/**
 * `node bench/page-kinds.js ROOT`: what each kind of page and of data file costs to make, in one process, without
 * audit and disk. Prints a line of JSON for each kind: files, milliseconds of processor time, bytes. The first pass is
 * not counted, so that the numbers are what the code costs once it is warm.
 */
import { clock, compiled } from './measure.js';

/** @type {typeof import('../src/pipeline.ts')} */
const { gather } = await compiled('pipeline.js');
/** @type {typeof import('../src/forms/index.ts')} */
const { forms } = await compiled('forms/index.js');
/** @type {typeof import('../src/model/site.ts')} */
const { buildSite } = await compiled('model/site.js');
/** @type {typeof import('../src/render/index.ts')} */
const { renderSite } = await compiled('render/index.js');
/** @type {typeof import('../src/reports/folder.ts')} */
const { dataFolder } = await compiled('reports/folder.js');
/** @type {typeof import('../src/render/template-folder.ts')} */
const { templateFolder } = await compiled('render/template-folder.js');

const [root = ''] = process.argv.slice(2);
const { dataset, checked } = gather({
  data: dataFolder(root),
  forms,
  today: '2025-06-30',
  progress: () => {},
});
if (!dataset.site) throw new Error(`no data in ${root}`);
const site = buildSite(dataset.site, dataset, checked);
const templates = templateFolder(root);
const assets = Object.fromEntries(
  [...templates.assets().map(({ name }) => name), 'forms.js'].map((name) => [name, name]),
);

/**
 * The kinds come one after the other; the clock is read between them only, since reading it costs as much as a page.
 * @returns {{ kind: string, files: number, time: number, bytes: number }[]}
 */
function onePass() {
  /** @type {{ kind: string, files: number, time: number, bytes: number }[]} */
  const kinds = [];
  let start = clock();
  for (const { kind: name, path, content } of renderSite(site, templates.source, { assets })) {
    // A file of all reports is a kind of its own.
    const kind = typeof content === 'string' ? name : path;
    let found = kinds.at(-1);
    if (found?.kind !== kind) {
      const now = clock();
      if (found) found.time = now - start;
      start = now;
      found = { kind, files: 0, time: 0, bytes: 0 };
      kinds.push(found);
    }
    found.files++;
    for (const piece of typeof content === 'string' ? [content] : content.chunks) {
      found.bytes += Buffer.byteLength(piece);
    }
  }
  const last = kinds.at(-1);
  if (last) last.time = clock() - start;
  return kinds;
}

onePass();
for (const measured of onePass()) process.stdout.write(`${JSON.stringify(measured)}\n`);
