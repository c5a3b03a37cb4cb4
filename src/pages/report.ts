import { z } from 'zod';
import type { Form, FormTable } from '../forms/compile.ts';
import type { CellValue } from '../forms/value.ts';
import type { ReportEntry, Site } from '../model/site.ts';
import { downloadFormats } from '../reports/site.ts';
import { flow, flowView } from './flow.ts';
import {
  type Chrome,
  chrome,
  link,
  makeChrome,
  organPath,
  type PageKind,
  reportPath,
  yearPath,
} from './page.ts';
import { citationText, historyView, indexView, termViews } from './report/about.ts';
import { checks, checksView } from './report/checks.ts';
import { note, notesOf } from './report/notes.ts';
import { type Remark, remark, remarkViews } from './report/remarks.ts';
import { type Version, versionsOf } from './report/versions.ts';
import { checkState, chineseDate, reportSentence, reportTitle } from './sentence.ts';

/** An official table with its numbers; the filter `officialTable` prints it. */
export interface TableView {
  form: Form;
  table: FormTable;
  values: readonly CellValue[];
  /** Mark of the footnote by address of a cell or table. */
  marks: ReadonlyMap<string, string>;
  /** Id of what is said of a correction, by address of the cell. */
  corrected: ReadonlyMap<string, string>;
}
export const tableView = z.custom<TableView>((value) => typeof value === 'object' && value !== null);

const named = z.strictObject({ name: z.string(), value: z.string() });
const term = z.strictObject({
  id: z.string(),
  term: z.string(),
  meaning: z.string(),
  article: z.string().optional(),
});

const schema = z.strictObject({
  chrome,
  title: z.array(z.string()),
  /** On the page of an earlier state: until when it stood, and what has taken its place. */
  superseded: z.strictObject({ until: z.string(), current: link }).optional(),
  facts: z.array(named),
  sentence: z.string(),
  states: z.array(z.strictObject({ kind: z.string(), sign: z.string(), text: z.string(), href: z.string() })),
  previous: link.optional(),
  next: link.optional(),
  downloads: z.array(link),
  flow: flow.optional(),
  index: z.array(named),
  contents: z.array(link),
  opening: z.string().optional(),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      heading: z.string(),
      text: z.string().optional(),
      table: tableView.optional(),
      notes: z.array(note),
      remarks: z.array(remark),
    }),
  ),
  checks,
  /** What concerns no table. */
  remarks: z.array(remark.pick({ id: true, kind: true, sign: true, label: true, text: true, rule: true })),
  history: z.strictObject({
    years: z.array(z.strictObject({ label: z.string(), href: z.string(), current: z.boolean() })),
    rows: z.array(z.strictObject({ label: z.string(), values: z.array(z.string()) })),
  }),
  terms: z.strictObject({ rows: z.array(term), columns: z.array(term.omit({ article: true })) }),
  citation: z.string(),
  address: z.string().optional(),
  versions: z.array(link),
  /** Where the script finds the figures of other years: only beside current figures. */
  cells: z.strictObject({ year: z.string(), previous: z.string(), href: z.string() }).optional(),
});
type View = z.infer<typeof schema>;

function* build(site: Site): Iterable<{ path: string; view: View; unlisted?: true }> {
  for (const organ of site.organs) {
    for (const entry of organ.reports) {
      const path = reportPath(organ.organ.slug, entry.report.year);
      const versions = versionsOf(entry);
      yield { path, view: currentView(site, entry, path, versions) };
      for (const version of versions) {
        yield {
          path: path.replace(/[^/]+$/, version.file),
          view: earlierView(site, version, path),
          unlisted: true,
        };
      }
    }
  }
}

function currentView(site: Site, entry: ReportEntry, path: string, versions: readonly Version[]): View {
  const { report } = entry;
  const { year } = report;
  const head = makeChrome(site, { ...headOf(entry), path });
  return {
    ...commonView(entry, head),
    downloads: [
      ...site.config.downloads.map((format) => ({
        label: `下载 ${downloadFormats[format]}`,
        href: `${year}.${format}`,
      })),
      { label: '下载 JSON', href: `${year}.json` },
      { label: '下载 CSV', href: `${year}.csv` },
    ],
    versions: versions.map(({ file, until }) => ({ label: `${chineseDate(until)}更正之前`, href: file })),
    cells: { year: String(year), previous: String(entry.previous?.report.year ?? ''), href: 'cells.js' },
  };
}

function earlierView(site: Site, { entry, file, until }: Version, path: string): View {
  const own = headOf(entry);
  const title = `${own.title}（${until}更正之前）`;
  const canonicalPath = path;
  const head = makeChrome(site, { ...own, title, path: path.replace(/[^/]+$/, file), canonicalPath });
  const current = { label: '看更正后的报告', href: `${entry.report.year}.html` };
  return { ...commonView(entry, head), superseded: { until: chineseDate(until), current } };
}

function headOf(entry: ReportEntry) {
  const { organ } = entry.organ;
  return {
    title: reportTitle(entry).join(''),
    description: reportSentence(entry),
    above: [{ label: organ.name, href: organPath(organ.slug) }],
    example: organ.example ?? false,
    article: { source: organ.fullName, published: entry.report.published },
  };
}

function commonView(entry: ReportEntry, head: Chrome): View {
  const { report, organ } = entry;
  const title = reportTitle(entry);
  const remarks = remarkViews(entry);
  const sections = sectionViews(entry, remarks);
  const neighbour = (other: ReportEntry | undefined) =>
    other && { label: `${other.report.year}年`, href: `${other.report.year}.html` };
  const previous = neighbour(entry.previous);
  const next = neighbour(entry.next);
  const flow = flowView(entry);
  return {
    chrome: head,
    title,
    facts: [
      { name: '发布机构', value: organ.organ.fullName },
      ...(report.published ? [{ name: '公布日期', value: chineseDate(report.published) }] : []),
      { name: '统计期间', value: `${report.year}年1月1日至12月31日` },
    ],
    sentence: reportSentence(entry),
    states: stateViews(entry, [...remarks.values()].flat()),
    downloads: [],
    ...(flow ? { flow } : {}),
    ...(previous ? { previous } : {}),
    ...(next ? { next } : {}),
    index: indexView(entry, title.join('')),
    contents: [
      ...sections.map(({ id, heading }) => ({ label: heading, href: `#${id}` })),
      { label: '核对结果', href: '#checks' },
      { label: '历年主要数字', href: '#history' },
      { label: '词语说明', href: '#terms' },
      { label: '引用和版本', href: '#citation' },
      ...(previous ? [{ label: `与${previous.label}比较`, href: `${report.year}-compare.html` }] : []),
      { label: `${report.year}年各机关`, href: `${head.root}${yearPath(report.year)}` },
    ],
    ...(report.opening ? { opening: report.opening } : {}),
    sections,
    checks: checksView(entry.report, head.root),
    remarks: remarks.get(undefined) ?? [],
    history: historyView(entry),
    terms: termViews(report.form),
    citation: citationText(entry, head.canonical),
    ...(head.canonical ? { address: head.canonical } : {}),
    versions: [],
  };
}

const signs = { ok: '✓', unknown: '？', fail: '✗' };

/** The result of the sums first, then what there is to tell, each leading to where it is told. */
function stateViews(entry: ReportEntry, remarks: readonly Remark[]): View['states'] {
  const { kind, text } = checkState(entry.report);
  const told = (['warned', 'waived', 'corrected'] as const).flatMap((kind) => {
    const own = remarks.filter((remark) => remark.kind === kind);
    const [first] = own;
    return first
      ? [{ kind, sign: first.sign, text: `${first.label}${own.length}处`, href: `#${first.id}` }]
      : [];
  });
  return [{ kind, sign: signs[kind], text, href: '#checks' }, ...told];
}

function sectionViews(
  { report }: ReportEntry,
  remarks: ReadonlyMap<string | undefined, Remark[]>,
): View['sections'] {
  const { form } = report;
  const notes = notesOf(report);
  const marks = new Map(notes.map(({ address, note }) => [address, note.mark]));
  return form.sections.map(({ key, heading, table }) => {
    const own = remarks.get(key) ?? [];
    const corrected = new Map(
      own.flatMap(({ kind, about, id }) =>
        kind === 'corrected' && about ? [[about.href.slice(1), id] as const] : [],
      ),
    );
    const text = report.sections.get(key);
    return {
      id: key,
      heading,
      notes: notes.filter(({ section }) => section === key).map(({ note }) => note),
      remarks: own,
      ...(table ? { table: { form, table, values: report.values, marks, corrected } } : {}),
      ...(text === undefined ? {} : { text }),
    };
  });
}

export default { name: 'report', schema, build } satisfies PageKind<View>;
