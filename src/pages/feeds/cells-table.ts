import { forms } from '../../forms/index.ts';
import { absences } from '../../forms/value.ts';
import { allReports, type ReportEntry, type Site } from '../../model/site.ts';
import { numberFields, wordingOf } from './cell-wording.ts';
import { csvField } from './csv.ts';
import type { DataTable } from './data-table.ts';
import { cell, code, edition, organ, text, year } from './fields.ts';

/** What stands in a column, of all editions: 件、项、万元. */
function listed(key: 'table' | 'unit'): string {
  return [...new Set(forms.flatMap(({ cells }) => cells.map((cell) => cell[key])))].join('、');
}

/** One row for each number of each report. */
export const cells: DataTable = {
  name: 'cells',
  title: '全部报告的全部数字',
  description: '每份报告的每一格一行。没有数的格 value 为空，state 写明原因；空白从不当作 0。',
  primaryKey: ['organ', 'year', 'cell'],
  foreignKeys: [
    { fields: ['organ'], resource: 'organs', references: ['organ'] },
    { fields: ['organ', 'year'], resource: 'reports', references: ['organ', 'year'] },
  ],
  fields: [
    organ,
    text('name', '机关名称', '机关全称'),
    code,
    year,
    edition,
    cell,
    text('table', '表', listed('table')),
    text('row', '行', '表中印的行名，连同所属的组'),
    text('column', '列', '表中印的列名'),
    { name: 'value', type: 'number', title: '数值', description: '没有数的格空着' },
    {
      name: 'state',
      type: 'string',
      title: '状态',
      description: '没有数的原因；有数的空着',
      constraints: { enum: absences },
    },
    text('unit', '单位', listed('unit')),
    text('note', '脚注', '报告里对这一格的脚注', 'optional'),
  ],
  count: (site) => allReports(site).reduce((sum, { report }) => sum + report.form.cells.length, 0),
  *lines(site) {
    for (const entry of allReports(site)) yield linesOf(entry);
  },
};

/** The same rows by column, in the order of the fields: a value for each row, or one for all rows of the report. */
export function* cellColumns(site: Site): Iterable<{ rows: number; columns: readonly CellColumn[] }> {
  for (const { organ, report } of allReports(site)) {
    const { form, year, values, notes } = report;
    const { slug, fullName, code } = organ.organ;
    const [cell, table, row, column, unit] = wordingOf(form).columns;
    const numbers = values.map((value) => (typeof value === 'number' ? value : undefined));
    const states = values.map((value) => (typeof value === 'number' ? undefined : value));
    const noted = notes.size > 0 ? form.cells.map(({ address }) => notes.get(address)) : undefined;
    yield {
      rows: form.cells.length,
      columns: [slug, fullName, code, year, form.id, cell, table, row, column, numbers, states, unit, noted],
    };
  }
}

type Value = string | number | undefined;
export type CellColumn = Value | readonly Value[];

function linesOf({ organ: { organ }, report: { form, year, values, notes } }: ReportEntry): string {
  const about = [organ.slug, organ.fullName, organ.code, year, form.id].map(csvField).join(',');
  let text = '';
  wordingOf(form).lines.forEach(([before, after], i) => {
    const note = notes.size > 0 ? csvField(notes.get(form.cells[i]!.address)) : '';
    text += `${about},${before},${numberFields(values[i]!)},${after},${note}\r\n`;
  });
  return text;
}
