import { severities, severityNames } from '../../diagnostics/diagnostic.ts';
import { csvLine } from './csv.ts';
import type { DataTable, Field } from './data-table.ts';

const required = { required: true } as const;
const rule: Field = {
  name: 'rule',
  type: 'string',
  title: '规则',
  description: '规则的编号，永久不变',
  constraints: required,
};
const answer = (name: string, title: string, description: string): Field => ({
  name,
  type: 'integer',
  title,
  description,
  constraints: { required: true, minimum: 0 },
});

/** What each rule answered about each report; a rule that was not asked about a report has no row. */
export const checks: DataTable = {
  name: 'checks',
  title: '核对结果',
  description: '每份报告、每条问到它的规则一行：答了几次，各是什么。各机关之间的规则只记不成立的。',
  primaryKey: ['organ', 'year', 'rule'],
  foreignKeys: [
    { fields: ['organ', 'year'], resource: 'reports', references: ['organ', 'year'] },
    { fields: ['rule'], resource: 'rules', references: ['rule'] },
  ],
  fields: [
    { name: 'organ', type: 'string', title: '机关', description: '机关在本站的代号', constraints: required },
    { name: 'year', type: 'year', title: '年度', description: '报告的年度', constraints: required },
    rule,
    answer('holds', '成立', '成立的次数'),
    answer('fails', '不成立', '不成立而没有说明的次数，都只是提示'),
    answer('waived', '有说明', '不成立而有说明的次数'),
    answer('unknown', '不能核对', '有关的格没有数，不能核对的次数'),
    answer('not_applicable', '不适用', '不适用的次数'),
  ],
  count(site) {
    let lines = 0;
    for (const _ of answers(site)) lines++;
    return lines;
  },
  *lines(site) {
    for (const { slug, year, id, answered } of answers(site))
      yield csvLine([
        slug,
        year,
        id,
        answered.pass,
        answered.fail,
        answered.waived,
        answered.unknown,
        answered.notApplicable,
      ]);
  },
};

function* answers(site: Parameters<DataTable['count']>[0]) {
  for (const { organ, reports } of site.organs)
    for (const { report } of reports)
      for (const { id } of site.catalogue) {
        const answered = site.answers.about(report, id);
        if (answered) yield { slug: organ.slug, year: report.year, id, answered };
      }
}

export const rules: DataTable = {
  name: 'rules',
  title: '规则',
  description: '每条核对规则一行。',
  primaryKey: ['rule'],
  fields: [
    rule,
    { name: 'title', type: 'string', title: '名称', description: '简短的名称', constraints: required },
    {
      name: 'severity',
      type: 'string',
      title: '轻重',
      description: severities.map((severity) => `${severity} ${severityNames[severity]}`).join('，'),
      constraints: { required: true, enum: severities },
    },
    {
      name: 'source',
      type: 'string',
      title: '依据',
      description: '条例、通知或表格里的依据',
      constraints: required,
    },
    { name: 'asks', type: 'string', title: '要求', description: '规则要求什么', constraints: required },
  ],
  count: (site) => site.catalogue.length,
  *lines(site) {
    for (const { id, title, severity, source, asks } of site.catalogue)
      yield csvLine([id, title, severity, source, asks]);
  },
};
