import type { Site } from '../../model/site.ts';
import { canonicalUrl, type FileKind, organPath, reportPath, yearPath } from '../page.ts';

/** A sitemap needs full addresses, so without `baseUrl` there is only robots.txt. */
function* build(site: Site): Iterable<{ path: string; text: string }> {
  const { baseUrl } = site.config;
  const robots = ['User-agent: *', 'Allow: /'];
  if (baseUrl) {
    yield { path: 'sitemap.xml', text: sitemap(site, baseUrl) };
    robots.push(`Sitemap: ${baseUrl}sitemap.xml`);
  }
  yield { path: 'robots.txt', text: `${robots.join('\n')}\n` };
}

function sitemap(site: Site, baseUrl: string): string {
  const pages: { path: string; date?: string }[] = [
    { path: 'index.html' },
    ...site.years.map((year) => ({ path: yearPath(year) })),
    ...site.organs.flatMap(({ organ, reports }) => [
      { path: organPath(organ.slug) },
      ...reports.map(({ report }) => ({
        path: reportPath(organ.slug, report.year),
        ...(report.published ? { date: report.published } : {}),
      })),
    ]),
    { path: 'about.html' },
  ];
  const urls = pages.map(({ path, date }) => {
    const modified = date ? `<lastmod>${date}</lastmod>` : '';
    return `<url><loc>${escapeXml(canonicalUrl(baseUrl, path))}</loc>${modified}</url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export default { name: 'sitemap', build } satisfies FileKind;
