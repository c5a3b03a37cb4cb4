import { z } from 'zod';
import { compareText } from '../diagnostics/diagnostic.ts';
import { isNumber } from '../forms/value.ts';
import { isSummary } from '../model/rollup.ts';
import { allReports, figure, reportsOf, type Site } from '../model/site.ts';
import { correctionsOf } from './corrections-list.ts';
import { organGroups } from './organ-groups.ts';
import { chrome, link, makeChrome, type PageKind, reportPath, yearPath } from './page.ts';
import { chineseDate, printed } from './sentence.ts';
import { makeCoverage } from './year-coverage.ts';

const schema = z.strictObject({
  chrome,
  description: z.string().optional(),
  sentence: z.string(),
  /** The latest year in one sentence, with what is to be seen first. */
  latest: link.extend({ text: z.string() }).optional(),
  recent: z.array(link.extend({ date: z.string() })),
  corrections: z.array(link.extend({ date: z.string(), text: z.string() })),
  years: z.array(link.extend({ count: z.int() })),
  groups: z.array(
    z.strictObject({
      heading: z.string(),
      organs: z.array(
        z.strictObject({ name: z.string(), href: z.string(), example: z.boolean(), years: z.array(link) }),
      ),
    }),
  ),
});
type View = z.infer<typeof schema>;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  const path = 'index.html';
  const { config } = site;
  const latest = site.years[0];
  const withReports = site.organs.filter(({ reports }) => reports.length > 0);
  yield {
    path,
    view: {
      chrome: makeChrome(site, {
        path,
        title: config.title,
        description: config.description ?? config.title,
      }),
      ...(config.description ? { description: config.description } : {}),
      sentence:
        latest === undefined
          ? '还没有公布报告。'
          : `已公布${withReports.length}个机关的${allReports(site).length}份报告，最新是${latest}年度，${reportsOf(site, latest).length}份。`,
      ...(latest === undefined ? {} : { latest: latestView(site, latest) }),
      recent: recent(site),
      corrections: correctionsOf(site)
        .slice(0, shown)
        .map(({ entry, correction, id }) => ({
          label: `${entry.organ.organ.name}${entry.report.year}年`,
          href: `corrections.html#${id}`,
          date: chineseDate(correction.date),
          text: `${entry.report.form.cellAt.get(correction.cell)!.name}，原为${printed(correction.old)}，现为${printed(correction.new)}`,
        })),
      years: site.years.map((year) => ({
        label: `${year}年度`,
        href: yearPath(year),
        count: reportsOf(site, year).length,
      })),
      groups: groups(site),
    },
  };
}

/** Of the newest reports and corrections. */
const shown = 5;

function latestView(site: Site, year: number): NonNullable<View['latest']> {
  const single = reportsOf(site, year).filter(({ organ }) => !isSummary(organ));
  const numbers = single.map(({ report }) => figure(report, 'newReceived')).filter(isNumber);
  const received = numbers.reduce((sum, value) => sum + value, 0);
  const without = single.length > numbers.length ? `（${single.length - numbers.length}个没有这个数）` : '';
  const { sentence } = makeCoverage(site, year);
  return {
    label: `${year}年度`,
    href: yearPath(year),
    text: `${sentence}${single.length}个机关合计新收申请${received}件${without}。`,
  };
}

/** The reports published last; of one day in the order of the site. */
function recent(site: Site): View['recent'] {
  return allReports(site)
    .filter(({ report }) => report.published !== undefined)
    .sort((a, b) => compareText(b.report.published!, a.report.published!))
    .slice(0, shown)
    .map(({ organ: { organ }, report }) => ({
      label: `${organ.name}${report.year}年`,
      href: reportPath(organ.slug, report.year),
      date: chineseDate(report.published!),
    }));
}

function groups(site: Site): View['groups'] {
  return organGroups(site).map(({ heading, organs }) => ({
    heading,
    organs: organs.map(({ entry: { organ, reports }, href }) => ({
      name: organ.fullName,
      href,
      example: organ.example ?? false,
      years: [...reports].reverse().map(({ report }) => ({
        label: String(report.year),
        href: reportPath(organ.slug, report.year),
      })),
    })),
  }));
}

export default { name: 'home', schema, build } satisfies PageKind<View>;
