import { z } from 'zod';
import type { SumResult } from '../check/sums.ts';
import type { Form, FormTable } from '../forms/compile.ts';
import type { CellValue } from '../forms/value.ts';
import { figure, keyFigures, type ReportEntry, type Site } from '../model/site.ts';
import type { Report } from '../reports/report.ts';
import { downloadFormats } from '../reports/site.ts';
import { chrome, link, makeChrome, organPath, type PageKind, reportPath, yearPath } from './page.ts';
import { amount, checkState, chineseDate, reportSentence, reportTitle } from './sentence.ts';

/** An official table with its numbers; the filter `officialTable` prints it. */
export interface TableView {
  form: Form;
  table: FormTable;
  values: readonly CellValue[];
  /** Mark of the footnote by address of a cell or table. */
  marks: ReadonlyMap<string, string>;
}
const tableView = z.custom<TableView>((value) => typeof value === 'object' && value !== null);

const note = z.strictObject({ id: z.string(), mark: z.string(), about: z.string(), text: z.string() });

const schema = z.strictObject({
  chrome,
  title: z.array(z.string()),
  facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  sentence: z.string(),
  state: z.strictObject({ kind: z.enum(['ok', 'unknown']), text: z.string() }),
  downloads: z.array(link),
  previous: link.optional(),
  next: link.optional(),
  contents: z.array(link),
  opening: z.string().optional(),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      heading: z.string(),
      text: z.string().optional(),
      table: tableView.optional(),
      notes: z.array(note),
    }),
  ),
  checks: z.strictObject({
    summary: z.string(),
    open: z.boolean(),
    relations: z.array(
      z.strictObject({
        name: z.string(),
        source: z.string(),
        items: z.array(
          z.strictObject({
            about: z.string(),
            href: z.string(),
            kind: z.enum(['pass', 'fail', 'unknown']),
            outcome: z.string(),
            equation: z.string(),
          }),
        ),
      }),
    ),
  }),
  history: z.strictObject({
    years: z.array(z.strictObject({ label: z.string(), href: z.string(), current: z.boolean() })),
    rows: z.array(z.strictObject({ label: z.string(), values: z.array(z.string()) })),
  }),
  terms: z.array(z.strictObject({ term: z.string(), meaning: z.string(), article: z.string().optional() })),
  address: z.string().optional(),
});
type View = z.infer<typeof schema>;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  for (const organ of site.organs) {
    for (const entry of organ.reports) {
      yield { path: reportPath(organ.organ.slug, entry.report.year), view: view(site, entry) };
    }
  }
}

function view(site: Site, entry: ReportEntry): View {
  const { report, organ } = entry;
  const { slug } = organ.organ;
  const title = reportTitle(entry);
  const head = makeChrome(site, {
    path: reportPath(slug, report.year),
    title: title.join(''),
    description: reportSentence(entry),
    above: [{ label: organ.organ.name, href: organPath(slug) }],
    example: organ.organ.example ?? false,
  });
  const sections = sectionViews(entry);
  const neighbour = (other: ReportEntry | undefined) =>
    other && { label: `${other.report.year}年`, href: `${other.report.year}.html` };
  const previous = neighbour(entry.previous);
  const next = neighbour(entry.next);
  return {
    chrome: head,
    title,
    facts: [
      ...(report.published ? [{ name: '公布日期', value: chineseDate(report.published) }] : []),
      { name: '统计期间', value: `${report.year}年1月1日至12月31日` },
      { name: '报告格式', value: `${report.form.id}年版（${report.form.notice.number}）` },
    ],
    sentence: reportSentence(entry),
    state: checkState(entry),
    downloads: [
      ...site.config.downloads.map((format) => ({
        label: `下载报告（${downloadFormats[format]}）`,
        href: `${report.year}.${format}`,
      })),
      { label: '下载数据（JSON）', href: `${report.year}.json` },
      { label: '下载表格（CSV）', href: `${report.year}.csv` },
    ],
    ...(previous ? { previous } : {}),
    ...(next ? { next } : {}),
    contents: [
      ...sections.map(({ id, heading }) => ({ label: heading, href: `#${id}` })),
      { label: '勾稽核对', href: '#checks' },
      { label: `${report.year}年各机关`, href: `${head.root}${yearPath(report.year)}` },
    ],
    ...(report.opening ? { opening: report.opening } : {}),
    sections,
    checks: checksView(entry),
    history: historyView(entry),
    terms: termViews(report.form),
    ...(head.canonical ? { address: head.canonical } : {}),
  };
}

function sectionViews({ report }: ReportEntry): View['sections'] {
  const { form } = report;
  const notes = notesInOrder(report);
  const marks = new Map(notes.map(([address], i) => [address, String(i + 1)]));
  return form.sections.map(({ key, heading, table }) => {
    const below = notes
      .filter(([address]) => address === key || address.startsWith(`${key}.`))
      .map(([address, text]) => {
        const mark = marks.get(address)!;
        return { id: `note-${mark}`, mark, about: form.cellAt.get(address)?.name ?? '本表', text };
      });
    const tableView: TableView | undefined = table && { form, table, values: report.values, marks };
    const text = report.sections.get(key);
    return {
      id: key,
      heading,
      notes: below,
      ...(tableView ? { table: tableView } : {}),
      ...(text === undefined ? {} : { text }),
    };
  });
}

/** As the reader meets their marks: the note to a table before those to its cells. */
export function notesInOrder({ form, notes }: Report): [address: string, text: string][] {
  const position = (address: string) =>
    form.cellAt.get(address)?.index ?? form.cells.findIndex(({ path }) => path[0] === address) - 0.5;
  return [...notes].sort(([a], [b]) => position(a) - position(b));
}

function checksView(entry: ReportEntry): View['checks'] {
  const { sums, report } = entry;
  const state = checkState(entry);
  const codes = [...new Set(sums.map((sum) => sum.equation.code))];
  return {
    summary: `${state.text}（共${sums.length}条）`,
    open: state.kind !== 'ok',
    relations: codes.map((code) => {
      const group = sums.filter((sum) => sum.equation.code === code);
      const { name, source } = group[0]!.equation;
      return { name, source, items: group.map((sum) => relationView(sum, report.form, report.values)) };
    }),
  };
}

/** `3402 + 91 = 3375 + 118`; addends that are 0 are left out where others are not. */
function relationView(sum: SumResult, form: Form, values: readonly CellValue[]) {
  const side = (cells: readonly number[]) => {
    const told = cells.map((index) => values[index]!).filter((value) => value !== 0);
    return told.length === 0 ? '0' : told.join(' + ');
  };
  const { equation, outcome } = sum;
  const missing = [...equation.left, ...equation.right].filter((i) => typeof values[i] !== 'number').length;
  return {
    about: equation.about,
    href: `#${form.cells[equation.at]!.address}`,
    kind: outcome,
    outcome: outcome === 'pass' ? '✓ 相符' : outcome === 'unknown' ? '？ 不能核对' : '✗ 不相符',
    equation:
      outcome === 'unknown'
        ? `有${missing}格不是数`
        : `${side(equation.left)} ${sum.left === sum.right ? '=' : '≠'} ${side(equation.right)}`,
  };
}

function historyView({ organ, report }: ReportEntry): View['history'] {
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

/** The words of the tables, explained once per row and column. */
function termViews(form: Form): View['terms'] {
  const terms = new Map<string, View['terms'][number]>();
  for (const { rowName, help, articles } of form.rows) {
    if (help !== '') {
      terms.set(rowName, {
        term: rowName,
        meaning: help,
        ...(articles.length > 0 ? { article: `条例${articles.join('、')}` } : {}),
      });
    }
  }
  return [...terms.values()];
}

export default { name: 'report', schema, build } satisfies PageKind<View>;
