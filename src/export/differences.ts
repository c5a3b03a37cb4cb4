import type { Imported } from '../import/read.ts';
import { narrativeBlocks } from '../render/narrative.ts';
import type { Report } from '../reports/report.ts';
import { textOf } from './document.ts';

/** A place where a document says something else than the data. */
export interface Difference {
  /** Official name of the cell, or the heading of the section. */
  where: string;
  data: string;
  document: string;
}

/** What of a report a format carries. */
export interface Carried {
  text: boolean;
  notes: boolean;
}

/**
 * A document read back against the data: every cell, the edition and year, and as far as the format carries them the
 * text, letter by letter, and the notes. Emphasis and blanks are no letters.
 */
export function differences(report: Report, read: Imported, carried: Carried): Difference[] {
  const found: Difference[] = [];
  const compare = (
    where: string,
    data: string | number | undefined,
    document: string | number | undefined,
  ) => {
    if (data !== document) found.push({ where, data: told(data), document: told(document) });
  };
  compare('报告格式', report.form.id, read.form.id);
  compare('年度', report.year, read.year);
  if (report.form !== read.form) return found;
  for (const { index, name } of report.form.cells) compare(name, report.values[index], read.values[index]);
  if (carried.notes) {
    for (const address of new Set([...report.notes.keys(), ...read.notes.keys()])) {
      const about = report.form.cellAt.get(address)?.name ?? report.form.groups.get(address) ?? address;
      compare(`${about}（注）`, letters(report.notes.get(address)), letters(read.notes.get(address)));
    }
  }
  if (carried.text) {
    const texts = report.form.sections.filter(({ table }) => !table);
    const pairs: [string, string | undefined, string | undefined][] = [
      ['开头', report.opening, read.opening],
      ...texts.map(({ key, heading }): [string, string | undefined, string | undefined] => [
        heading,
        report.sections.get(key),
        read.sections.get(key),
      ]),
    ];
    for (const [where, data, document] of pairs) compareText(where, letters(data), letters(document), found);
  }
  return found;
}

function told(value: string | number | undefined): string {
  return value === undefined || value === '' ? '没有' : String(value);
}

/** The words of a text without what only sets them. */
function letters(text: string | undefined): string {
  return narrativeBlocks(text ?? '')
    .map(({ runs, mark }) => `${mark === '-' ? '' : (mark ?? '')}${textOf(runs).replace(/^•/, '')}`)
    .join('')
    .replace(/[\s\u3000]/g, '');
}

const context = 12;

function compareText(where: string, data: string, document: string, found: Difference[]): void {
  if (data === document) return;
  let at = 0;
  while (at < data.length && data[at] === document[at]) at++;
  const part = (text: string) => {
    const shown = text.slice(Math.max(0, at - context), at + context);
    return shown === '' ? '没有文字' : `“…${shown}…”`;
  };
  found.push({ where, data: part(data), document: part(document) });
}
