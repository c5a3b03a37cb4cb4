import type { Form, FormTable } from '../forms/compile.ts';
import { layout, type PrintedCell } from '../forms/layout.ts';
import { type CellValue, isNumber } from '../forms/value.ts';
import type { TableView } from '../pages/report.ts';
import { absent } from '../pages/sentence.ts';
import { escapeHtml } from './html.ts';

/** A table's HTML from the end of the caption, with the numbers left out: text, cell index, text … text. */
type Skeleton = (string | number)[];

const skeletons = new WeakMap<Form, Map<string, Skeleton>>();

/** The official table: spans, order and wording of the form; each number's id is its address. */
export function renderTable({ form, table, values, marks }: TableView): string {
  const caption = `${escapeHtml(table.number)}　${escapeHtml(table.title)}${noteLink(marks.get(table.key))}`;
  const rest = skeletonOf(form, table).map((part) =>
    typeof part === 'string' ? part : renderValue(form, part, values[part]!, marks),
  );
  return `<table class="form form-${table.key}">\n<caption>${caption}${rest.join('')}`;
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
  const parts: Skeleton = [];
  const add = (part: string | number) => {
    const last = parts.length - 1;
    if (typeof part === 'string' && typeof parts[last] === 'string') parts[last] += part;
    else parts.push(part);
  };
  const rows = (cells: PrintedCell[][]) => {
    for (const row of cells) {
      add('<tr>');
      for (const cell of row) addCell(form, cell, add);
      add('</tr>\n');
    }
  };
  const oneUnit = table.rows.every(({ cells }) => cells.every(({ unit }) => unit === table.unit));
  add(`${oneUnit ? `<span class="unit">单位：${escapeHtml(table.unit)}</span>` : ''}</caption>\n`);
  const blocks = layout(form, table);
  const columns =
    '<col class="label">'.repeat(table.stubWidth) +
    '<col class="value">'.repeat(table.width - table.stubWidth);
  add(`<colgroup>${columns}</colgroup>\n`);
  for (const block of blocks) {
    const single = blocks.length === 1;
    add(single ? '<thead>\n' : '<tbody>\n');
    rows(block.head);
    if (single) add('</thead>\n<tbody>\n');
    rows(block.body);
    add('</tbody>\n');
  }
  add('</table>\n');
  return parts;
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
  const spans = `${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`;
  if (cell.kind === 'value') {
    const { address, column } = form.cells[cell.cell!]!;
    add(`<td id="${escapeHtml(address)}"${column ? ` data-column="${escapeHtml(column)}"` : ''}${spans}`);
    add(cell.cell!);
    add('</td>');
  } else {
    const tall = cell.kind === 'rowGroup' && cell.rowSpan > 1;
    const text = escapeHtml(cell.text!);
    add(
      `<th scope="${scopes[cell.kind]}" class="${cell.kind}"${spans}>${tall ? `<span>${text}</span>` : text}</th>`,
    );
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
