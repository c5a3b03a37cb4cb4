/**
 * `npm run bench:repair -- [--each N] [--seed S]`: how well faults are repaired, and how fast, as a Markdown table; N
 * faults of each kind (default 20,000). Beside it the published rule for typing errors. See README.md.
 */
import { parseArgs } from 'node:util';
import { proposeRepairs } from '../lib/check/repair/index.js';
import { forms } from '../lib/forms/index.js';
import { correctTypos } from './baseline-correct-typos.js';
import { faults } from './faults.js';
import { clock } from './measure.js';
import { faultyReports, measure } from './repair-measure.js';
import { wholeReport } from './whole-report.js';

const { values } = parseArgs({
  options: { each: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const each = Number(values.each);
const seed = Number(values.seed);
const tools = {
  repair: (form, values) => wholeReport(proposeRepairs(form, values)),
  rule: correctTypos,
  now: clock,
};

const columns = [
  ['fault', ({ kind }) => kind],
  ['faults', ({ shown }) => shown.toLocaleString('en')],
  ['first', (row) => share(row, row.first)],
  ['in first 3', (row) => share(row, row.three)],
  ['proposed', (row) => share(row, row.all)],
  ['the only one', (row) => share(row, row.unique)],
  ['falsely', ({ falsely }) => falsely],
  ['another', ({ another }) => another],
  ['not smallest', ({ larger }) => larger],
  ['cut off', ({ cut }) => cut],
  ['median, ms', ({ times }) => at(times, 0.5)],
  ['99 %, ms', ({ times }) => at(times, 0.99)],
  ['most, ms', ({ times }) => at(times, 1)],
  ['rule right', (row) => share(row, row.right)],
  ['rule wrong', (row) => share(row, row.wrong)],
];

measure(faultyReports(forms, faults.oneCell, 300, 0), tools);
print(`Node ${process.version}, seed ${seed}`);
print('');
print(`| ${columns.map(([name]) => name).join(' | ')} |`);
print(`|---|${'---:|'.repeat(columns.length - 1)}`);
for (const [kind, fault] of Object.entries(faults)) {
  const row = { kind, ...measure(faultyReports(forms, fault, each, seed), tools) };
  print(`| ${columns.map(([, tell]) => tell(row)).join(' | ')} |`);
}

function share({ shown }, count) {
  return `${((100 * count) / shown).toFixed(2)} %`;
}

function at(times, part) {
  return times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(2);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
