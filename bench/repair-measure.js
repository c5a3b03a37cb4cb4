/**
 * How well faults of a kind are repaired. Counted are faults that some relation shows; a fault that leaves all of
 * them holding cannot be seen by anyone.
 */
import { truthOf } from './faults.js';
import { consistentReport, profiles } from './reports.js';
import { randomOf } from './seeded.js';

/** Organs as there are: for one city and four counties or departments, fifteen townships whose tables are nearly all zeros. */
const mix = [
  ...Array.from({ length: 15 }, () => profiles.township),
  ...Array.from({ length: 4 }, () => profiles.county),
  profiles.city,
];

/** Faulty reports that some relation shows, with what would put them right; the editions in turn. */
export function* faultyReports(forms, fault, count, seed) {
  const random = randomOf(seed);
  for (let i = 0, shown = 0; shown < count; i++) {
    const form = forms[i % forms.length];
    const values = consistentReport(form, random, random.pick(mix));
    const faulty = fault(form, values, random);
    const truth = faulty && truthOf(values, faulty);
    if (!truth?.size || form.equations.every((equation) => holds(equation, faulty))) continue;
    shown++;
    yield { form, faulty, truth };
  }
}

/**
 * What `repair` proposes for such reports, and beside it another rule, which answers corrections by cell.
 * A claim to be the only repair is false where the true edit, or any edit of one cell found by trying, is as small
 * and another; `another` counts claims that are true, but of a smaller edit than was made: the fault looks like it.
 */
export function measure(cases, { repair, rule, now }) {
  const row = { shown: 0, first: 0, three: 0, all: 0, unique: 0, falsely: 0, another: 0, larger: 0, cut: 0 };
  const result = { ...row, right: 0, wrong: 0, times: [] };
  for (const { form, faulty, truth } of cases) {
    result.shown++;
    const before = now();
    const { proposals, complete, size } = repair(form, faulty);
    result.times.push(now() - before);
    const place = proposals.findIndex(({ changes }) => same(editOf(changes), truth));
    if (place === 0) result.first++;
    if (place >= 0 && place < 3) result.three++;
    if (place >= 0) result.all++;
    if (!complete) result.cut++;
    if (size > truth.size) result.larger++;
    const claim = proposals.find(({ unique }) => unique);
    if (claim) {
      result.unique++;
      const edit = editOf(claim.changes);
      const rivals = [...(edit.size === 1 ? singleEdits(form, faulty) : []), truth];
      if (rivals.some((rival) => rival.size <= edit.size && !same(rival, edit))) result.falsely++;
      else if (!same(edit, truth)) result.another++;
    }
    const corrected = rule(form, faulty);
    if (same(corrected, truth)) result.right++;
    else if ([...corrected].some(([cell, value]) => truth.get(cell) !== value)) result.wrong++;
  }
  result.times.sort((a, b) => a - b);
  return result;
}

/** Every edit of one cell that satisfies all relations, by trying; each must mend the first relation that fails. */
export function singleEdits(form, values) {
  const { left, right } = form.equations.find((equation) => !holds(equation, values));
  const residual = sum(left, values) - sum(right, values);
  return [...left.map((cell) => [cell, -residual]), ...right.map((cell) => [cell, residual])].flatMap(
    ([cell, addition]) => {
      const value = values[cell] + addition;
      const tried = [...values];
      tried[cell] = value;
      const mends = value >= 0 && form.equations.every((equation) => holds(equation, tried));
      return mends ? [new Map([[cell, value]])] : [];
    },
  );
}

function editOf(changes) {
  return new Map(changes.map(({ cell, to }) => [cell, to]));
}

function same(a, b) {
  return a.size === b.size && [...a].every(([cell, value]) => b.get(cell) === value);
}

function holds({ left, right }, values) {
  return sum(left, values) === sum(right, values);
}

function sum(cells, values) {
  return cells.reduce((total, cell) => total + values[cell], 0);
}
