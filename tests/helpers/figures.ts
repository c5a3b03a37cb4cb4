import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type EditionId, type OfficialRow, officialRows } from './official-form.ts';
import { type Data, type ReportData, reportData } from './report-data.ts';

const folder = fileURLToPath(new URL('../fixtures/figures/', import.meta.url));

type Numbers = { [column: string]: number | string | null };

interface Figures {
  edition: `${EditionId}`;
  year: number;
  table2: { [row: string]: Numbers | number | boolean };
  table3: { [row: string]: Numbers };
  table4: { [row: string]: Numbers };
  /** Numbers its text states. */
  textFacts?: { text: string }[];
}

/** Keys of the collected figures that differ from those of the data. */
const keys: Record<string, string> = {
  'denied.threeSecuritiesOneStability': 'denied.securityStability',
  'unable.unclearAfterCorrection': 'unable.unclear',
  'notProcessed.massive': 'notProcessed.excessive',
  'other.overdueCorrection': 'other.notCorrected',
  'other.overdueFee': 'other.feeUnpaid',
  feesWanYuan: 'fees',
};

export function figures(name: string): Figures {
  return JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')) as Figures;
}

/** A set of real figures as a report; what the original leaves blank is 空, an amount in 元 becomes 万元. */
export function figuresReport({ edition, table2, table3, table4 }: Figures): ReportData {
  const id = Number(edition) as EditionId;
  const rows = new Map<string, Numbers | number | boolean>();
  const tables = { disclosure: table2, applications: table3, challenges: table4 };
  for (const [table, numbers] of Object.entries(tables)) {
    for (const [row, each] of Object.entries(numbers)) rows.set(`${table}.${keys[row] ?? row}`, each);
  }
  const official = officialRows[id] as readonly OfficialRow[];
  return reportData(id, (address, place) => {
    const column = official.find((row) => row.address === address)?.columns[place]?.[0];
    const row = rows.get(address);
    const written = typeof row === 'object' ? row[String(column)] : row;
    if (written === undefined || typeof written === 'boolean') {
      throw new Error(`${address} ${column} is not among the figures`);
    }
    return value(written);
  });
}

function value(written: number | string | null): Data {
  if (written === null) return '空';
  if (typeof written === 'number') return written;
  const yuan = /^(\d+)元$/.exec(written);
  if (!yuan) throw new Error(`unknown writing ${written}`);
  return Number(yuan[1]) / 10_000;
}
