/**
 * The published rule for simple typing errors, to compare with: S. Scholtus, Automatic correction of simple
 * typing errors in numerical data with balance edits (Statistics Netherlands, 2009), in the form of
 * `correct_typos` of the R packages deducorrect and deductive. Written from their description:
 *
 * for each violated balance edit, and each variable that stands in violated edits only, take the value that
 * would satisfy the edit; keep it if its restricted Damerau–Levenshtein distance from the stated value is 1;
 * of the sets of such corrections in which no two touch the same violated edit, take the one that satisfies the
 * most violated edits; where several do, correct only what they have in common.
 */
import { typingDistance } from '../lib/diagnostics/typing-distance.js';

/** The corrections made, by cell. */
export function correctTypos(form, values) {
  const residuals = form.equations.map(({ left, right }) => sum(left, values) - sum(right, values));
  const violated = residuals.flatMap((residual, i) => (residual === 0 ? [] : [i]));
  const candidates = candidatesOf(form, values, residuals, violated);
  const best = { satisfied: 0, sets: [] };
  choose(candidates, 0, [], new Set(), 0, best);
  const [first, ...others] = best.sets;
  if (!first) return new Map();
  return new Map(
    first
      .filter(({ cell, value }) =>
        others.every((set) => set.some((c) => c.cell === cell && c.value === value)),
      )
      .map(({ cell, value }) => [cell, value]),
  );
}

function candidatesOf(form, values, residuals, violated) {
  const found = new Map();
  const edits = new Map();
  form.equations.forEach(({ left, right }, i) => {
    for (const [cells, sign] of [
      [left, 1],
      [right, -1],
    ]) {
      for (const cell of cells) edits.set(cell, [...(edits.get(cell) ?? []), { edit: i, sign }]);
    }
  });
  for (const [cell, of] of edits) {
    if (!of.every(({ edit }) => violated.includes(edit))) continue;
    for (const { edit, sign } of of) {
      const value = values[cell] - sign * residuals[edit];
      if (value < 0 || typingDistance(String(values[cell]), String(value)) !== 1) continue;
      const touched = of.map((one) => one.edit);
      const satisfies = of.filter((one) => values[cell] - one.sign * residuals[one.edit] === value).length;
      found.set(`${cell} ${value}`, { cell, value, touched, satisfies });
    }
  }
  return [...found.values()];
}

/** All sets without overlap, keeping those that satisfy the most; the number of candidates is small. */
function choose(candidates, from, chosen, used, satisfied, best) {
  if (satisfied > best.satisfied) {
    best.satisfied = satisfied;
    best.sets = [];
  }
  if (satisfied === best.satisfied && satisfied > 0) best.sets.push([...chosen]);
  for (let i = from; i < candidates.length; i++) {
    const candidate = candidates[i];
    if (candidate.touched.some((edit) => used.has(edit))) continue;
    const next = new Set([...used, ...candidate.touched]);
    choose(candidates, i + 1, [...chosen, candidate], next, satisfied + candidate.satisfies, best);
  }
}

function sum(cells, values) {
  return cells.reduce((total, cell) => total + values[cell], 0);
}
