import { readFileSync } from 'node:fs';
import { formById } from '../../../src/forms/index.ts';
import type { CellValue } from '../../../src/forms/value.ts';
import type { YearTables } from './tables.ts';

type Numbers = Record<string, number | string | null>;

interface Figures {
  year: number;
  edition: string;
  table2: Record<string, Numbers | number | boolean>;
  table3: Record<string, Numbers>;
  table4: Record<string, Numbers>;
  textFacts: { text: string; value: number | null; disagreesWith?: string }[];
}

export interface PublishedReport {
  tables: YearTables;
  facts: Figures['textFacts'];
}

/** Names the collected figures use where the form's keys are others. */
const otherNames: Record<string, string> = {
  'denied.threeSecuritiesOneStability': 'denied.securityStability',
  'unable.unclearAfterCorrection': 'unable.unclear',
  'notProcessed.massive': 'notProcessed.excessive',
  'other.overdueCorrection': 'other.notCorrected',
  'other.overdueFee': 'other.feeUnpaid',
  feesWanYuan: 'fees',
};

/** The tables of a published report, blank cells as blank, with what its text says. */
export function publishedReport(name: string): PublishedReport {
  const url = new URL(`../../fixtures/figures/${name}.json`, import.meta.url);
  const figures = JSON.parse(readFileSync(url, 'utf8')) as Figures;
  const form = formById(Number(figures.edition))!;
  const values: CellValue[] = form.cells.map(() => '空');
  const set = (address: string, number: unknown) => {
    const cell = form.cellAt.get(address);
    if (!cell) throw new Error(`${name}: no cell ${address}`);
    // The first edition's procurement of 251000元 is 25.1 in 万元.
    if (typeof number === 'string') values[cell.index] = Number(number.replace('元', '')) / 10_000;
    else if (typeof number === 'number') values[cell.index] = number;
  };
  for (const [table, rows] of [
    ['disclosure', figures.table2],
    ['applications', figures.table3],
    ['challenges', figures.table4],
  ] as const) {
    for (const [key, row] of Object.entries(rows)) {
      const address = `${table}.${otherNames[key] ?? key}`;
      if (typeof row === 'number') set(address, row);
      else if (typeof row === 'object')
        for (const [column, n] of Object.entries(row)) set(`${address}.${column}`, n);
    }
  }
  return { tables: { form, values, year: figures.year }, facts: figures.textFacts };
}
