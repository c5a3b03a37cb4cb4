/**
 * Numbers for every cell of a form under which all its sums hold; plain JavaScript, for the maker of the corpus too.
 * Small numbers are frequent, as in real reports; totals and 本年新收 follow from the others.
 *
 * @param {import('../../src/forms/compile.ts').Form} form
 * @param {number} seed
 * @returns {number[]}
 */
export function balanced(form, seed) {
  const below = generator(seed);
  const values = form.cells.map(({ kind }) => {
    if (kind === 'amount') return below(40) / 4;
    if (kind === 'change') return below(20) - 10;
    return below(3) === 0 ? below(300) : below(12);
  });
  const at = (row, column) => form.cellAt.get(`applications.${row}.${column}`).index;
  const add = (equation) => {
    values[equation.at] = equation.left.reduce((sum, index) => sum + values[index], 0);
  };
  const of = (code) => form.equations.filter((equation) => equation.code === code);
  for (const { column } of form.rows.find(({ address }) => address === 'applications.total').cells) {
    if (column === 'total') continue;
    const result = of('T3-RESULT-SUM').find((equation) => equation.at === at('total', column));
    add(result);
    const carriedOver = Math.min(values[at('carriedOver', column)], values[result.at]);
    values[at('carriedOver', column)] = carriedOver;
    values[at('newReceived', column)] =
      values[result.at] + values[at('carriedForward', column)] - carriedOver;
  }
  for (const equation of form.equations) {
    if (/ROW-SUM|REVIEW|DIRECT|AFTER/.test(equation.code)) add(equation);
  }
  return values;
}

/**
 * Whole numbers below a limit, the same on every machine (mulberry32).
 *
 * @param {number} seed
 * @returns {(limit: number) => number}
 */
export function generator(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}
