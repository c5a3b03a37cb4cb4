/**
 * How well faults are repaired, and how fast: `npx tsc && node bench/repair.js [faults of each kind] [seed]`.
 * For each kind, of the faults that some relation shows: the true edit first, among the first three, proposed at
 * all; claims of uniqueness, and false ones (a repair called unique or smallest although the true edit is as
 * small or smaller); times; and beside it the published rule for typing errors.
 */
import { performance } from 'node:perf_hooks';
import { proposeRepairs } from '../lib/check/repair/index.js';
import { forms } from '../lib/forms/index.js';
import { correctTypos } from './baseline-correct-typos.js';
import { faults, truthOf } from './faults.js';
import { consistentReport, profiles } from './reports.js';
import { randomOf } from './seeded.js';

const each = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? 1);
/** Of the kind that has one wild number in any cell of tables 3 and 4. */
const single = Math.max(each, Number(process.argv[4] ?? 100_000));

for (let i = 0; i < 300; i++) measure('warm up', faults.oneCell, 3, randomOf(i));
console.log(`seed ${seed}, ${process.version}`);
console.log(
  'kind           faults  shown | first  top 3  all    determined unique false smallest< cut | median  95 %    max ms | rule: right wrong',
);
for (const [kind, fault] of Object.entries(faults)) {
  const started = performance.now();
  const row = measure(kind, fault, kind === 'oneCell' ? single : each, randomOf(seed));
  console.log(`${line(row)} | ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function measure(kind, fault, count, random) {
  const row = { kind, count, shown: 0, first: 0, three: 0, all: 0, determined: 0, unique: 0, falsely: 0 };
  Object.assign(row, { larger: 0, cut: 0, right: 0, wrong: 0, times: [] });
  const kinds = Object.values(profiles);
  for (let i = 0; i < count; ) {
    const form = forms[i % forms.length];
    const values = consistentReport(form, random, kinds[i % kinds.length]);
    const faulty = fault(form, values, random);
    i++;
    const truth = faulty && truthOf(values, faulty);
    if (!truth?.size || form.equations.every((equation) => holds(equation, faulty))) continue;
    row.shown++;
    const before = performance.now();
    const result = proposeRepairs(form, faulty);
    row.times.push(performance.now() - before);
    score(row, result, truth);
    const corrected = correctTypos(form, faulty);
    if (same(corrected, truth)) row.right++;
    else if ([...corrected].some(([cell, value]) => truth.get(cell) !== value)) row.wrong++;
  }
  return row;
}

function score(row, { proposals, determined, complete, parts }, truth) {
  const place = proposals.findIndex(({ changes }) =>
    same(new Map(changes.map(({ cell, to }) => [cell, to])), truth),
  );
  if (place === 0) row.first++;
  if (place >= 0 && place < 3) row.three++;
  if (place >= 0) row.all++;
  if (determined) row.determined++;
  if (!complete) row.cut++;
  const [claimed] = proposals.filter(({ unique }) => unique);
  if (claimed) row.unique++;
  if (claimed && claimed.size === truth.size && !proposals[place]?.unique) row.falsely++;
  if (parts.reduce((sum, { size }) => sum + (size ?? 0), 0) > truth.size) row.larger++;
}

function same(a, b) {
  return a.size === b.size && [...a].every(([cell, value]) => b.get(cell) === value);
}

function holds({ left, right }, values) {
  const sum = (cells) => cells.reduce((total, cell) => total + values[cell], 0);
  return sum(left) === sum(right);
}

function line(row) {
  const times = row.times.sort((a, b) => a - b);
  const share = (n) => `${((100 * n) / row.shown).toFixed(2)}%`.padStart(7);
  const time = (at) =>
    times[Math.min(times.length - 1, Math.floor(times.length * at))].toFixed(3).padStart(8);
  return [
    `${row.kind.padEnd(14)} ${String(row.count).padStart(6)} ${String(row.shown).padStart(6)}`,
    `${share(row.first)}${share(row.three)}${share(row.all)} ${share(row.determined)}${share(row.unique)} ${row.falsely} ${row.larger} ${row.cut}`,
    `${time(0.5)}${time(0.95)}${time(1)}`,
    `${share(row.right)}${share(row.wrong)}`,
  ].join(' | ');
}
