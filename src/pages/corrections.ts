import { z } from 'zod';
import type { Site } from '../model/site.ts';
import { correctionsOf } from './corrections-list.ts';
import { hasFeeds } from './data.ts';
import { feedPaths } from './feeds/atom.ts';
import { chrome, link, makeChrome, type PageKind, reportPath } from './page.ts';
import { versionBefore } from './report/versions.ts';
import { chineseDate, printed } from './sentence.ts';

const schema = z.strictObject({
  chrome,
  sentence: z.string(),
  feed: z.string().optional(),
  corrections: z.array(
    z.strictObject({
      id: z.string(),
      date: z.string(),
      report: link,
      example: z.boolean(),
      cell: link,
      old: z.string(),
      now: z.string(),
      reason: z.string(),
      earlier: link,
    }),
  ),
});
type View = z.infer<typeof schema>;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  const path = 'corrections.html';
  const all = correctionsOf(site);
  const reports = new Set(all.map(({ entry }) => entry)).size;
  const sentence =
    all.length === 0 ? '公布以来还没有更正过。' : `${reports}份报告公布以后更正过，共${all.length}处。`;
  yield {
    path,
    view: {
      chrome: makeChrome(site, { path, title: '更正', description: sentence }),
      sentence,
      ...(hasFeeds(site) ? { feed: feedPaths.corrections } : {}),
      corrections: all.map(({ entry, correction, id, number }) => {
        const { organ } = entry.organ;
        const { year, form } = entry.report;
        const cell = form.cellAt.get(correction.cell)!;
        const version = versionBefore(entry, correction);
        return {
          id,
          date: chineseDate(correction.date),
          report: {
            label: `${organ.name}${year}年`,
            href: `${reportPath(organ.slug, year)}#correction-${number}`,
          },
          example: organ.example ?? false,
          cell: { label: cell.name, href: `${reportPath(organ.slug, year)}#${cell.address}` },
          old: printed(correction.old),
          now: printed(correction.new),
          reason: correction.reason,
          earlier: { label: '看更正前的报告', href: `organs/${organ.slug}/${version.file}` },
        };
      }),
    },
  };
}

export default { name: 'corrections', schema, build } satisfies PageKind<View>;
