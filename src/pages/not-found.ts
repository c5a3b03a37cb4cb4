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
  // It stands for no page of its own, so it has no address to be cited by.
  const { canonical: _, ...frame } = makeChrome(site, {
    path,
    title: '没有这一页',
    description: '没有这一页',
  });
  yield {
    path,
    view: {
      chrome: frame,
      organs: site.organs.map(({ organ }) => ({ label: organ.fullName, href: organPath(organ.slug) })),
      years: site.years.map((year) => ({ label: `${year}年度`, href: yearPath(year) })),
      ...(baseUrl ? { base: new URL(baseUrl).pathname } : {}),
    },
  };
}

export default { name: 'not-found', unlisted: true, schema, build } satisfies PageKind<View>;
