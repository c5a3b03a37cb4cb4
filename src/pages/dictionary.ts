import { z } from 'zod';
import type { DataRow, Form, FormTable } from '../forms/compile.ts';
import { forms } from '../forms/index.ts';
import type { Site } from '../model/site.ts';
import { chrome, makeChrome, type PageKind } from './page.ts';

const schema = z.strictObject({
  chrome,
  heading: z.string(),
  sentence: z.string(),
  tables: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      columns: z.array(
        z.strictObject({ key: z.string(), label: z.string(), unit: z.string(), meaning: z.string() }),
      ),
      rows: z.array(
        z.strictObject({
          address: z.string(),
          label: z.string(),
          columns: z.string(),
          meaning: z.string(),
          article: z.string(),
        }),
      ),
    }),
  ),
});
type View = z.infer<typeof schema>;

export const dictionaryPath = (form: Form): string => `data/dictionary-${form.id}.html`;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  for (const form of forms) {
    const path = dictionaryPath(form);
    const heading = `数据字典：${form.id}年版格式`;
    const sentence = `${form.title}（${form.notice.number}），共${form.cells.length}格。地址由行和列的代号连成，例如 ${form.cells[0]!.address}。`;
    yield {
      path,
      view: {
        chrome: makeChrome(site, {
          path,
          title: heading,
          description: sentence,
          above: [{ label: '开放数据', href: 'data/index.html' }],
        }),
        heading,
        sentence,
        tables: form.sections.flatMap(({ table }) => (table ? [tableView(table)] : [])),
      },
    };
  }
}

function tableView(table: FormTable): View['tables'][number] {
  const columns = new Map<string, View['tables'][number]['columns'][number]>();
  for (const row of table.rows) {
    for (const cell of row.cells) {
      const key = cell.column ?? '';
      const meaning = cell.help.slice(row.help.length);
      columns.set(`${key} ${cell.columnName}`, { key, label: cell.columnName, unit: cell.unit, meaning });
    }
  }
  return {
    id: table.key,
    name: `${table.number}　${table.title}`,
    columns: [...columns.values()],
    rows: table.rows.map(rowView),
  };
}

function rowView({
  address,
  rowName,
  cells,
  help,
  articles,
}: DataRow): View['tables'][number]['rows'][number] {
  return {
    address,
    label: rowName,
    columns: cells
      .map(({ column }) => column ?? '')
      .filter(Boolean)
      .join(' '),
    meaning: help,
    article: articles.join('、'),
  };
}

export default { name: 'dictionary', schema, build } satisfies PageKind<View>;
