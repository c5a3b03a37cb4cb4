import type { Cell, Form } from '../../forms/compile.ts';
import { type CellValue, isNumber } from '../../forms/value.ts';
import type { Frame } from './bind.ts';
import { difference, type Exact, exactOf, shifted, sum, zero } from './exact.ts';
import { type Expression, expressionsOf, type Part } from './expressions.ts';

/** The numbers of one report, with the edition they are in. */
export interface Tables {
  form: Form;
  values: readonly CellValue[];
}

/** A lawful meaning of a phrase as an expression over cells, with its value in this report. */
export interface Reading {
  /** In the form's own words: 一、本年新收政府信息公开申请数量 · 总计 + 二、上年结转政府信息公开申请数量 · 总计. */
  name: string;
  value: Exact;
  /** The same for the same expression in every report. */
  key: string;
  /** What is added up, what is taken off among them. */
  cells: readonly Cell[];
}

/** Every lawful reading whose cells hold numbers. Money comes in 元. */
export function readingsOf(frame: Frame, { form, values }: Tables): Reading[] {
  const readings: Reading[] = [];
  for (const expression of expressionsOf(frame, form)) {
    const reading = evaluate(expression, values);
    if (reading) readings.push(reading);
  }
  return readings;
}

/** Whether one of the cells that a frame may mean holds a number that nobody could read. */
export function isUnread(frame: Frame, { form, values }: Tables): boolean {
  return expressionsOf(frame, form).some(({ cells }) =>
    cells.some(({ index }) => values[index] === '看不清'),
  );
}

function evaluate(
  { parts, name, key, cells }: Expression,
  values: readonly CellValue[],
): Reading | undefined {
  let value: Exact = zero;
  let names = name;
  let blank = 0;
  for (const part of parts) {
    const found = partOf(part, values);
    if (found === undefined) blank++;
    else {
      value = part.minus ? difference(value, found.value) : sum(value, found.value);
      if (found.instead) names = names.replace(part.name, `${part.name}（没有数，由各栏相加）`);
    }
  }
  if (blank === parts.length) return undefined;
  // A row left blank throughout adds nothing: a report with blanks is read as far as it goes.
  return { name: blank > 0 ? `${names}（没有数的格不计）` : names, value, key, cells };
}

function partOf(part: Part, values: readonly CellValue[]): { value: Exact; instead: boolean } | undefined {
  const { cells, less, beside, some, counts } = part;
  const value = counts ? counted(cells, less, values, some) : added(cells, less, values, some);
  if (value) return { value, instead: false };
  // A blank total is added up from what stands beside it.
  const instead = beside.length > 0 ? added(beside, [], values, true) : undefined;
  return instead && { value: instead, instead: true };
}

/** `some`: blank cells are passed over as long as one holds a number. */
function counted(
  cells: readonly Cell[],
  less: readonly Cell[],
  values: readonly CellValue[],
  some: boolean,
): Exact | undefined {
  let whole = 0;
  let numbers = 0;
  for (const { index } of cells) {
    const value = values[index];
    if (isNumber(value)) {
      whole += value;
      numbers++;
    }
  }
  if (numbers === 0 || (!some && numbers < cells.length)) return undefined;
  for (const { index } of less) {
    const value = values[index];
    if (!isNumber(value)) return undefined;
    whole -= value;
  }
  return { whole, scale: 0 };
}

/** The same where there is money. */
function added(
  cells: readonly Cell[],
  less: readonly Cell[],
  values: readonly CellValue[],
  some: boolean,
): Exact | undefined {
  let total: Exact | undefined;
  for (const cell of cells) {
    const value = cellValue(cell, values);
    if (value) total = total ? sum(total, value) : value;
    else if (!some) return undefined;
  }
  for (const cell of less) {
    const value = cellValue(cell, values);
    if (!value || !total) return undefined;
    total = difference(total, value);
  }
  return total;
}

function cellValue(cell: Cell, values: readonly CellValue[]): Exact | undefined {
  const value = values[cell.index];
  if (!isNumber(value)) return undefined;
  return cell.kind === 'amount' ? shifted(exactOf(value), 4) : exactOf(value);
}
