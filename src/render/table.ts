import type { DataRow, Form, FormTable } from '../forms/compile.ts';
import { layout, type PrintedCell } from '../forms/layout.ts';
import { onceFor } from '../forms/once.ts';
import { type CellValue, isNumber } from '../forms/value.ts';
import type { TableView } from '../pages/report.ts';
import { absent } from '../pages/sentence.ts';
import { pickable, pickId } from './form-css.ts';
import { escapeHtml } from './html.ts';

/** A table's HTML with what differs between reports left out. */
interface Skeleton {
  /** Up to the words of the caption; from the second part on each follows the number of a cell: the totals of columns. */
  open: readonly Part[];
  /** Text, number of a cell … text. */
  rest: readonly (string | Gap)[];
}

/** Text, or the index of a cell. */
type Part = string | number;

/** Where the number of a cell stands; what does not depend on the number is ready. */
interface Gap {
  index: number;
  address: string;
  /** Around a sum, which is a link to itself. */
  before: string;
  after: string;
  /** Printed behind a number. */
  unit: string;
}

/** The official table: spans, order and wording of the form; each number's id is its address. */
export function renderTable(view: TableView): string {
  const { form, table, values, marks, corrected } = view;
  const { open, rest } = skeletonOf(table, form);
  let html = '';
  for (const part of open) html += typeof part === 'string' ? part : shown(values[part]!);
  html += `${escapeHtml(table.number)}　${escapeHtml(table.title)}${noteLink(marks.get(table.key))}`;
  const noted = marks.size > 0 || corrected.size > 0;
  for (const part of rest) {
    if (typeof part === 'string') html += part;
    else html += numberHtml(part, values[part.index]!, noted ? notesOf(view, part.address) : '');
  }
  return html;
}

function noteLink(mark: string | undefined): string {
  return mark === undefined ? '' : `<sup><a href="#note-${mark}">注${mark}</a></sup>`;
}

function correctionLink(id: string | undefined): string {
  return id === undefined ? '' : `<sup><a href="#${id}">更${id.replace(/\D+/, '')}</a></sup>`;
}

function shown(value: CellValue): string {
  return isNumber(value) ? String(value) : absent(value);
}

const skeletonOf = onceFor((table: FormTable, form: Form): Skeleton => {
  const parts: Part[] = [];
  const add = (part: Part) => {
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
    ...(columns.length > 0 ? openPick(form, table, columns) : ['<div class="form-box">\n']),
    `<div class="scroll" role="region" tabindex="0" aria-labelledby="${caption}">\n<table class="form form-${table.key}">\n<caption id="${caption}">`,
  ];
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
  return { open, rest: parts.map((part) => (typeof part === 'string' ? part : gapOf(form, part))) };
});

/** The chooser of a column, shown where there is no room for all of them. It works without a script, by CSS. */
function openPick(form: Form, table: FormTable, columns: readonly PrintedCell[]): Part[] {
  const total = totalRow(form, table);
  const label = (column: string, text: string, state: string) => {
    const id = pickId(table.key, column);
    return `<input type="radio" name="show-${table.key}" id="${id}"${state}><label for="${id}">${escapeHtml(text)}`;
  };
  const parts: Part[] = [
    `<div class="form-box">\n<fieldset class="pick"><legend>${escapeHtml(table.number)}：看哪一列${total ? `（数是${escapeHtml(total.label)}）` : ''}</legend>\n`,
  ];
  for (const [i, { column, text }] of columns.entries()) {
    parts.push(label(column!, text!, i === columns.length - 1 ? ' checked' : ''));
    const cell = total?.cells.find((cell) => cell.column === column);
    if (cell) parts.push(' <strong>', cell.index, '</strong>');
    parts.push('</label>\n');
  }
  parts.push(`${label('all', '全部各列', '')}</label>\n`);
  return parts;
}

/** The row in which the columns of a table are first added up. */
function totalRow(form: Form, table: FormTable): DataRow | undefined {
  const code = table.equations.find(({ each }) => each === 'column')?.code;
  const at = form.equations.find((equation) => equation.code === code)?.at;
  return table.rows.find(({ cells }) => cells.some(({ index }) => index === at));
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

function addCell(form: Form, cell: PrintedCell, add: (part: Part) => void): void {
  const colSpan = cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '';
  const rowSpan = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
  if (cell.kind === 'value') {
    add(`<td id="${escapeHtml(form.cells[cell.cell!]!.address)}"${colSpan}${rowSpan}`);
    add(cell.cell!);
    add('</td>');
  } else {
    const column = cell.column ? ` data-column="${escapeHtml(cell.column)}"` : '';
    const tall = cell.kind === 'rowGroup' && cell.rowSpan > 1;
    const text = escapeHtml(cell.text!);
    const attributes = `scope="${scopes[cell.kind]}" class="${cell.kind}"${column}${colSpan}${rowSpan}`;
    add(`<th ${attributes}>${tall ? `<span>${text}</span>` : text}</th>`);
  }
}

function gapOf(form: Form, index: number): Gap {
  const { address, printUnit, unit } = form.cells[index]!;
  const [before, after] = sumsOf(form).has(index) ? [`<a href="#${escapeHtml(address)}">`, '</a>'] : ['', ''];
  return { index, address, before, after, unit: printUnit ? escapeHtml(unit) : '' };
}

/** Closes the opening tag, since a zero and a missing number are set differently. */
function numberHtml({ before, after, unit }: Gap, value: CellValue, notes: string): string {
  if (!isNumber(value)) return ` class="absent">${before}${absent(value)}${after}${notes}`;
  return `${value === 0 ? ' class="zero">' : '>'}${before}${value}${unit}${after}${notes}`;
}

function notesOf({ marks, corrected }: TableView, address: string): string {
  return noteLink(marks.get(address)) + correctionLink(corrected.get(address));
}

/** The cells in which a sum relation ends. */
const sumsOf = onceFor((form: Form) => new Set(form.equations.map(({ at }) => at)));
