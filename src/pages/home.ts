import { z } from 'zod';
import { reportsOf, type Site } from '../model/site.ts';
import { organGroups } from './organ-groups.ts';
import { chrome, link, makeChrome, type PageKind, reportPath, yearPath } from './page.ts';

const schema = z.strictObject({
  chrome,
  description: z.string().optional(),
  sentence: z.string(),
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
          : `已公布${withReports.length}个机关的${withReports.reduce((n, o) => n + o.reports.length, 0)}份报告，最新是${latest}年度，${reportsOf(site, latest).length}份。`,
      years: site.years.map((year) => ({
        label: `${year}年度`,
        href: yearPath(year),
        count: reportsOf(site, year).length,
      })),
      groups: groups(site),
    },
  };
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
