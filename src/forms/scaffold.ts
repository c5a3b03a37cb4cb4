import type { DataRow, Form } from './compile.ts';
import { indent, nestedRows, schemaLine } from './yaml-lines.ts';

/** A new report to fill in, as commented YAML; every number is 空 until it is written. */
export function scaffold(form: Form): string {
  const lines = [
    schemaLine(form),
    `# ${form.title}（${form.notice.number}）`,
    '# 没有发生的写 0；不要留空。',
    `form: ${form.id}`,
    'published: # 公布日期，例如 2024-01-15',
    'opening: | # 第一部分之前的文字；没有就删去这一项',
    '  ',
  ];
  for (const { key, heading, help, table } of form.sections) {
    lines.push('', `# ${heading}`, `# ${help}`);
    if (table) lines.push(`${key}:`, ...tableLines(form, table.rows));
    else lines.push(`${key}: |`, '  ');
  }
  return `${lines.join('\n')}\n`;
}

function tableLines(form: Form, rows: readonly DataRow[]): string[] {
  return nestedRows(rows).flatMap(({ row, opens, heading }) => {
    const blanks = row.cells.map(() => '空').join(', ');
    const value = row.single ? blanks : `[${blanks}]`;
    return [
      ...opens.map((group) => `${indent(group)}${group.at(-1)}: # ${form.groups.get(group.join('.'))}`),
      ...(heading === undefined ? [] : [`${indent(row.path)}# ${heading}`]),
      `${indent(row.path)}${row.path.at(-1)}: ${value} # ${row.label}`,
    ];
  });
}
