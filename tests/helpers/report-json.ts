import { officialTables } from './official-tables.ts';
import { soundTexts } from './sound-texts.ts';

type Value = string | number;

/** A report file as JSON text, its numbers by address; the keys and their order are those of the official tables. */
export function reportJson(
  edition: 2019 | 2021,
  valueAt: (address: string) => Value = () => 0,
  more: Record<string, unknown> = {},
): string {
  const { overview, ...others } = soundTexts(valueAt('applications.newReceived.total'));
  const data: Record<string, unknown> = { form: edition, overview };
  for (const [address, cells] of rowsOfData(edition)) {
    const values = cells.map(valueAt);
    put(data, address.split('.'), cells.length === 1 && cells[0] === address ? values[0] : values);
  }
  return JSON.stringify({ ...data, ...others, ...more });
}

/** Addresses of the sequences and single numbers of the data, with those of their numbers. */
function rowsOfData(edition: 2019 | 2021): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  for (const line of officialTables[edition].flatMap((table) => table.rows)) {
    const addresses = line.flatMap(({ address }) => (address === undefined ? [] : [address]));
    for (const address of addresses) {
      const key = addresses.length === 1 ? address : address.slice(0, address.lastIndexOf('.'));
      rows.set(key, [...(rows.get(key) ?? []), address]);
    }
  }
  return rows;
}

function put(data: Record<string, unknown>, path: string[], value: unknown): void {
  let at = data;
  for (const key of path.slice(0, -1)) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  at[path.at(-1)!] = value;
}

/** A data folder with one organ, 某镇, and its reports by year. */
export function oneOrgan(
  reports: Record<string, string>,
  { site = '', organ = '' }: { site?: string; organ?: string } = {},
): Record<string, string> {
  return {
    'data/site.yaml': `title: 年报\npublisher: 某县人民政府办公室\n${site}`,
    'data/organs/zhen/organ.yaml': `name: 某镇\nfullName: 某县某镇人民政府\nlevel: township\n${organ}`,
    ...Object.fromEntries(
      Object.entries(reports).map(([year, text]) => [`data/organs/zhen/${year}.json`, text]),
    ),
  };
}
