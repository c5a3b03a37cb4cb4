import { width } from '../diagnostics/width.ts';
import type { DataRow, Form } from './compile.ts';
import type { CellValue } from './value.ts';
import { indent, nestedRows, schemaLine } from './yaml-lines.ts';

/** What a report file says, in the words of the data format. */
export interface ReportContent {
  published?: string;
  opening?: string;
  /** Markdown by section key. */
  sections: ReadonlyMap<string, string>;
  /** By cell index. */
  values: readonly CellValue[];
  notes?: ReadonlyMap<string, string>;
  source?: Readonly<Record<string, string>>;
}

/** A report as YAML that looks like the form: a row of numbers is a line, columns of a table are aligned. */
export function reportYaml(form: Form, content: ReportContent): string {
  const lines = [schemaLine(form), `form: ${form.id}`];
  if (content.published) lines.push(`published: ${content.published}`);
  if (content.opening) lines.push('opening: |', ...block(content.opening));
  for (const { key, table } of form.sections) {
    if (table) lines.push(`${key}:`, ...tableLines(table.rows, content.values));
    else lines.push(`${key}: |`, ...block(content.sections.get(key) ?? ''));
  }
  if (content.notes && content.notes.size > 0) {
    lines.push(
      'notes:',
      ...[...content.notes].map(([address, text]) => `  ${address}: ${JSON.stringify(text)}`),
    );
  }
  if (content.source) {
    lines.push(
      'source:',
      ...Object.entries(content.source).map(([key, text]) => `  ${key}: ${JSON.stringify(text)}`),
    );
  }
  return `${lines.join('\n')}\n`;
}

function block(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `  ${line.trimEnd()}`));
}

function tableLines(rows: readonly DataRow[], values: readonly CellValue[]): string[] {
  const written = rows.map((row) => row.cells.map((cell) => String(values[cell.index])));
  const widest = Math.max(
    ...written
      .filter((_, i) => !rows[i]!.single)
      .flat()
      .map(width),
  );
  const keyWidth = Math.max(...rows.map((row) => indent(row.path).length + row.path.at(-1)!.length)) + 2;
  return nestedRows(rows).flatMap(({ row, opens, heading }, i) => {
    const padded = written[i]!.map((text) => ' '.repeat(row.single ? 0 : widest - width(text)) + text);
    const value = row.single ? padded[0]! : `[${padded.join(', ')}]`;
    return [
      ...opens.map((group) => `${indent(group)}${group.at(-1)}:`),
      ...(heading === undefined ? [] : [`  # ${heading}`]),
      `${indent(row.path)}${`${row.path.at(-1)}:`.padEnd(keyWidth - indent(row.path).length)}${value}`,
    ];
  });
}
