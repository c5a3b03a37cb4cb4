import { carriedCells } from '../../forms/carry-over.ts';
import type { Form } from '../../forms/compile.ts';
import { type CellValue, isNumber } from '../../forms/value.ts';

/** A report of another year, as far as repairing needs it. Editions may differ. */
export interface YearFigures {
  form: Form;
  values: readonly CellValue[];
}

/** The same organ's reports of the year before and the year after, where they exist. */
export interface Neighbours {
  before?: YearFigures | undefined;
  after?: YearFigures | undefined;
}

/** What a neighbouring year says a cell should hold: applications carried over from year to year. */
export interface Link {
  cell: number;
  value: number;
}

/** By the cells of this report; a neighbour that holds no number there says nothing. */
export function linksOf(form: Form, { before, after }: Neighbours): Link[] {
  const links: Link[] = [];
  const add = (cell: number, value: CellValue | undefined) => {
    if (isNumber(value)) links.push({ cell, value });
  };
  if (before) {
    for (const { from, to } of carriedCells(before.form, form)) add(to.index, before.values[from.index]);
  }
  if (after) {
    for (const { from, to } of carriedCells(form, after.form)) add(from.index, after.values[to.index]);
  }
  return links;
}
