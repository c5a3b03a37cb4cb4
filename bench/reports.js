/**
 * Consistent reports made up at random, in the sizes that real ones have: most organs receive a handful of
 * applications from persons and leave nearly all rows at zero, a city's total runs to thousands.
 */

/** How many rows and columns carry figures, and how large they are. */
export const profiles = {
  township: { rows: 0.12, columns: [1, 0.2, 0, 0, 0.1, 0.05], size: 4 },
  county: { rows: 0.45, columns: [1, 0.6, 0.1, 0.1, 0.3, 0.2], size: 60 },
  city: { rows: 0.85, columns: [1, 0.8, 0.2, 0.3, 0.4, 0.4], size: 1500 },
};

/** Values by cell index of a report whose relations all hold. */
export function consistentReport(form, random, { rows, columns, size }) {
  const values = form.cells.map(() => 0);
  const at = (address) => form.cellAt.get(address).index;
  const some = (share) => (random.next() < share ? figure(random, size) : 0);
  const applications = form.rows.filter((row) => row.path[0] === 'applications');
  const results = applications.filter((row) => !fixedRows.includes(row.address));
  const applicants = applications[0].cells.map((cell) => cell.column).filter((column) => column !== 'total');
  applicants.forEach((column, i) => {
    const share = columns[i] ?? 0;
    let total = 0;
    for (const row of results) {
      const value = some(rows * share);
      values[at(`${row.address}.${column}`)] = value;
      total += value;
    }
    const forward = some(rows * share);
    const over = Math.min(some(rows * share), total + forward);
    values[at(`applications.total.${column}`)] = total;
    values[at(`applications.carriedForward.${column}`)] = forward;
    values[at(`applications.carriedOver.${column}`)] = over;
    values[at(`applications.newReceived.${column}`)] = total + forward - over;
  });
  for (const row of form.rows.filter(({ path }) => path[0] === 'challenges')) {
    for (const cell of row.cells.slice(0, -1)) values[cell.index] = some(rows);
  }
  for (const row of form.rows.filter(({ path }) => ['applications', 'challenges'].includes(path[0]))) {
    const addends = row.cells.slice(0, -1);
    values[row.cells.at(-1).index] = addends.reduce((sum, cell) => sum + values[cell.index], 0);
  }
  return values;
}

const fixedRows = ['newReceived', 'carriedOver', 'total', 'carriedForward'].map(
  (key) => `applications.${key}`,
);

/** Small figures are far more frequent than large ones. */
function figure(random, size) {
  return 1 + Math.floor(size * random.next() ** 3);
}
