import { z } from 'zod';
import type { Site } from '../model/site.ts';
import { chrome, link, makeChrome, organPath, type PageKind, yearPath } from './page.ts';

const schema = z.strictObject({ chrome, organs: z.array(link), years: z.array(link), search: z.string() });
type View = z.infer<typeof schema>;

/** Servers show it at any depth, so its links start at the site's address where that is known. */
function* build(site: Site): Iterable<{ path: string; view: View }> {
  const path = '404.html';
  const root = site.config.baseUrl ? new URL(site.config.baseUrl).pathname : '';
  yield {
    path,
    view: {
      chrome: makeChrome(site, { path, title: '没有这一页', description: '没有这一页', root }),
      organs: site.organs.map(({ organ }) => ({
        label: organ.fullName,
        href: root + organPath(organ.slug),
      })),
      years: site.years.map((year) => ({ label: `${year}年度`, href: root + yearPath(year) })),
      search: `${root}search.html`,
    },
  };
}

export default { name: 'not-found', unlisted: true, schema, build } satisfies PageKind<View>;
