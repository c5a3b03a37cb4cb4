import type { Form } from '../../forms/compile.ts';
import { onceFor } from '../../forms/once.ts';
import { figure, keyFigures, type ReportEntry } from '../../model/site.ts';
import { amount, chineseDate, reportTitle } from '../sentence.ts';

interface Named {
  name: string;
  value: string;
}

/** The 索引号 block of the disclosure catalogue; what is not known is left out, as it should be. */
export function indexView({ organ, report }: ReportEntry, title: string): Named[] {
  const rows: [string, string | undefined][] = [
    ['索引号', report.indexNumber],
    ['信息名称', title],
    ['发布机构', organ.organ.fullName],
    ['公布日期', report.published && chineseDate(report.published)],
    ['信息类别', '政府信息公开年报'],
    ['公开方式', '主动公开'],
    ['统计期间', `${report.year}年1月1日至12月31日`],
    ['报告格式', `${report.form.id}年版（${report.form.notice.number}）`],
  ];
  return rows.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** A reference as GB/T 7714—2015 writes it; without its own address where the site has none. */
export function citationText(entry: ReportEntry, address: string | undefined): string {
  const { organ, report } = entry;
  const medium = address ? 'R/OL' : 'R';
  const date = report.published ? `(${report.published})` : `(${report.year}年度)`;
  const parts = [organ.organ.fullName, `${reportTitle(entry).join('')}[${medium}]`, date, address];
  return `${parts.filter(Boolean).join('. ')}.`;
}

/** The figures a report is known by, of all years of its organ. */
export function historyView({ organ, report }: ReportEntry) {
  const years = organ.reports;
  return {
    years: years.map(({ report: { year } }) => ({
      label: `${year}年`,
      href: `${year}.html`,
      current: year === report.year,
    })),
    rows: keyFigures.map(({ key, label, unit }) => ({
      label: `${label}（${unit}）`,
      values: years.map((entry) => amount(figure(entry.report, key), '')),
    })),
  };
}

export interface Term {
  id: string;
  term: string;
  meaning: string;
  article?: string;
}

/** The words of the tables, explained once for each row and column. */
export const termViews = onceFor((form: Form) => ({ rows: rowTerms(form), columns: columnTerms(form) }));

function rowTerms(form: Form): Term[] {
  const rows = new Map<string, Term>();
  for (const { address, rowName, help, articles } of form.rows) {
    if (help === '' || rows.has(rowName)) continue;
    const article = articles.length > 0 ? { article: `条例${articles.join('、')}` } : {};
    rows.set(rowName, { id: `term-${address}`, term: rowName, meaning: help, ...article });
  }
  return [...rows.values()];
}

/** What a column adds to the meaning of its rows; one of the same key and wording is told once. */
function columnTerms(form: Form): Term[] {
  const columns = new Map<string, Term>();
  for (const row of form.rows) {
    for (const cell of row.cells) {
      const meaning = cell.help.slice(row.help.length);
      const table = cell.path[0] as string;
      const id = `term-${table}-${cell.column}`;
      if (cell.column === undefined || meaning === '' || columns.has(id)) continue;
      columns.set(id, { id, term: `${cell.table} · ${cell.columnName}`, meaning });
    }
  }
  return [...columns.values()];
}
