/** What of an Excel sheet the values do not tell: rows and columns that are hidden, cells that hold an error. */
export interface SheetFacts {
  /** Counted from 0. */
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  errors: readonly { row: number; column: number; text: string }[];
  /** A formula without its result would be read as a blank. */
  openFormula: boolean;
}

export function sheetFacts(xml: string): SheetFacts {
  const hiddenRows = new Set<number>();
  for (const [, tag] of xml.matchAll(/<row\b([^>]*)>/g)) {
    if (isHidden(tag!)) hiddenRows.add(Number(attribute(tag!, 'r')) - 1);
  }
  const hiddenColumns = new Set<number>();
  for (const [, tag] of xml.matchAll(/<col\b([^>]*)>/g)) {
    // Up to the last column, where the rest of the sheet is hidden.
    const end = Math.min(Number(attribute(tag!, 'max')), mostColumns);
    if (isHidden(tag!))
      for (let at = Number(attribute(tag!, 'min')); at <= end; at++) hiddenColumns.add(at - 1);
  }
  const errors = [...xml.matchAll(/<c\b([^>]*\bt="e"[^>]*)>(?:(?!<\/c>)[\s\S])*?<v>([^<]*)<\/v>/g)].map(
    ([, tag, text]) => ({ ...place(attribute(tag!, 'r')), text: text! }),
  );
  const openFormula = /<f[ />](?:(?!<v>[^<]|<v [^>]*[^/]>[^<]|<\/c>|<is>)[\s\S])*<\/c>/.test(xml);
  return { hiddenRows, hiddenColumns, errors, openFormula };
}

const mostColumns = 300;

/** The names of sheets that are hidden, and the files of all in order. */
export function sheetList(
  workbook: string,
  relations: string,
): { name: string; file: string; hidden: boolean }[] {
  const targets = new Map(
    [...relations.matchAll(/<Relationship\b([^>]*)>/g)].map(([, tag]) => [
      attribute(tag!, 'Id'),
      attribute(tag!, 'Target'),
    ]),
  );
  return [...workbook.matchAll(/<sheet\b([^>]*)>/g)].map(([, tag]) => ({
    name: attribute(tag!, 'name'),
    file: `xl/${(targets.get(attribute(tag!, 'r:id')) ?? '').replace(/^\/?xl\//, '')}`,
    hidden: /\bstate="(hidden|veryHidden)"/.test(tag!),
  }));
}

function isHidden(tag: string): boolean {
  return /\bhidden="(1|true)"/.test(tag);
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** B3 is row 2, column 1. */
function place(reference: string): { row: number; column: number } {
  const [, letters = '', digits = '0'] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
