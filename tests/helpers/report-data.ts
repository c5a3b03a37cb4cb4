import { type EditionId, type OfficialRow, officialRows } from './official-form.ts';
import { soundTexts } from './sound-texts.ts';

/** Written into the file as it stands, to try what no honest writer would write. */
export interface Raw {
  raw: string;
}
export type Data = string | number | Raw | Data[] | { [key: string]: Data };
export type ReportData = { [key: string]: Data };

export function raw(text: string): Raw {
  return { raw: text };
}

export function isRaw(data: Data): data is Raw {
  return typeof data === 'object' && !Array.isArray(data) && typeof data['raw'] === 'string';
}

/** A valid report; every number is 0 unless `fill` gives one for the row's address and the place in it. */
export function reportData(
  edition: EditionId,
  fill: (address: string, place: number) => Data = () => 0,
): ReportData {
  const rows = officialRows[edition] as readonly OfficialRow[];
  const { overview, ...others } = soundTexts(fill('applications.newReceived', 6));
  const data: ReportData = { form: edition, overview };
  for (const row of rows) {
    const numbers = row.columns.map((_, i) => fill(row.address, i));
    put(data, row.address, row.columns.length === 0 ? fill(row.address, 0) : numbers);
  }
  return { ...data, ...others };
}

/** Replaces what stands at a dotted path; a step may be the place in a list. */
export function put(data: ReportData, path: string, value: Data): void {
  const steps = path.split('.');
  const last = steps.pop()!;
  let at: ReportData = data;
  for (const step of steps) {
    at[step] ??= {};
    at = at[step] as ReportData;
  }
  at[last] = value;
}

export function get(data: ReportData, path: string): Data | undefined {
  return path.split('.').reduce<Data | undefined>((at, step) => (at as ReportData | undefined)?.[step], data);
}
