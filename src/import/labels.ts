import { columnSteps, type DataRow, type Form, type FormTable } from '../forms/compile.ts';
import { layout } from '../forms/layout.ts';
import { onceFor } from '../forms/once.ts';
import { labelKey, ordinary } from './blocks.ts';

/** What is printed in a table and is not a number. */
export interface Labels {
  rows: Map<string, DataRow>;
  /** The same without numbering, where that is not also a heading. */
  bare: Map<string, DataRow>;
  /** Headings and group labels: never a number. */
  other: Set<string>;
  /** Headings of columns, in their wordings, to the official one. */
  columns: Map<string, string>;
  /** The rows of numbers as printed: one may hold several rows of the data, which then have no label. */
  lines: readonly DataRow[];
  labelled: boolean;
}

export const labelsOf = onceFor((table: FormTable, form: Form): Labels => {
  const other = new Set<string>();
  for (const block of layout(form, table)) {
    for (const cell of [...block.head, ...block.body].flat()) {
      if (cell.text !== undefined && cell.kind !== 'row') other.add(labelKey(cell.text));
    }
  }
  const columns = new Map<string, string>();
  for (const { column } of table.blocks.flatMap((block) => columnSteps(block.columns))) {
    for (const label of [column.label, ...(column.variants ?? [])])
      columns.set(headingKey(label), column.label);
  }
  const rows = new Map<string, DataRow>();
  const bare = new Map<string, DataRow>();
  const labelled = table.stubWidth > 0;
  if (!labelled) {
    const line: DataRow = {
      ...table.rows[0]!,
      name: `${table.number} ${table.title}`,
      cells: table.rows.flatMap(({ cells }) => cells),
    };
    return { rows, bare, other, columns, lines: [line], labelled };
  }
  for (const row of table.rows) {
    for (const label of [row.label, ...row.variants]) {
      rows.set(labelKey(label), row);
      const short = withoutNumber(labelKey(label));
      if (!other.has(short)) bare.set(short, row);
    }
  }
  return { rows, bare, other, columns, lines: table.rows, labelled };
});

/** A heading without the unit that some write behind it. */
export function headingKey(text: string): string {
  return labelKey(text).replace(/\([^()]*\)$/, '');
}

function withoutNumber(key: string): string {
  return key.replace(/^(\d+\.|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+(?=本年|上年|结转))/, '');
}

export function rowAt(text: string, labels: Labels): DataRow | undefined {
  const key = labelKey(text);
  if (key === '') return undefined;
  return labels.rows.get(key) ?? (labels.other.has(key) ? undefined : labels.bare.get(withoutNumber(key)));
}

export function isHeading(text: string, labels: Labels): boolean {
  return labels.other.has(labelKey(text)) || labels.columns.has(headingKey(text));
}

/** A label with numbers behind it in the same text: 规章000, or 规章 0 0 0. */
export function labelAndNumbers(
  text: string,
  labels: Labels,
): { row: DataRow; numbers: string[] } | undefined {
  const match = /^(.*?[^\d\s])\s*(\d[\d\s.,]*)$/.exec(ordinary(text).normalize('NFKC'));
  const row = match ? rowAt(match[1]!, labels) : undefined;
  return row ? { row, numbers: match![2]!.split(/\s+/) } : undefined;
}

/** The one row whose label a text resembles: most characters of either stand in the other, in order. */
export function similarRow(text: string, labels: Labels): DataRow | undefined {
  const key = withoutNumber(labelKey(text));
  if (key.length < 4) return undefined;
  const near = [...labels.bare].filter(([label]) => {
    if (label.includes(key)) return true;
    const common = commonLength(key, label);
    return common >= 4 && common / Math.max(key.length, label.length) >= 0.7;
  });
  const rows = [...new Set(near.map(([, row]) => row))];
  return rows.length === 1 ? rows[0] : undefined;
}

/** Whether a text is a label or a heading or several, or what a conversion left of one. */
export function isPrinted(text: string, labels: Labels): boolean {
  const key = labelKey(text);
  if (key === '' || rowAt(text, labels) || isHeading(text, labels) || labelAndNumbers(text, labels))
    return true;
  const printed = [...labels.other, ...labels.rows.keys(), ...labels.columns.keys()];
  const rest = printed.reduce((left, label) => left.replaceAll(label, ''), key);
  return (
    rest.length < key.length * 0.3 ||
    printed.some(
      (label) =>
        (key.length > 2 && label.includes(key)) ||
        commonLength(key, label) >= Math.max(key.length, Math.min(label.length, 12)) * 0.6,
    )
  );
}

/** Length of the longest common subsequence; labels are short. */
export function commonLength(a: string, b: string): number {
  if (a.length > 80) return 0;
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const char of a) {
    const next = [0];
    for (let i = 0; i < b.length; i++) {
      next.push(b[i] === char ? row[i]! + 1 : Math.max(row[i + 1]!, next[i]!));
    }
    row = next;
  }
  return row.at(-1)!;
}
