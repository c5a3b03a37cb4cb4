// @ts-check
/**
 * What a report costs as a file: `node bench/export.js [ROOT]` writes every report below ROOT (default: the sample site)
 * in each format, several times, and prints milliseconds of processor time and bytes as Markdown. *First* is the first
 * report, with all that has to be loaded; *warm* the median of the later passes.
 */

import { fileURLToPath } from 'node:url';
import { clock, compiled, median } from './measure.js';

/** @type {typeof import('../src/export/index.ts')} */
const { exported, formats, writerOf } = await compiled('export/index.js');
/** @type {typeof import('../src/forms/index.ts')} */
const { forms } = await compiled('forms/index.js');
/** @type {typeof import('../src/model/site.ts')} */
const { buildSite } = await compiled('model/site.js');
/** @type {typeof import('../src/pipeline.ts')} */
const { gather } = await compiled('pipeline.js');
/** @type {typeof import('../src/reports/folder.ts')} */
const { dataFolder } = await compiled('reports/folder.js');

const passes = 7;
const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const { dataset, checked } = gather({ data: dataFolder(root), forms, progress: () => {} });
if (!dataset.site) throw new Error(`no site below ${root}`);
const entries = buildSite(dataset.site, dataset, checked).organs.flatMap(({ reports }) => reports);

/** @param {string} line */
const print = (line) => void process.stdout.write(`${line}\n`);

print(`Node ${process.version}, ${entries.length} reports, median of ${passes} passes\n`);
print('| format | first report, ms | warm, ms a report | bytes a report |');
print('|---|---:|---:|---:|');
for (const format of formats) {
  const begun = clock();
  const write = writerOf(format);
  if ('problem' in write) {
    print(`| ${format} | not installed | | |`);
    continue;
  }
  const [first] = entries;
  if (first) write(exported(first));
  const cold = clock() - begun;
  /** @type {number[]} */
  const times = [];
  let bytes = 0;
  for (let pass = 0; pass < passes; pass++) {
    bytes = 0;
    const start = clock();
    for (const entry of entries) {
      const written = write(exported(entry));
      if ('problem' in written) throw new Error(written.problem);
      bytes += written.length;
    }
    times.push((clock() - start) / entries.length);
  }
  print(
    `| ${format} | ${cold.toFixed(0)} | ${median(times).toFixed(2)} | ${Math.round(bytes / entries.length)} |`,
  );
}
