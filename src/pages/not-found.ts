import { z } from 'zod';
import type { Site } from '../model/site.ts';
import { chrome, link, makeChrome, organPath, type PageKind, yearPath } from './page.ts';

const schema = z.strictObject({
  chrome,
  organs: z.array(link),
  years: z.array(link),
  /** Where its links begin on a server, which shows it at any depth: `/`, `/nianbao/` … Unknown without an address. */
  base: z.string().optional(),
});
type View = z.infer<typeof schema>;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  const path = '404.html';
  const { baseUrl } = site.config;
  yield {
    path,
    view: {
      chrome: {
        ...makeChrome(site, { path, title: '没有这一页', description: '没有这一页' }),
        canonical: undefined,
      },
      organs: site.organs.map(({ organ }) => ({ label: organ.fullName, href: organPath(organ.slug) })),
      years: site.years.map((year) => ({ label: `${year}年度`, href: yearPath(year) })),
      ...(baseUrl ? { base: new URL(baseUrl).pathname } : {}),
    },
  };
}

export default { name: 'not-found', unlisted: true, schema, build } satisfies PageKind<View>;
