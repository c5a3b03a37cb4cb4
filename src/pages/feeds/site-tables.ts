import type { CoverageState } from '../../check/coverage.ts';
import { evaluate } from '../../check/sums.ts';
import { isNumber } from '../../forms/value.ts';
import { allReports } from '../../model/site.ts';
import { levels } from '../../reports/organ.ts';
import { organPath, reportPath } from '../page.ts';
import { csvLine } from './csv.ts';
import type { DataTable } from './data-table.ts';
import { cell, choice, code, count, edition, organ, text, year } from './fields.ts';

export const organs: DataTable = {
  name: 'organs',
  title: '机关',
  description: '每个机关一行。',
  primaryKey: ['organ'],
  fields: [
    organ,
    text('name', '简称', '机关简称'),
    text('full_name', '全称', '印在报告标题里的名称'),
    choice(
      'level',
      '层级',
      Object.entries(levels)
        .map(([key, name]) => `${key} ${name}`)
        .join('，'),
      Object.keys(levels),
    ),
    text('parent', '上级机关', '上级机关的代号', 'optional'),
    code,
    choice('fictional', '虚构', '1 是为演示虚构的机关，0 不是', ['0', '1']),
    text('page', '网页', '从本站首页算起的地址'),
  ],
  count: (site) => site.organs.length,
  *lines(site) {
    for (const { organ: o } of site.organs)
      yield csvLine([
        o.slug,
        o.name,
        o.fullName,
        o.level,
        o.parent,
        o.code,
        o.example ? 1 : 0,
        organPath(o.slug),
      ]);
  },
};

export const reports: DataTable = {
  name: 'reports',
  title: '报告',
  description: '每份报告一行：格式、公布日期、核对结果、网页和数据文件。',
  primaryKey: ['organ', 'year'],
  foreignKeys: [{ fields: ['organ'], resource: 'organs', references: ['organ'] }],
  fields: [
    organ,
    year,
    edition,
    { name: 'published', type: 'date', title: '公布日期', description: '没有注明的空着' },
    count('sums_hold', '相符', '相符的勾稽关系条数'),
    count('sums_unknown', '不能核对', '有空格、不能核对的勾稽关系条数'),
    count('warnings', '提示', '提示的处数'),
    count('waivers', '说明', '有说明的处数'),
    count('corrections', '更正', '更正的处数'),
    text('page', '网页', '从本站首页算起的地址'),
  ],
  count: (site) => allReports(site).length,
  *lines(site) {
    for (const { organ: o, report, warned, waived } of allReports(site)) {
      const sums = evaluate(report.form, report.values);
      const outcome = (kind: string) => sums.filter((sum) => sum.outcome === kind).length;
      yield csvLine([
        o.organ.slug,
        report.year,
        report.form.id,
        report.published,
        outcome('pass'),
        outcome('unknown'),
        warned.length,
        waived.length,
        report.corrections?.length ?? 0,
        reportPath(o.organ.slug, report.year),
      ]);
    }
  },
};

const states: Record<CoverageState, string> = {
  onTime: 'on_time',
  late: 'late',
  undated: 'undated',
  missing: 'missing',
  merged: 'merged',
  notDue: 'not_due',
};

export const coverage: DataTable = {
  name: 'coverage',
  title: '按时、逾期和没有公布的',
  description: '每个机关应当有报告的每一年一行，没有公布的也在内。',
  primaryKey: ['organ', 'year'],
  foreignKeys: [{ fields: ['organ'], resource: 'organs', references: ['organ'] }],
  fields: [
    organ,
    year,
    choice(
      'state',
      '情况',
      'on_time 按时，late 逾期，undated 未注明公布日期，missing 没有公布，merged 已撤并，not_due 未到期限',
      Object.values(states),
    ),
  ],
  count: (site) => site.organs.reduce((sum, entry) => sum + entry.coverage.size, 0),
  *lines(site) {
    for (const { organ: o, coverage: years } of site.organs)
      for (const [of, state] of years) yield csvLine([o.slug, of, states[state]]);
  },
};

export const corrections: DataTable = {
  name: 'corrections',
  title: '更正',
  description: '公布以后的每一处更正一行。原来没有数或改成没有数的，数空着。',
  foreignKeys: [{ fields: ['organ', 'year'], resource: 'reports', references: ['organ', 'year'] }],
  fields: [
    organ,
    year,
    cell,
    { name: 'old', type: 'number', title: '原为', description: '更正前的数' },
    { name: 'new', type: 'number', title: '现为', description: '更正后的数' },
    { name: 'date', type: 'date', title: '日期', description: '更正的日期', constraints: { required: true } },
    text('reason', '原因', '更正的原因'),
  ],
  count: (site) => allReports(site).reduce((sum, { report }) => sum + (report.corrections?.length ?? 0), 0),
  *lines(site) {
    for (const { organ: o, report } of allReports(site)) {
      for (const { cell: at, old, new: now, date, reason } of report.corrections ?? []) {
        const number = (value: typeof old) => (isNumber(value) ? value : undefined);
        yield csvLine([o.organ.slug, report.year, at, number(old), number(now), date, reason]);
      }
    }
  },
};
