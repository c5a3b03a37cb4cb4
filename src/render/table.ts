import type { Form, FormTable } from '../forms/compile.ts';
import { layout, type PrintedCell } from '../forms/layout.ts';
import { type CellValue, isNumber } from '../forms/value.ts';
import type { TableView } from '../pages/report.ts';
import { absent } from '../pages/sentence.ts';
import { pickable, pickId } from './form-css.ts';
import { escapeHtml } from './html.ts';

/** A table's HTML up to its caption's words, and from there on with the numbers left out: text, cell index … text. */
interface Skeleton {
  open: string;
  rest: (string | number)[];
}

const skeletons = new WeakMap<Form, Map<string, Skeleton>>();

/** The official table: spans, order and wording of the form; each number's id is its address. */
export function renderTable({ form, table, values, marks }: TableView): string {
  const { open, rest } = skeletonOf(form, table);
  const numbers = rest.map((part) =>
    typeof part === 'string' ? part : renderValue(form, part, values[part]!, marks),
  );
  const caption = `${escapeHtml(table.number)}　${escapeHtml(table.title)}${noteLink(marks.get(table.key))}`;
  return `${open}${caption}${numbers.join('')}`;
}

function noteLink(mark: string | undefined): string {
  return mark === undefined ? '' : `<sup><a href="#note-${mark}">注${mark}</a></sup>`;
}

function skeletonOf(form: Form, table: FormTable): Skeleton {
  let tables = skeletons.get(form);
  if (!tables) {
    tables = new Map();
    skeletons.set(form, tables);
  }
  let skeleton = tables.get(table.key);
  if (!skeleton) {
    skeleton = build(form, table);
    tables.set(table.key, skeleton);
  }
  return skeleton;
}

function build(form: Form, table: FormTable): Skeleton {
  const parts: Skeleton['rest'] = [];
  const add = (part: string | number) => {
    const last = parts.length - 1;
    if (typeof part === 'string' && typeof parts[last] === 'string') parts[last] += part;
    else parts.push(part);
  };
  const rows = (cells: PrintedCell[][]) => {
    for (const row of cells) {
      const key = row.at(-1)?.row;
      add(key ? `<tr data-row="${escapeHtml(key)}">` : '<tr>');
      for (const cell of row) addCell(form, cell, add);
      add('</tr>\n');
    }
  };
  const blocks = layout(form, table);
  const caption = `caption-${table.key}`;
  const columns = pickable(form, table);
  const oneUnit = table.rows.every(({ cells }) => cells.every(({ unit }) => unit === table.unit));
  const open = [
    columns.length > 0 ? openPick(table, columns) : '<div class="form-box">\n',
    `<div class="scroll" role="region" tabindex="0" aria-labelledby="${caption}">\n`,
    `<table class="form form-${table.key}">\n<caption id="${caption}">`,
  ].join('');
  add(`${oneUnit ? `<span class="unit">单位：${escapeHtml(table.unit)}</span>` : ''}</caption>\n`);
  add(
    `<colgroup>${'<col class="label">'.repeat(table.stubWidth)}${valueColumns(table, columns)}</colgroup>\n`,
  );
  for (const block of blocks) {
    const single = blocks.length === 1;
    add(single ? '<thead>\n' : '<tbody>\n');
    rows(block.head);
    if (single) add('</thead>\n<tbody>\n');
    rows(block.body);
    add('</tbody>\n');
  }
  add(`</table>\n</div>\n${columns.length > 0 ? '</fieldset>\n' : ''}</div>\n`);
  return { open, rest: parts };
}

/** The chooser of a column, shown where there is no room for all of them. It works without a script, by CSS. */
function openPick(table: FormTable, columns: readonly PrintedCell[]): string {
  const choice = (column: string, label: string, checked: boolean) => {
    const id = pickId(table.key, column);
    const state = checked ? ' checked' : '';
    return `<input type="radio" name="show-${table.key}" id="${id}"${state}><label for="${id}">${escapeHtml(label)}</label>\n`;
  };
  const last = columns.length - 1;
  const choices = columns.map(({ column, text }, i) => choice(column!, text!, i === last));
  const legend = `<legend>${escapeHtml(table.number)}：看哪一列</legend>`;
  return `<div class="form-box">\n<fieldset class="pick">${legend}\n${choices.join('')}${choice('all', '全部', false)}`;
}

function valueColumns(table: FormTable, columns: readonly PrintedCell[]): string {
  if (columns.length === 0) return '<col class="value">'.repeat(table.width - table.stubWidth);
  return columns.map(({ column }) => `<col class="value" data-column="${escapeHtml(column!)}">`).join('');
}

const scopes = {
  caption: 'colgroup',
  stub: 'col',
  column: 'col',
  columnGroup: 'colgroup',
  row: 'row',
  rowGroup: 'rowgroup',
};

function addCell(form: Form, cell: PrintedCell, add: (part: string | number) => void): void {
  const column = cell.column ? ` data-column="${escapeHtml(cell.column)}"` : '';
  const colSpan = cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '';
  const rowSpan = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
  if (cell.kind === 'value') {
    add(`<td id="${escapeHtml(form.cells[cell.cell!]!.address)}"${column}${colSpan}${rowSpan}`);
    add(cell.cell!);
    add('</td>');
  } else {
    const tall = cell.kind === 'rowGroup' && cell.rowSpan > 1;
    const text = escapeHtml(cell.text!);
    const attributes = `scope="${scopes[cell.kind]}" class="${cell.kind}"${column}${colSpan}${rowSpan}`;
    add(`<th ${attributes}>${tall ? `<span>${text}</span>` : text}</th>`);
  }
}

/** Closes the opening tag, since a zero and a missing number are set differently. */
function renderValue(form: Form, index: number, value: CellValue, marks: TableView['marks']): string {
  const cell = form.cells[index]!;
  const note = noteLink(marks.get(cell.address));
  if (!isNumber(value)) return ` class="absent">${absent(value)}${note}`;
  const unit = cell.printUnit ? escapeHtml(cell.unit) : '';
  return `${value === 0 ? ' class="zero"' : ''}>${value}${unit}${note}`;
}
