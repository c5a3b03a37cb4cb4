// @ts-check
/**
 * One process of the measurement by rules: `node bench/rules.js ROOT PASSES` reads the data once and applies each rule
 * by itself, several times over, then all together; prints milliseconds of processor time as JSON, a line for each pass.
 * What every check does whatever the rules, such as the coverage, is measured as `(none)` and taken off by the reader.
 */
import { clock, compiled } from './measure.js';

/** @type {typeof import('../src/check/index.ts')} */
const { check, rulesFor } = await compiled('check/index.js');
/** @type {typeof import('../src/forms/index.ts')} */
const { forms } = await compiled('forms/index.js');
/** @type {typeof import('../src/reports/folder.ts')} */
const { dataFolder } = await compiled('reports/folder.js');
/** @type {typeof import('../src/reports/load.ts')} */
const { loadData } = await compiled('reports/load.js');

const [root = '', passes = '1'] = process.argv.slice(2);
const { value: data } = loadData(dataFolder(root), forms);
const all = rulesFor();
/** They share one reading of the text, which any one of them pays for. */
const aboutNumbers = all.filter(({ id }) => id.startsWith('TX-'));
const apart = all.filter((rule) => rule.scope !== 'reading' && !aboutNumbers.includes(rule));

/**
 * Milliseconds of processor time. The data are another object each time, so that nothing is remembered of the site;
 * what is remembered of a report, its texts, costs once. The pass over a text that the rules about the wording share
 * (`check/text/needles.ts`) is remembered for a few texts only, so here each of them pays for it.
 * @param {readonly import('../src/check/rule.ts').Rule[]} rules
 */
function time(rules) {
  const start = clock();
  check({ ...data }, { rules, today: '2025-06-30' });
  return clock() - start;
}

for (let pass = 0; pass < Number(passes); pass++) {
  const times = { '(none)': time([]), '(all)': time(all) };
  for (const rule of apart) Object.assign(times, { [rule.id]: time([rule]) });
  Object.assign(times, { 'TX-…, all of them': time(aboutNumbers) });
  process.stdout.write(`${JSON.stringify(times)}\n`);
}
