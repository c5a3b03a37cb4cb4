import { escapeXml } from '../../diagnostics/xml.ts';
import type { Site } from '../../model/site.ts';
import { canonicalUrl, type FileKind, type Made, reportPath } from '../page.ts';

/** A sitemap may hold no more. */
const most = 50_000;

/** A sitemap needs full addresses, so without `baseUrl` there is only robots.txt. */
function* build(site: Site, { pages }: Made): ReturnType<FileKind['build']> {
  const { baseUrl } = site.config;
  const robots = ['User-agent: *', 'Allow: /'];
  if (baseUrl) {
    const urls = addresses(site, pages, baseUrl);
    const parts = Math.ceil(urls.length / most);
    if (parts <= 1) yield { path: 'sitemap.xml', text: xml('urlset', urls) };
    else {
      const names = Array.from({ length: parts }, (_, i) => `sitemap-${i + 1}.xml`);
      yield {
        path: 'sitemap.xml',
        text: xml(
          'sitemapindex',
          names.map((name) => `<sitemap><loc>${escapeXml(baseUrl + name)}</loc></sitemap>\n`),
        ),
      };
      for (const [i, path] of names.entries())
        yield { path, text: xml('urlset', urls.slice(i * most, (i + 1) * most)) };
    }
    robots.push(`Sitemap: ${baseUrl}sitemap.xml`);
  }
  yield { path: 'robots.txt', text: `${robots.join('\n')}\n` };
}

function addresses(site: Site, pages: readonly string[], baseUrl: string): string[] {
  const dates = new Map(
    site.organs.flatMap(({ organ, reports }) =>
      reports.map(({ report }) => [reportPath(organ.slug, report.year), report.published] as const),
    ),
  );
  return pages.map((path) => {
    const date = dates.get(path);
    const modified = date ? `<lastmod>${date}</lastmod>` : '';
    return `<url><loc>${escapeXml(canonicalUrl(baseUrl, path))}</loc>${modified}</url>\n`;
  });
}

function xml(root: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</${root}>\n`;
}

export default { name: 'sitemap', build } satisfies FileKind;
