/**
 * Faults as people make them. Each takes a consistent report and answers its faulty values, or undefined where
 * the report has no place for such a fault.
 */
export const faults = {
  oneCell: (form, values, random) => randomCells(form, values, random, 1),
  digitsSwapped: (form, values, random) =>
    retype(form, values, random, 10, (digits) => {
      const i = random.below(digits.length - 1);
      return digits.slice(0, i) + digits[i + 1] + digits[i] + digits.slice(i + 2);
    }),
  digitDropped: (form, values, random) =>
    retype(form, values, random, 10, (digits) => {
      const i = random.below(digits.length);
      return digits.slice(0, i) + digits.slice(i + 1);
    }),
  digitDoubled: (form, values, random) =>
    retype(form, values, random, 1, (digits) => {
      const i = random.below(digits.length);
      return digits.slice(0, i) + digits[i] + digits.slice(i);
    }),
  totalStale(form, values, random) {
    const cell = random.pick(related(form).filter((index) => form.cells[index].column === 'total'));
    const change = 1 + random.below(Math.max(3, Math.ceil(values[cell] / 10)));
    const value = values[cell] + (random.next() < 0.5 ? -change : change);
    return value < 0 ? undefined : withValues(values, [[cell, value]]);
  },
  cellsSwapped(form, values, random) {
    const row = random.pick(tableRows(form));
    const a = random.pick(row.cells).index;
    const b = random.pick(row.cells).index;
    return withValues(values, [
      [a, values[b]],
      [b, values[a]],
    ]);
  },
  rowShifted(form, values, random) {
    const row = random.pick(
      tableRows(form).filter(({ cells }) => cells.some(({ index }) => values[index] > 0)),
    );
    if (!row) return undefined;
    const withTotal = random.next() < 0.5;
    const cells = (withTotal ? row.cells : row.cells.slice(0, -1)).map(({ index }) => index);
    if (random.next() < 0.5) cells.reverse();
    return withValues(
      values,
      cells.map((cell, i) => [cell, i === 0 ? 0 : values[cells[i - 1]]]),
    );
  },
  twoCells: (form, values, random) => randomCells(form, values, random, 2),
  threeCells: (form, values, random) => randomCells(form, values, random, 3),
  bothTables(form, values, random) {
    const [three, four] = ['applications', 'challenges'].map((table) =>
      random.pick(related(form).filter((cell) => form.cells[cell].path[0] === table)),
    );
    return withValues(values, [
      [three, otherNumber(values[three], random)],
      [four, otherNumber(values[four], random)],
    ]);
  },
};

/** What has to be put right: the true numbers by cell. */
export function truthOf(values, faulty) {
  return new Map(values.flatMap((value, cell) => (value === faulty[cell] ? [] : [[cell, value]])));
}

/** Cells that stand in some relation. */
export function related(form) {
  let cells = relatedCells.get(form);
  if (!cells) {
    cells = [...new Set(form.equations.flatMap(({ left, right }) => [...left, ...right]))].sort(
      (a, b) => a - b,
    );
    relatedCells.set(form, cells);
  }
  return cells;
}

const relatedCells = new WeakMap();

/** Another number for one cell, as wild as the seed has it. */
export function otherNumber(value, random) {
  const near = value + random.below(21) - 10;
  const other = random.next() < 0.5 ? near : random.below(10 ** (1 + random.below(5)));
  return other >= 0 && other !== value ? other : value + 1;
}

function randomCells(form, values, random, count) {
  const cells = new Set();
  while (cells.size < count) cells.add(random.pick(related(form)));
  return withValues(
    values,
    [...cells].map((cell) => [cell, otherNumber(values[cell], random)]),
  );
}

function tableRows(form) {
  return form.rows.filter(({ path }) => path[0] === 'applications' || path[0] === 'challenges');
}

function retype(form, values, random, least, type) {
  const cells = related(form).filter((cell) => values[cell] >= least);
  if (cells.length === 0) return undefined;
  const cell = random.pick(cells);
  const typed = type(String(values[cell]));
  // A number with a leading zero is refused on reading.
  return /^0./.test(typed) ? undefined : withValues(values, [[cell, Number(typed)]]);
}

function withValues(values, entries) {
  const changed = [...values];
  for (const [cell, value] of entries) changed[cell] = value;
  return changed;
}
