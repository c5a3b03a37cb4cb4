import { rowsUnder } from '../check/cells.ts';
import { addUp } from '../check/exact.ts';
import type { Cell, Form } from '../forms/compile.ts';
import { continuedCell } from '../forms/continued.ts';
import { onceFor } from '../forms/once.ts';
import { type CellValue, isNumber } from '../forms/value.ts';
import { keyFigures } from './site.ts';

/** What is followed over the years: one cell, or several cells added up. */
export interface Measure {
  key: string;
  label: string;
  unit: string;
  /** Empty where an edition has no such thing. */
  cells(form: Form): readonly Cell[];
}

export interface MeasureGroup {
  key: string;
  title: string;
  /** Parts of one whole, to be drawn on one scale. */
  parts: boolean;
  measures: readonly Measure[];
}

/** Everything a series of reports is shown by, named in the words of an edition. */
export const measureGroups = onceFor((form: Form): readonly MeasureGroup[] =>
  makeGroups(form).map((group) => ({
    ...group,
    measures: group.measures.map((measure) => ({ ...measure, cells: onceFor(measure.cells) })),
  })),
);

function makeGroups(form: Form): MeasureGroup[] {
  return [
    { key: 'applications', title: '收到和办理的申请', parts: false, measures: keyMeasures('applications') },
    { key: 'outcomes', title: '办理结果', parts: true, measures: outcomes(form) },
    {
      key: 'refusals',
      title: '不予公开的理由',
      parts: true,
      measures: rowMeasures(form, 'applications.denied'),
    },
    {
      key: 'challenges',
      title: '行政复议和行政诉讼',
      parts: false,
      measures: [...keyMeasures('challenges'), corrected(form)],
    },
    { key: 'disclosure', title: '主动公开', parts: false, measures: disclosure(form) },
  ];
}

/** The sum of a measure's cells; the word of the first that holds no number; undefined where there is no such cell. */
export function measured(measure: Measure, form: Form, values: readonly CellValue[]): CellValue | undefined {
  const cells = measure.cells(form);
  if (cells.length === 0) return undefined;
  const found = cells.map(({ index }) => values[index]!);
  return found.find((value) => !isNumber(value)) ?? addUp(cells[0]!, found as number[]);
}

function keyMeasures(table: string): Measure[] {
  return keyFigures
    .filter(({ address }) => address.startsWith(`${table}.`))
    .map(({ key, address, label, unit }) => ({ key, label, unit, cells: (form) => at(form, address) }));
}

/** The result groups that the form adds up to （七）总计, each over all its rows. */
function outcomes(form: Form): Measure[] {
  const table = form.sections.find(({ key }) => key === 'applications')!.table!;
  const results = table.equations.find(
    ({ each, left, right }) => each === 'column' && left.length > right.length + 1,
  );
  return (results?.left ?? []).map((key) => {
    const address = `applications.${key}`;
    return {
      key: address,
      label: shortLabel(form.groups.get(address)!),
      unit: table.unit,
      cells: (other) => rowsUnder(other, address).flatMap((row) => at(other, `${row.address}.total`)),
    };
  });
}

function rowMeasures(form: Form, group: string): Measure[] {
  return rowsUnder(form, group).map(({ address, label, cells }) => ({
    key: address,
    label: shortLabel(label),
    unit: cells[0]!.unit,
    cells: (other) => at(other, `${address}.total`),
  }));
}

/** 结果纠正 of 复议 and 诉讼 together: how often the organ was found wrong. */
function corrected(form: Form): Measure {
  const cells = (other: Form) =>
    rowsUnder(other, 'challenges').flatMap(({ address }) => at(other, `${address}.corrected`));
  return { key: 'corrected', label: '其中结果纠正', unit: cells(form)[0]!.unit, cells };
}

function disclosure(form: Form): Measure[] {
  return rowsUnder(form, 'disclosure').flatMap((row) =>
    row.cells.map((cell) => ({
      key: cell.address,
      label: row.single ? row.label : `${row.label}${cell.columnName}`,
      unit: cell.unit,
      cells: (other: Form) => {
        const found = continuedCell(other, cell);
        return found ? [found] : [];
      },
    })),
  );
}

function at(form: Form, address: string): Cell[] {
  const cell = form.cellAt.get(address);
  return cell ? [cell] : [];
}

/** （三）不予公开 as 不予公开, 1.属于国家秘密 as 属于国家秘密: for places where the number says nothing. */
export function shortLabel(label: string): string {
  return label.replace(/^（[一二三四五六七八九十]）|^\d+\./, '').replace(/（[^）]*）$/, '');
}
