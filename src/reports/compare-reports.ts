import type { CellChange, FieldChange, LoneCell, ReportChange, TextChange } from '../diagnostics/changes.ts';
import type { Cell } from '../forms/compile.ts';
import { readCell } from '../forms/value.ts';
import { isMapping, nodeAt, toValue } from '../source/node.ts';
import { type CellTexts, cellTexts } from './cell-texts.ts';
import { compareFields } from './compare-fields.ts';
import { schemaOf } from './load-report.ts';
import type { Report } from './report.ts';
import { compareSentences } from './sentences.ts';

export type Differences = Pick<ReportChange, 'cells' | 'onlyBefore' | 'onlyAfter' | 'texts' | 'fields'>;

/**
 * How one report differs from another, cell by cell by address. The two may be of different editions: a cell
 * that only one of them has is named with its value, and nothing is calculated from it.
 */
export function compareReports(before: Report, after: Report): Differences {
  const same =
    before.form === after.form && (before.written ?? before.text) === (after.written ?? after.text);
  if (same) return { cells: [], onlyBefore: [], onlyAfter: [], texts: [], fields: [] };
  const [from, to] = [openReport(before), openReport(after)];
  return { ...cellChanges(from, to), texts: textChanges(before, after), fields: fieldChanges(from, to) };
}

export function areNone(differences: Differences): boolean {
  return Object.values(differences).every((list) => list.length === 0);
}

/** A report with its file taken apart once more: for cells that could not be read, and for other keys. */
interface Opened extends CellTexts {
  report: Report;
  text: string;
}

function openReport(report: Report): Opened {
  const text = report.written ?? report.text;
  return { report, text, ...cellTexts(report.file, text, report.form) };
}

function cellChanges(from: Opened, to: Opened): Pick<Differences, 'cells' | 'onlyBefore' | 'onlyAfter'> {
  const cells: CellChange[] = [];
  const onlyAfter: LoneCell[] = [];
  for (const cell of to.report.form.cells) {
    const value = written(to, cell);
    const counterpart = from.report.form.cellAt.get(cell.address);
    if (!counterpart) {
      onlyAfter.push({ cell: cell.address, cellName: cell.name, value });
      continue;
    }
    const old = written(from, counterpart);
    if (old !== value) cells.push({ cell: cell.address, cellName: cell.name, from: old, to: value });
  }
  const onlyBefore = from.report.form.cells
    .filter((cell) => !to.report.form.cellAt.has(cell.address))
    .map((cell) => ({ cell: cell.address, cellName: cell.name, value: written(from, cell) }));
  return { cells, onlyBefore, onlyAfter };
}

/** The value of a cell; what is no value stands as it was written. */
function written({ text, cells, document }: Opened, cell: Cell): string {
  const at = cells[cell.index];
  if (!at) {
    const row = cell.path.filter((step) => typeof step === 'string');
    return document.root && nodeAt(document.root, row) ? '（读不出）' : '（没有写）';
  }
  const reading = readCell(cell.kind, at.raw);
  if ('value' in reading) return String(reading.value);
  return reading.fault === 'blank' ? '（空着）' : `“${text.slice(at.span.start, at.span.end)}”`;
}

function textChanges(before: Report, after: Report): TextChange[] {
  const headings = new Map(
    [before, after].flatMap(({ form }) => form.sections.map(({ key, heading }) => [key, heading] as const)),
  );
  const keys = new Set([...before.sections.keys(), ...after.sections.keys()]);
  const notes = new Set([...before.notes.keys(), ...after.notes.keys()]);
  const part = (name: string, from: string | undefined, to: string | undefined): TextChange[] =>
    compareSentences(from ?? '', to ?? '').map((change) => ({ part: name, ...change }));
  return [
    ...part('开头', before.opening, after.opening),
    ...[...keys].flatMap((key) =>
      part(headings.get(key) ?? key, before.sections.get(key), after.sections.get(key)),
    ),
    ...[...notes].flatMap((key) =>
      part(
        `注释 ${noteName(after, key) ?? noteName(before, key) ?? key}`,
        before.notes.get(key),
        after.notes.get(key),
      ),
    ),
  ];
}

function noteName({ form }: Report, address: string): string | undefined {
  return form.cellAt.get(address)?.name ?? form.groups.get(address);
}

/** Keys that hold neither a table nor text. */
function fieldChanges(from: Opened, to: Opened): FieldChange[] {
  const [a, b] = [mapping(from), mapping(to)];
  const told = [from, to].flatMap(({ report }) => report.form.sections.map(({ key }) => key));
  return [
    ...compareFields(schemaOf(to.report.form), a, b, ['opening', 'notes', ...Object.keys(lists), ...told]),
    ...listChanges(from, to),
  ];
}

type Item = Readonly<Record<string, unknown>>;
type Name = (address: unknown) => string;

/** What is written as a list beside the tables: what it is called, and what one item of it says. */
const lists: Readonly<Record<string, { name: string; told(item: Item, name: Name): string }>> = {
  waivers: {
    name: '说明',
    told: ({ rule, cells, until }, name) =>
      `${rule} ${Array.isArray(cells) ? cells.map(name).join('、') : ''}，有效期至 ${until}`,
  },
  corrections: {
    name: '更正',
    told: ({ cell, old, new: now, date }, name) => `${name(cell)} ${old} → ${now}（${date}）`,
  },
};

/** Items that only one side has; one that was changed is gone and new. */
function listChanges(from: Opened, to: Opened): FieldChange[] {
  const { cellAt, sections } = to.report.form;
  const name: Name = (address) =>
    cellAt.get(String(address))?.name ??
    sections.find(({ key }) => key === address)?.heading ??
    String(address);
  return Object.entries(lists).flatMap(([field, list]) => {
    const [before, after] = [from, to].map((opened) => itemsOf(opened, field));
    const lone = (items: readonly Item[], others: readonly Item[]) => {
      const known = new Set(others.map((item) => JSON.stringify(item)));
      return items.filter((item) => !known.has(JSON.stringify(item))).map((item) => list.told(item, name));
    };
    return [
      ...lone(before!, after!).map(
        (text): FieldChange => ({ kind: 'removed', field, name: list.name, from: text }),
      ),
      ...lone(after!, before!).map(
        (text): FieldChange => ({ kind: 'added', field, name: list.name, to: text }),
      ),
    ];
  });
}

function itemsOf(opened: Opened, field: string): Item[] {
  const list = (mapping(opened) as Item)[field];
  return Array.isArray(list) ? list.filter(isMapping) : [];
}

function mapping({ document }: Opened): object {
  const value = document.root && toValue(document.root);
  return isMapping(value) ? value : {};
}
