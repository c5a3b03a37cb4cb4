// @ts-check
/**
 * @import { Form } from '../src/forms/compile.ts'
 * @import { Figures } from './figures.js'
 * @import { Organ } from './organs.js'
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { figures } from './figures.js';
import { organAt, organYaml } from './organs.js';
import { prose } from './prose.js';
import { makeRandom } from './random.js';

/**
 * @typedef {object} Options
 * @property {number} organs
 * @property {number} years  Consecutive; the last is 2024 where the editions allow it.
 * @property {number} [edition]  Only years of this edition.
 * @property {number} [seed]
 */

/**
 * What is needed of the program; tests hand in the source, the command line the compiled code.
 * @typedef {Pick<typeof import('../src/forms/index.ts'), 'forms' | 'formById' | 'formForYear'>
 *   & Pick<typeof import('../src/forms/scaffold.ts'), 'scaffold'>} Program
 */

const lastYear = 2024;

/** The texts are put together from a few dozen sentences, so they are alike; the comparison runs and says nothing. */
const site = `title: 政府信息公开工作年度报告
publisher: 测试数据（虚构）
settings:
  limits:
    sameAsLastYear: 100
  severities:
    QA-SIMILAR-PEER: off
`;

/**
 * The files of a `data/` folder without a fault: every sum, carry-over and stock agrees, and the text with the tables.
 * The same options give the same bytes; an organ's files don't depend on how many organs there are.
 * @param {Options} options
 * @param {Program} program
 * @returns {Generator<{ path: string, text: string }>}
 */
export function* generate({ organs, years, edition, seed = 1 }, program) {
  const span = yearsFor(years, edition, program);
  yield { path: 'data/site.yaml', text: site };
  for (let index = 0; index < organs; index++) {
    const organ = organAt(index);
    const folder = `data/organs/${organ.slug}`;
    yield { path: `${folder}/organ.yaml`, text: organYaml(organ) };
    yield* reports(organ, span, `${seed} ${organ.slug}`, program).map(({ year, text }) => ({
      path: `${folder}/${year}.yaml`,
      text,
    }));
  }
}

/**
 * @param {number} count
 * @param {number | undefined} edition
 * @param {Program} program
 */
function yearsFor(count, edition, { forms, formById }) {
  const named = edition === undefined ? forms : [formById(edition)];
  const [oldest, newest] = [named[0], named.at(-1)];
  if (!oldest || !newest) throw new Error(`there is no edition ${edition}`);
  const end = Math.min(lastYear, newest.years.to ?? lastYear);
  const start = Math.max(oldest.years.from, end - count + 1);
  const beyond = start + count - 1;
  if (beyond > (newest.years.to ?? beyond)) {
    throw new Error(`edition ${edition} has only the years ${oldest.years.from} to ${newest.years.to}`);
  }
  return Array.from({ length: count }, (_, i) => start + i);
}

/**
 * @param {Organ} organ
 * @param {readonly number[]} years
 * @param {string} seed
 * @param {Program} program
 */
function reports(organ, years, seed, { formForYear, scaffold }) {
  const random = makeRandom(seed);
  const usual = {
    county: () => random.int(20, 80),
    department: () => random.int(5, 40),
    subdistrict: () => (random.chance(0.4) ? 0 : random.int(2, 12)),
    township: () => (random.chance(0.5) ? 0 : random.int(2, 10)),
  }[organ.level]();
  /** @type {Figures | undefined} */
  let before;
  return years.map((year) => {
    const form = formForYear(year);
    if (!form) throw new Error(`no edition for ${year}`);
    const now = figures(form, organ, usual, before, random);
    before = now;
    const published = `${year + 1}-01-${String(random.int(10, 31)).padStart(2, '0')}`;
    const texts = prose(now, organ, year, random);
    return {
      year,
      text: fill(scaffold(form), {
        form,
        values: now.values,
        texts,
        published,
      }),
    };
  });
}

/**
 * Fills in a blank report as `gouji new` makes it, so that the layout is written down once. The comments between the
 * lines stay, those at their ends go.
 * @param {string} blank
 * @param {Figures & { texts: Record<string, string>, published: string }} content
 */
function fill(blank, { form, values, texts, published }) {
  let next = 0;
  const lines = blank.split('\n').flatMap((line) => {
    if (/^\s*#/.test(line) || line === '') return [line];
    const bare = line.replace(/ +(#.*)?$/, '').replace(/空/g, () => String(values[next++]));
    if (bare === '') return [];
    if (bare === 'published:') return [`published: ${published}`];
    const key = /^(\w+): \|$/.exec(bare)?.[1];
    if (key === undefined) return [bare];
    const text = texts[key];
    if (text === undefined) throw new Error(`nothing to say under ${key}`);
    return [bare, text.replace(/^(?=.)/gm, '  ')];
  });
  if (next !== form.cells.length)
    throw new Error(`the blank report has ${next} cells, the form ${form.cells.length}`);
  return lines.join('\n');
}

/**
 * The compiled program, for what runs outside the tests.
 * @returns {Promise<Program>}
 */
export async function compiledProgram() {
  /** @param {string} path */
  const load = (path) => import(new URL(`../lib/forms/${path}`, import.meta.url).href);
  return { ...(await load('index.js')), ...(await load('scaffold.js')) };
}

/**
 * @param {string} folder
 * @param {Options} options
 */
export async function writeData(folder, options) {
  for (const { path, text } of generate(options, await compiledProgram())) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const usage = 'node bench/generate.js --out DIR --organs N --years M [--edition 2019|2021] [--seed S]\n';

async function main() {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      organs: { type: 'string' },
      years: { type: 'string' },
      edition: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  const whole = /^[1-9]\d{0,8}$/;
  const { out, organs = '', years = '', edition, seed = '1' } = values;
  if (!out || ![organs, years, edition ?? '1', seed].every((number) => whole.test(number))) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  await writeData(out, {
    organs: Number(organs),
    years: Number(years),
    seed: Number(seed),
    ...(edition ? { edition: Number(edition) } : {}),
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
