import type { DataRow, Form } from './compile.ts';

/** A new report to fill in, as commented YAML; every number is 空 until it is written. */
export function scaffold(form: Form, options: { schema?: string } = {}): string {
  const lines = [
    ...(options.schema ? [`# yaml-language-server: $schema=${options.schema}`] : []),
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
  const lines: string[] = [];
  let open: readonly string[] = rows[0]!.path.slice(0, 1);
  let columns = '';
  for (const row of rows) {
    const parents = row.path.slice(0, -1);
    for (let depth = 1; depth < parents.length; depth++) {
      if (open.slice(0, depth + 1).join('.') === parents.slice(0, depth + 1).join('.')) continue;
      lines.push(
        `${'  '.repeat(depth)}${parents[depth]}: # ${form.groups.get(parents.slice(0, depth + 1).join('.'))}`,
      );
    }
    open = parents;
    const indent = '  '.repeat(parents.length);
    const heading = row.cells.map((cell) => cell.columnName).join(' ');
    if (heading !== columns) lines.push(`${indent}# ${heading}`);
    columns = heading;
    const blanks = row.cells.map(() => '空').join(', ');
    lines.push(`${indent}${row.path.at(-1)}: ${row.single ? blanks : `[${blanks}]`} # ${row.label}`);
  }
  return lines;
}
