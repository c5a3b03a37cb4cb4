// @ts-check
/**
 * `node bench/start.js [--rounds R]`: what a command costs before it has anything to do, as a Markdown table: whole
 * processes, one of each command in each round, and a bare Node beside them. The data are ten reports. See README.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeData } from './generate.js';
import { median } from './measure.js';
import { node } from './process.js';

const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
const print = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/** @param {string} root @returns {Record<string, string[]>} */
const commands = (root) => ({
  'a bare Node': ['--eval', '0'],
  'gouji --help': [cli, '--help'],
  'gouji explain T3-CARRY': [cli, 'explain', 'T3-CARRY'],
  'gouji fix': [cli, 'fix', '--root', root],
  'gouji check': [cli, 'check', '--root', root],
  'gouji build': [cli, 'build', '--root', root],
});

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a whole number from 1 on');

const root = mkdtempSync(join(tmpdir(), 'gouji-start-'));
try {
  await writeData(root, { organs: 2, years: 5 });
  const all = Object.entries(commands(root)).map(([name, args]) => ({
    name,
    args,
    runs: /** @type {import('./process.js').Run[]} */ ([]),
  }));
  for (let round = 0; round < rounds; round++) for (const { args, runs } of all) runs.push(await node(args));
  print(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, median of ${rounds} rounds.\n`,
  );
  print('| command | processor, ms | by the clock, ms | peak memory, MiB |');
  print('|---|---:|---:|---:|');
  for (const { name, runs } of all) {
    const cells = [
      name,
      median(runs.map(({ processor }) => processor)).toFixed(0),
      median(runs.map(({ time }) => time)).toFixed(0),
      median(runs.map(({ peak }) => peak / 2 ** 20)).toFixed(0),
    ];
    print(`| ${cells.join(' | ')} |`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
