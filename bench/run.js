// @ts-check
/**
 * `npm run bench -- [--reports N] [--rounds R] [--build B]`: what checking and building cost, as Markdown tables. Sizes
 * are 100, 1,000 and 10,000 reports as far as N goes (default 1,000), so that growth is seen; sizes above B (default
 * 1,000) are checked and not built. See README.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeData } from './generate.js';
import { median } from './measure.js';
import { node } from './process.js';

/** Of both editions. */
const yearsEach = 5;
const passes = 4;
const stages = [
  'list and read',
  'parse and validate',
  'of that, parse',
  'the same by the full parser',
  'check',
  'templates and model',
  'pages, render, audit',
  'write',
  'the whole',
];

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const cli = here('../lib/cli.js');
const print = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/**
 * @param {string} root
 * @param {number} reports
 * @param {number} rounds
 * @param {boolean} builds
 */
async function measure(root, reports, rounds, builds) {
  const out = builds ? [join(root, 'dist')] : [];
  /** @type {Record<string, number>[]} */
  const first = [];
  /** @type {Record<string, number>[]} */
  const warm = [];
  /** @type {Record<'check' | 'build', import('./process.js').Run[]>} */
  const whole = { check: [], build: [] };
  // In turn, so that a busy moment of the machine falls on all alike.
  for (let round = 0; round < rounds; round++) {
    whole.check.push(await node([cli, 'check', '--root', root]));
    if (builds) whole.build.push(await node([cli, 'build', '--root', root, '--out', ...out]));
    const lines = (await node([here('stages.js'), root, String(passes), ...out])).out.trim().split('\n');
    const [cold, ...others] = lines.map((line) => JSON.parse(line));
    first.push(cold);
    warm.push(...others);
  }
  return { reports, first, warm, whole };
}

/** @param {Awaited<ReturnType<typeof measure>>} measured */
function stageTable({ reports, first, warm }) {
  print(`\n### ${reports.toLocaleString('en')} reports\n`);
  print('| stage | first pass, ms | µs a report | warm, ms | µs a report |');
  print('|---|---:|---:|---:|---:|');
  for (const stage of stages.filter((stage) => [...first, ...warm].some((times) => stage in times))) {
    const cells = [first, warm].flatMap((all) => {
      const time = median(all.flatMap((times) => times[stage] ?? []));
      return Number.isNaN(time) ? ['', ''] : [time.toFixed(1), ((time * 1000) / reports).toFixed(0)];
    });
    print(`| ${stage} | ${cells.join(' | ')} |`);
  }
}

/**
 * What each kind of page costs.
 * @param {string} root
 * @param {number} reports
 */
async function kindTable(root, reports) {
  const lines = (await node([here('page-kinds.js'), root])).out.trim().split('\n');
  print(`\n### ${reports.toLocaleString('en')} reports, by kind of file\n`);
  print('| kind | files | ms in all | ms a file | µs a report | kB a file |');
  print('|---|---:|---:|---:|---:|---:|');
  for (const { kind, files, time, bytes } of lines.map((line) => JSON.parse(line))) {
    const cells = [
      kind,
      files.toLocaleString('en'),
      time.toFixed(1),
      (time / files).toFixed(2),
      ((time * 1000) / reports).toFixed(0),
      (bytes / files / 1000).toFixed(1),
    ];
    print(`| ${cells.join(' | ')} |`);
  }
}

/**
 * What each rule costs by itself, the costliest first. Rules below a microsecond are counted, not listed. The rules
 * about copied texts share one comparison, which either pays for here; memory is the peak of the process with all.
 * @param {string} root
 * @param {number} reports
 */
async function ruleTable(root, reports) {
  const { out, peak } = await node([here('rules.js'), root, String(passes + 1)]);
  const [, ...warm] = out
    .trim()
    .split('\n')
    .map((line) => /** @type {Record<string, number>} */ (JSON.parse(line)));
  const cost = (/** @type {string} */ id) =>
    (median(warm.map((times) => (times[id] ?? 0) - (times['(none)'] ?? 0))) * 1000) / reports;
  const costs = Object.keys(warm[0] ?? {})
    .filter((id) => id !== '(none)')
    .map((id) => ({ id, µs: cost(id) }))
    .sort((a, b) => b.µs - a.µs);
  print(`\n### Rules, ${reports.toLocaleString('en')} reports\n`);
  print('| rule | µs a report |');
  print('|---|---:|');
  const least = 1;
  for (const { id, µs } of costs.filter(({ µs }) => µs >= least)) {
    print(`| ${id === '(all)' ? 'all together' : id} | ${µs.toFixed(0)} |`);
  }
  const others = costs.filter(({ µs }) => µs < least).length;
  print(`| ${others} others, each | below ${least} |`);
  print(`\nPeak memory ${(peak / 2 ** 20).toFixed(0)} MiB.`);
}

/** @param {Awaited<ReturnType<typeof measure>>[]} all */
function wholeTable(all) {
  print('\n### Whole processes\n');
  print('| reports | command | processor, s | by the clock, s | fastest to slowest | peak memory, MiB |');
  print('|---:|---|---:|---:|---|---:|');
  for (const { reports, whole } of all) {
    for (const [command, runs] of Object.entries(whole)) {
      if (runs.length === 0) continue;
      const times = runs.map(({ time }) => time / 1000).sort((a, b) => a - b);
      const cells = [
        reports.toLocaleString('en'),
        `gouji ${command}`,
        median(runs.map(({ processor }) => processor / 1000)).toFixed(2),
        median(times).toFixed(2),
        `${times[0]?.toFixed(2)} to ${times.at(-1)?.toFixed(2)}`,
        median(runs.map(({ peak }) => peak / 2 ** 20)).toFixed(0),
      ];
      print(`| ${cells.join(' | ')} |`);
    }
  }
}

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    build: { type: 'string', default: '1000' },
  },
});
const [largest, rounds] = [Number(values.reports), Number(values.rounds)];
if (!Number.isInteger(largest) || largest < 100) throw new Error('--reports is a whole number from 100 on');
const builds = (/** @type {number} */ reports) => reports <= Number(values.build);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a whole number from 1 on');
print(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, median of ${rounds} rounds; stages in processor time.`,
);
const all = [];
for (const reports of new Set([...[100, 1000, 10_000].filter((size) => size < largest), largest])) {
  const root = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
  try {
    await writeData(root, { organs: Math.ceil(reports / yearsEach), years: yearsEach });
    const measured = await measure(root, Math.ceil(reports / yearsEach) * yearsEach, rounds, builds(reports));
    stageTable(measured);
    if (builds(reports)) await kindTable(root, measured.reports);
    all.push(measured);
    if (reports === largest) await ruleTable(root, measured.reports);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
wholeTable(all);
