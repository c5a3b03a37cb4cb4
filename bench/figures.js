// @ts-check
/**
 * @import { Cell, DataRow, Form } from '../src/forms/compile.ts'
 * @import { Random } from './random.js'
 * @import { Organ } from './organs.js'
 */

/**
 * The numbers of one report, and how the next year finds them.
 * @typedef {object} Figures
 * @property {Form} form
 * @property {number[]} values  By cell index.
 */

/** Ends by itself well before: an equation is settled in each step. */
const tooManySteps = 1000;

/**
 * Numbers for one year that satisfy every equation of the form, and go on from the year before.
 * @param {Form} form
 * @param {Organ} organ
 * @param {number} usual  How many applications the organ gets in a year.
 * @param {Figures | undefined} before
 * @param {Random} random
 * @returns {Figures}
 */
export function figures(form, organ, usual, before, random) {
  /** @type {(number | undefined)[]} */
  const values = form.cells.map(() => undefined);
  /** @param {string} address */
  const last = (address) => {
    const cell = before?.form.cellAt.get(address);
    return cell && before?.values[cell.index];
  };
  const received = usual === 0 ? 0 : random.int(Math.ceil(usual * 0.75), Math.ceil(usual * 1.25));
  for (const cell of form.cells) {
    if (cell.path[1] !== 'carriedOver') continue;
    values[cell.index] = last(cell.address.replace('carriedOver', 'carriedForward')) ?? 0;
  }
  solve(form, values, random, (at) => {
    if (at.path[1] === 'newReceived') return received;
    const open = last(at.address.replace(/\.total$/, '.pending')) ?? 0;
    return open + (received > 5 && random.chance(0.3) ? random.int(1, 2) : 0);
  });
  for (const row of form.rows) {
    if (row.cells.every((cell) => values[cell.index] === undefined))
      fillRow(row, values, organ, last, random);
  }
  return { form, values: /** @type {number[]} */ (values) };
}

/**
 * Fills all cells that stand in equations: what an equation determines first, then what it leaves open to share out,
 * and only where nothing is known a volume of its own.
 * @param {Form} form
 * @param {(number | undefined)[]} values
 * @param {Random} random
 * @param {(at: Cell) => number} volume  For an equation of which neither side is known, by its cell of report.
 */
function solve({ equations, cells }, values, random, volume) {
  /** @param {readonly number[]} side */
  const sum = (side) => side.reduce((total, index) => total + (values[index] ?? 0), 0);
  /** @param {readonly number[]} side */
  const open = (side) => side.filter((index) => values[index] === undefined);
  for (let step = 0; step < tooManySteps; step++) {
    const unsettled = equations
      .map((equation) => ({ equation, left: open(equation.left), right: open(equation.right) }))
      .filter(({ left, right }) => left.length + right.length > 0);
    const next =
      unsettled.find(({ left, right }) => left.length + right.length === 1) ??
      unsettled.find(({ left, right }) => left.length === 0 || right.length === 0) ??
      unsettled[0];
    if (!next) return;
    const { equation, left, right } = next;
    const missing = sum(equation.right) - sum(equation.left);
    const fromNothing = left.length > 0 && right.length > 0;
    const amount = fromNothing
      ? volume(/** @type {Cell} */ (cells[equation.at]))
      : left.length > 0
        ? missing
        : -missing;
    if (amount < 0) throw new Error(`${equation.code} ${equation.about}: would need a negative number`);
    share(amount, left.length > 0 ? left : right, values, random);
  }
  throw new Error('the equations of the form contradict each other');
}

/**
 * Most goes to the first, as applications come from natural persons and are granted before anything else.
 * @param {number} amount
 * @param {readonly number[]} indexes
 * @param {(number | undefined)[]} values
 * @param {Random} random
 */
function share(amount, indexes, values, random) {
  const parts = indexes.map(() => 0);
  const weights = indexes.map((_, i) => (i === 0 ? 3 : random.next() ** 3));
  const all = weights.reduce((a, b) => a + b, 0);
  for (let unit = 0; unit < amount; unit++) {
    let at = random.next() * all;
    let i = 0;
    while (i < weights.length - 1 && at >= /** @type {number} */ (weights[i])) at -= weights[i++] ?? 0;
    parts[i] = (parts[i] ?? 0) + 1;
  }
  indexes.forEach((index, i) => {
    values[index] = parts[i];
  });
}

/**
 * A row of table two. Stocks go on from the year before: documents in force (2021), documents disclosed and
 * items of the year before (2019).
 * @param {DataRow} row
 * @param {(number | undefined)[]} values
 * @param {Organ} organ
 * @param {(address: string) => number | undefined} last
 * @param {Random} random
 */
function fillRow(row, values, organ, last, random) {
  // 规章 are made by no organ below a city with districts; documents of their own only by governments.
  const documents = /\.(regulations|normativeDocuments)$/.test(row.address);
  const none = documents && (row.address.endsWith('regulations') || !/county|township/.test(organ.level));
  const size = organ.level === 'county' ? 20 : 1;
  /** @param {string} column */
  const stock = (column) => last(`${row.address}.${column}`) ?? first;
  const first = random.int(2, 12);
  /** @type {Record<string, number>} */
  const own = {};
  for (const { index, kind, column = '' } of row.cells) {
    const drawn =
      kind === 'amount' ? random.int(0, 30_000 * size) / 100 : random.int(0, documents ? 2 : 40 * size);
    const value = {
      repealed: () => Math.min(drawn, stock('inForce')),
      inForce: () => stock('inForce') + (own['issued'] ?? 0) - (own['repealed'] ?? 0),
      newlyDisclosed: () => own['newlyMade'] ?? 0,
      totalDisclosed: () => stock('totalDisclosed') + (own['newlyDisclosed'] ?? 0),
      previousItems: () =>
        (last(`${row.address}.previousItems`) ?? drawn) + (last(`${row.address}.change`) ?? 0),
      change: () => random.int(-Math.min(2, own['previousItems'] ?? 0), 2),
    }[column];
    own[column] = none ? 0 : (value?.() ?? drawn);
    values[index] = own[column];
  }
}
