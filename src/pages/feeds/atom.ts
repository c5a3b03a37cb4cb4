import { compareText } from '../../diagnostics/diagnostic.ts';
import { escapeAttribute, escapeXml } from '../../diagnostics/xml.ts';
import { allReports, type ReportEntry, type Site } from '../../model/site.ts';
import { correctionsOf } from '../corrections-list.ts';
import { canonicalUrl, type FileKind, reportPath } from '../page.ts';
import { printed, reportSentence, reportTitle } from '../sentence.ts';

interface Entry {
  title: string;
  /** From the site's first page; also what tells entries apart. */
  path: string;
  /** YYYY-MM-DD. */
  date: string;
  summary: string;
}

interface Feed {
  path: string;
  title: string;
  entries: Entry[];
}

/** Readers ask again often, and want the news. */
const most = 100;

/** Atom feeds need full addresses and dates: without `baseUrl`, or a dated report, there are none. */
function* build(site: Site): ReturnType<FileKind['build']> {
  const { baseUrl } = site.config;
  const reports = allReports(site);
  const newest = reports.reduce(
    (date, { report }) => ((report.published ?? '') > date ? report.published! : date),
    '',
  );
  if (!baseUrl || newest === '') return;
  const feeds: Feed[] = [
    { path: feedPaths.reports, title: '新公布的报告', entries: reports.flatMap(reportEntry) },
    { path: feedPaths.corrections, title: '更正', entries: correctionEntries(site) },
  ];
  for (const feed of feeds) yield { path: feed.path, text: print(site, baseUrl, feed, newest) };
}

export const feedPaths = { reports: 'feeds/reports.xml', corrections: 'feeds/corrections.xml' } as const;

function reportEntry(entry: ReportEntry): Entry[] {
  const { published, year } = entry.report;
  if (published === undefined) return [];
  return [
    {
      title: reportTitle(entry).join(''),
      path: reportPath(entry.organ.organ.slug, year),
      date: published,
      summary: reportSentence(entry),
    },
  ];
}

function correctionEntries(site: Site): Entry[] {
  return correctionsOf(site).map(({ entry, correction, id }) => ({
    title: `${entry.organ.organ.name}${entry.report.year}年报告更正：${entry.report.form.cellAt.get(correction.cell)!.name}`,
    path: `corrections.html#${id}`,
    date: correction.date,
    summary: `原为${printed(correction.old)}，现为${printed(correction.new)}。${correction.reason}`,
  }));
}

function print(site: Site, baseUrl: string, { path, title, entries }: Feed, newest: string): string {
  const newestFirst = entries.toSorted((a, b) => compareText(b.date, a.date)).slice(0, most);
  const time = (date: string) => `${date}T00:00:00+08:00`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<title>${escapeXml(`${site.config.title}：${title}`)}</title>`,
    `<id>${escapeXml(baseUrl + path)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${escapeAttribute(baseUrl + path)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeAttribute(baseUrl)}"/>`,
    `<updated>${time(newestFirst[0]?.date ?? newest)}</updated>`,
    `<author><name>${escapeXml(site.config.publisher)}</name></author>`,
    ...newestFirst.map((entry) => {
      const address = canonicalUrl(baseUrl, entry.path);
      return `<entry><title>${escapeXml(entry.title)}</title><id>${escapeXml(address)}</id><link rel="alternate" type="text/html" href="${escapeAttribute(address)}"/><published>${time(entry.date)}</published><updated>${time(entry.date)}</updated><summary>${escapeXml(entry.summary)}</summary></entry>`;
    }),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

export default { name: 'atom', build } satisfies FileKind;
