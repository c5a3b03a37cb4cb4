import { z } from 'zod';
import type { Site } from '../model/site.ts';
import { chrome, link, makeChrome, type PageKind, reportPath } from './page.ts';
import { comparePath } from './report-compare.ts';

const schema = z.strictObject({
  chrome,
  /** Every report; the script makes the choice of them, and without it each has a link to its comparison. */
  organs: z.array(
    z.strictObject({
      name: z.string(),
      slug: z.string(),
      years: z.array(link.extend({ year: z.int(), report: z.string() })),
    }),
  ),
});
type View = z.infer<typeof schema>;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  const path = 'compare.html';
  yield {
    path,
    view: {
      chrome: makeChrome(site, {
        path,
        title: '比较两份报告',
        description: '任选两份报告，比较表中的数和文字。',
      }),
      organs: site.organs
        .filter(({ reports }) => reports.length > 0)
        .map(({ organ, reports }) => ({
          name: organ.name,
          slug: organ.slug,
          years: [...reports].reverse().map(({ report: { year }, previous }) => ({
            label: previous ? `${year}年与${previous.report.year}年` : `${year}年`,
            href: previous ? comparePath(organ.slug, year) : reportPath(organ.slug, year),
            year,
            report: reportPath(organ.slug, year),
          })),
        })),
    },
  };
}

export default { name: 'compare', schema, build } satisfies PageKind<View>;
