import { describe, expect, test } from 'vitest';
import type { Diagnostic, FixOption } from '../../src/diagnostics/diagnostic.ts';
import { checkReport, reportPath } from '../helpers/memory.ts';
import { type EditionId, editionIds, type OfficialRow, officialRows } from '../helpers/official-form.ts';
import {
  type At,
  carriedForward,
  carriedOver,
  newReceived,
  type Relation,
  relationsOf,
  resultRows,
  rowsOf,
  total,
} from '../helpers/relations.ts';
import { get, put, type ReportData, reportData } from '../helpers/report-data.ts';
import { type Ending, endings, type Written, write } from '../helpers/written.ts';

const years: Record<EditionId, number> = { 2019: 2020, 2021: 2023 };
/** A report in which every relation holds and no number of tables three and four is 0. */
function soundReport(edition: EditionId): ReportData {
  const data = reportData(edition);
  const results = resultRows(edition);
  const columns = Array.from({ length: 6 }, (_, column) => {
    const each = results.map((_, row) => 1 + ((row * 7 + column * 3) % 5));
    const sum = each.reduce((a, b) => a + b);
    return { each, sum, over: 2 + column, forward: 9 - column };
  });
  const fill = (row: string, numbers: number[]) =>
    put(data, row, [...numbers, numbers.reduce((a, b) => a + b)]);
  results.forEach((row, i) => {
    fill(
      row,
      columns.map(({ each }) => each[i]!),
    );
  });
  fill(
    total,
    columns.map(({ sum }) => sum),
  );
  fill(
    carriedOver,
    columns.map(({ over }) => over),
  );
  fill(
    carriedForward,
    columns.map(({ forward }) => forward),
  );
  fill(
    newReceived,
    columns.map(({ sum, over, forward }) => sum + forward - over),
  );
  rowsOf(edition, 'challenges').forEach(({ address }, i) => {
    fill(address, [4 + i, 3, 2, 1 + i]);
  });
  return data;
}

function numberAt(data: ReportData, [row, place]: At): number {
  return get(data, `${row}.${place}`) as number;
}

/** What the check must say of a relation that does not hold. */
function expected(
  edition: EditionId,
  ending: Ending,
  data: ReportData,
  written: Written,
  relation: Relation,
) {
  const { code, sides, left, right, at, by } = relation;
  const rows = new Map((officialRows[edition] as readonly OfficialRow[]).map((row) => [row.address, row]));
  const file = reportPath(years[edition], ending);
  const place = ([row, i]: At) => {
    const { line, column, endColumn } = written.value(`${row}.${i}`);
    return { file, line, column, endLine: line, endColumn };
  };
  const cell = ([row, i]: At) => `${row}.${rows.get(row)!.columns[i]![0]}`;
  const columnName = ([row, i]: At) => rows.get(row)!.columns[i]![1];
  const rowName = ([row]: At) => rows.get(row)!.name.replace(/^表. · /, '');
  const sum = (addends: At[]) => addends.reduce((n, addend) => n + numberAt(data, addend), 0);
  const related = (group: string, addends: At[]) =>
    addends.map((addend) => ({
      group,
      message: `${by === 'row' ? rowName(addend) : columnName(addend)} ${numberAt(data, addend)}`,
      place: place(addend),
      cell: cell(addend),
    }));
  return {
    code,
    severity: 'error',
    place: place(at),
    organ: 'zhen',
    year: years[edition],
    cell: cell(at),
    cellName: `${rows.get(at[0])!.name} · ${columnName(at)}`,
    left: sum(left),
    right: sum(right),
    related: [...related(sides[0], left), ...related(sides[1], right)],
  };
}

function inReadingOrder(a: { code: string; place: { line: number; column: number } }, b: typeof a): number {
  return a.place.line - b.place.line || a.place.column - b.place.column || (a.code < b.code ? -1 : 1);
}

/** Texts have tests of their own, and what is proposed is compared with the sound report below. */
function withoutTexts({ message: _message, hint: _hint, fix: _fix, ...rest }: Diagnostic) {
  return rest;
}

/** The first of the broken relations proposes to put the cell back; table four alone does not tell which cell it is. */
function expectRepair(
  diagnostics: readonly Diagnostic[],
  table: string,
  cell: string,
  from: number,
  to: number,
) {
  const [{ fix } = {}, ...others] = diagnostics;
  const edits = (of: FixOption) => of.edits.map(({ cell, from, to }) => [cell, from, to]);
  const truth = [[cell, String(from), String(to)]];
  if (table === 'applications') {
    expect([fix!.unique, edits(fix!), fix!.alternatives]).toEqual([true, truth, []]);
  } else {
    expect(fix!.unique).toBe(false);
    expect([fix!, ...fix!.alternatives].map(edits)).toContainEqual(truth);
  }
  expect(others.every((other) => !other.fix)).toBe(true);
}

const cases = editionIds.flatMap((edition) => endings.map((ending) => [edition, ending] as const));

describe.each(cases)('edition %i in %s', (edition, ending) => {
  const sound = soundReport(edition);

  test('every relation of a sound report holds', () => {
    const { diagnostics, counts } = checkReport(years[edition], ending, write(sound, ending).text);
    expect(diagnostics).toEqual([]);
    expect(counts.checks).toEqual({ pass: edition === 2021 ? 42 : 40, fail: 0, unknown: 0 });
  });

  test.each([
    ['applications', edition === 2021 ? 175 : 161],
    ['challenges', 15],
  ])('each cell of %s, one more or one less, breaks exactly its relations', (table, count) => {
    let tried = 0;
    for (const { address, columns } of rowsOf(edition, table)) {
      for (let place = 0; place < columns.length; place++) {
        for (const step of [1, -1]) {
          const data = structuredClone(sound);
          put(data, `${address}.${place}`, numberAt(sound, [address, place]) + step);
          const written = write(data, ending);
          const { diagnostics, counts } = checkReport(years[edition], ending, written.text);
          const broken = relationsOf(edition, [address, place]).map((relation) =>
            expected(edition, ending, data, written, relation),
          );
          expect(diagnostics.map(withoutTexts)).toEqual(broken.sort(inReadingOrder));
          expect(counts.checks.fail).toBe(broken.length);
          const [was, is] = [sound, data].map((each) => numberAt(each, [address, place]));
          expectRepair(diagnostics, table, `${address}.${columns[place]![0]}`, is!, was!);
        }
        tried++;
      }
    }
    expect(tried).toBe(count);
  });

  test('a word in place of a number leaves exactly its relations undecided', () => {
    for (const { address, columns } of [
      ...rowsOf(edition, 'applications'),
      ...rowsOf(edition, 'challenges'),
    ]) {
      for (let place = 0; place < columns.length; place++) {
        const data = structuredClone(sound);
        put(data, `${address}.${place}`, '空');
        const { diagnostics, counts } = checkReport(years[edition], ending, write(data, ending).text);
        const unknown = relationsOf(edition, [address, place]).length;
        expect(diagnostics).toEqual([]);
        expect(counts.checks).toEqual({ pass: (edition === 2021 ? 42 : 40) - unknown, fail: 0, unknown });
      }
    }
  });
});
