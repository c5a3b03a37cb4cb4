import { severities, severityNames } from '../../diagnostics/diagnostic.ts';
import { csvLine } from './csv.ts';
import type { DataTable } from './data-table.ts';
import { choice, count, organ, rule, text, year } from './fields.ts';

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
    organ,
    year,
    rule,
    count('holds', '成立', '成立的次数'),
    count('fails', '不成立', '不成立而没有说明的次数，都只是提示'),
    count('waived', '有说明', '不成立而有说明的次数'),
    count('unknown', '不能核对', '有关的格没有数，不能核对的次数'),
    count('not_applicable', '不适用', '不适用的次数'),
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
    text('title', '名称', '简短的名称'),
    choice(
      'severity',
      '轻重',
      severities.map((severity) => `${severity} ${severityNames[severity]}`).join('，'),
      severities,
    ),
    text('source', '依据', '条例、通知或表格里的依据'),
    text('asks', '要求', '规则要求什么'),
  ],
  count: (site) => site.catalogue.length,
  *lines(site) {
    for (const { id, title, severity, source, asks } of site.catalogue)
      yield csvLine([id, title, severity, source, asks]);
  },
};
