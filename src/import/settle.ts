import { evaluate } from '../check/sums.ts';
import type { DataRow, Equation, Form } from '../forms/compile.ts';
import { type CellValue, isNumber } from '../forms/value.ts';
import { type CellReading, lost } from './cell.ts';
import { type RowReading, shifted } from './row-readings.ts';

/** A row with every way to take it. */
export interface OpenRow {
  row: DataRow;
  readings: readonly RowReading[];
  /** Even a single way has to be proved: the row was found by its place only. */
  unproved?: string;
  /** What is taken all the same where the sums prove nothing, with what is told of it. */
  otherwise?: { cells: readonly CellReading[]; told?: string };
}

export interface SettledRow {
  row: DataRow;
  /** One reading for each cell. */
  cells: readonly CellReading[];
  /** What was believed because the sums prove it; or why nothing could be. */
  told?: string;
}

/** Combinations of readings that are tried; beyond that the rows are 看不清. */
const most = 20_000;

/**
 * Chooses among the readings of rows by the sum relations of the form. A reading is taken only where it is the
 * only one under which every relation that can be decided holds, and where each of its numbers stands in one that
 * does; it is told in any case. Nothing is filled in: a cell that was lost stays 看不清, whatever the sums say.
 */
export function settle(form: Form, rows: readonly OpenRow[]): SettledRow[] {
  const sure = rows.filter(({ readings, unproved }) => isSure(readings) && !unproved);
  const values: CellValue[] = form.cells.map(() => '看不清');
  for (const { row, readings } of sure) write(values, row, readings[0]!);
  const slipped = slippedRows(form, sure, values);
  const settled = new Map<DataRow, SettledRow>();
  for (const { row, readings } of sure) settled.set(row, { row, cells: readings[0]!.cells });
  const open = [...rows.filter((row) => !sure.includes(row)), ...slipped];
  for (const { row } of open) for (const { index } of row.cells) values[index] = '看不清';
  for (const part of parts(form, open)) {
    for (const each of settlePart(form, part, values)) settled.set(each.row, each);
  }
  return rows.map(({ row }) => settled.get(row)!);
}

function isSure(readings: readonly RowReading[]): boolean {
  return readings.length === 1 && readings[0]!.how === undefined;
}

function write(values: CellValue[], row: DataRow, { cells }: RowReading): void {
  row.cells.forEach(({ index }, i) => {
    values[index] = cells[i]!.value;
  });
}

/** Rows with blanks at one end that contradict the sums, if their blanks count as nothing, and would not if moved along. */
function slippedRows(form: Form, sure: readonly OpenRow[], values: readonly CellValue[]): OpenRow[] {
  return sure.flatMap(({ row, readings }): OpenRow[] => {
    const moved = shifted(readings[0]!);
    if (moved.length === 0 || row.cells.length < 3) return [];
    const filled = [...values];
    for (const { index } of row.cells) if (filled[index] === '空') filled[index] = 0;
    const touched = touching(form, [row]);
    const fails = evaluate({ ...form, equations: touched }, filled).some(({ outcome }) => outcome === 'fail');
    const plain = readings[0]!;
    const otherwise = { cells: plain.cells, told: '这一行的数也许错开了格，照原处读入' };
    return fails ? [{ row, readings: [plain, ...moved], otherwise }] : [];
  });
}

function touching(form: Form, rows: readonly DataRow[]): Equation[] {
  const cells = new Set(rows.flatMap((row) => row.cells.map(({ index }) => index)));
  return form.equations.filter(({ left, right }) => [...left, ...right].some((index) => cells.has(index)));
}

/** Open rows that share a relation are settled together. */
function parts(form: Form, rows: readonly OpenRow[]): OpenRow[][] {
  const result: OpenRow[][] = [];
  for (const row of rows) {
    const touched = new Set(touching(form, [row.row]));
    const near = result.filter((part) =>
      touching(
        form,
        part.map((each) => each.row),
      ).some((equation) => touched.has(equation)),
    );
    for (const part of near) result.splice(result.indexOf(part), 1);
    result.push([...near.flat(), row]);
  }
  return result;
}

/** One choice of a reading for each row, under which every relation that can be decided holds. */
interface Choice {
  readings: RowReading[];
  /** Relations that hold and were not used up to find out a lost cell. */
  holding: readonly Equation[];
}

function settlePart(form: Form, rows: readonly OpenRow[], known: readonly CellValue[]): SettledRow[] {
  const fitting = rows.map(({ row, readings }) =>
    readings.filter((reading) => tryOut(form, [row], [reading], known) !== undefined),
  );
  // A lost cell explains nearly anything; where the sums hold without one, there is none. But a row that may have
  // slipped has lost what stood at its end.
  const whole = fitting.map((each, i) => {
    const found = rows[i]!.otherwise?.told ? each : each.filter(({ cells }) => !cells.includes(lost));
    return found.length > 0 ? found : each;
  });
  const tried = combine(form, rows, whole, known);
  const choices = tried?.length === 0 ? combine(form, rows, fitting, known) : tried;
  return rows.map(({ row, readings, unproved, otherwise }, i) => {
    const hows = [...new Set([unproved, ...(choices ?? []).map(({ readings: all }) => all[i]!.how)])].filter(
      Boolean,
    );
    const cells = row.cells.map(({ index }, c): CellReading => {
      const first = choices?.[0]?.readings[i]?.cells[c];
      const agreed = choices?.every(({ readings: all }) => all[i]!.cells[c]!.value === first?.value);
      const proved = choices?.every(({ holding }) =>
        holding.some((each) => proves(each, index, row, unproved)),
      );
      return first && agreed && (proved || first.value === '空') ? first : (otherwise?.cells[c] ?? undecided);
    });
    const taken = cells.some(({ value }) => isNumber(value));
    const plain = choices?.length && choices.every(({ readings: all }) => all[i]!.how === undefined);
    if (otherwise && plain) return { row, cells: otherwise.cells };
    if (taken) return { row, cells, told: [...hows, '各数由勾稽关系确定'].join('；') };
    if (otherwise) return { row, ...otherwise };
    const told = [unproved, why(readings, choices?.length)].filter(Boolean).join('；');
    return { row, cells: cells.map(() => undecided), told };
  });
}

/** Whether a relation speaks for a cell. That a row adds up in itself does not tell which row it is. */
function proves(
  { left, right }: Equation,
  cell: number,
  row: DataRow,
  unproved: string | undefined,
): boolean {
  const cells = [...left, ...right];
  const own = new Set(row.cells.map(({ index }) => index));
  return cells.includes(cell) && (!unproved || cells.some((each) => !own.has(each)));
}

const undecided: CellReading = { value: '看不清' };

function why(readings: readonly RowReading[], found: number | undefined): string {
  if (readings.length === 0) return '格数与表格对不上';
  if (found === undefined) return '可能的读法太多';
  if (found === 0) return '怎样读都与勾稽关系不符';
  return found === 1 ? '没有勾稽关系可以证明' : '有几种读法，勾稽关系定不下来';
}

/** Undefined where there are too many to try. */
function combine(
  form: Form,
  rows: readonly OpenRow[],
  fitting: readonly RowReading[][],
  known: readonly CellValue[],
): Choice[] | undefined {
  if (fitting.reduce((product, { length }) => product * length, 1) > most) return undefined;
  const all = rows.map(({ row }) => row);
  const choices: Choice[] = [];
  const visit = (readings: RowReading[]) => {
    const next = fitting[readings.length];
    if (next) {
      for (const reading of next) visit([...readings, reading]);
      return;
    }
    const holding = tryOut(form, all, readings, known);
    if (holding) choices.push({ readings, holding });
  };
  visit([]);
  return choices;
}

/**
 * Puts readings of rows in their places. Gives the relations that hold, or undefined where one does not.
 * A lost cell is found out from a relation in which it is the only one, so that it can be tested in the others.
 */
function tryOut(
  form: Form,
  rows: readonly DataRow[],
  readings: readonly RowReading[],
  known: readonly CellValue[],
): Equation[] | undefined {
  const values = [...known];
  const holes = new Set<number>();
  rows.forEach((row, i) => {
    write(values, row, readings[i]!);
    row.cells.forEach(({ index }, c) => {
      if (readings[i]!.cells[c] === lost) holes.add(index);
    });
  });
  const equations = touching(form, rows);
  const used = new Set<Equation>();
  for (let again = true; again; ) {
    again = false;
    for (const { equation, outcome, left, right } of evaluate({ ...form, equations }, values)) {
      if (outcome === 'fail') return undefined;
      if (outcome === 'pass') continue;
      const open = [...equation.left, ...equation.right].filter((index) => !isNumber(values[index]));
      const [hole] = open;
      if (open.length !== 1 || hole === undefined || !holes.has(hole)) continue;
      const value = equation.left.includes(hole) ? right - left : left - right;
      if (value < 0) return undefined;
      values[hole] = value;
      used.add(equation);
      again = true;
      break;
    }
  }
  return evaluate({ ...form, equations }, values).flatMap(({ outcome, equation }) =>
    outcome === 'pass' && !used.has(equation) ? [equation] : [],
  );
}
