import type { Form } from '../../forms/compile.ts';
import { absences } from '../../forms/value.ts';
import type { ReportEntry, Site } from '../../model/site.ts';
import { csvField } from './csv.ts';
import type { DataTable } from './data-table.ts';

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
    {
      name: 'organ',
      type: 'string',
      title: '机关',
      description: '机关在本站的代号',
      constraints: { required: true },
    },
    {
      name: 'name',
      type: 'string',
      title: '机关名称',
      description: '机关全称',
      constraints: { required: true },
    },
    { name: 'code', type: 'string', title: '区划代码', description: '六位、九位或十二位；没有的空着' },
    {
      name: 'year',
      type: 'year',
      title: '年度',
      description: '报告的年度，不是公布的年份',
      constraints: { required: true },
    },
    {
      name: 'edition',
      type: 'integer',
      title: '格式',
      description: '2019 或 2021 年版的国家统一格式',
      constraints: { required: true },
    },
    {
      name: 'cell',
      type: 'string',
      title: '地址',
      description: '格在本站数据里的地址，各年不变；网页上的锚点也是它',
      constraints: { required: true },
    },
    {
      name: 'table',
      type: 'string',
      title: '表',
      description: '表二、表三、表四',
      constraints: { required: true },
    },
    {
      name: 'row',
      type: 'string',
      title: '行',
      description: '表中印的行名，连同所属的组',
      constraints: { required: true },
    },
    {
      name: 'column',
      type: 'string',
      title: '列',
      description: '表中印的列名',
      constraints: { required: true },
    },
    { name: 'value', type: 'number', title: '数值', description: '没有数的格空着' },
    {
      name: 'state',
      type: 'string',
      title: '状态',
      description: '没有数的原因；有数的空着',
      constraints: { enum: absences },
    },
    {
      name: 'unit',
      type: 'string',
      title: '单位',
      description: '件、项或万元',
      constraints: { required: true },
    },
    { name: 'note', type: 'string', title: '脚注', description: '报告里对这一格的脚注' },
  ],
  count: (site) => reportsIn(site).reduce((sum, { report }) => sum + report.form.cells.length, 0),
  *lines(site) {
    for (const entry of reportsIn(site)) yield linesOf(entry);
  },
};

function reportsIn(site: Site): readonly ReportEntry[] {
  return site.organs.flatMap(({ reports }) => reports);
}

const wordings = new WeakMap<Form, readonly (readonly [before: string, after: string])[]>();

/** What stands before and after the numbers, worked out once for each edition. */
function wordingOf(form: Form) {
  let wording = wordings.get(form);
  if (!wording) {
    wording = form.cells.map((cell) => [
      [cell.address, cell.table, cell.rowName, cell.columnName].map(csvField).join(','),
      csvField(cell.unit),
    ]);
    wordings.set(form, wording);
  }
  return wording;
}

function linesOf({ organ: { organ }, report: { form, year, values, notes } }: ReportEntry): string {
  const about = [organ.slug, organ.fullName, organ.code, year, form.id].map(csvField).join(',');
  let text = '';
  wordingOf(form).forEach(([before, after], i) => {
    const value = values[i]!;
    const number = typeof value === 'number' ? `${value},` : `,${value}`;
    const note = notes.size > 0 ? csvField(notes.get(form.cells[i]!.address)) : '';
    text += `${about},${before},${number},${after},${note}\r\n`;
  });
  return text;
}
