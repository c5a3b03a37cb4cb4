import type { SiteConfig } from '../reports/site.ts';

interface Article {
  superseded?: boolean;
  title: string;
  description: string;
  article?: { source: string; published?: string | undefined };
}

const column = '政府信息公开年报';

/**
 * The meta tags that government sites carry (国办发〔2017〕47号): of the site, of the column and, on pages that are an
 * article, of the article. All values of site and column come from `data/site.yaml`; what is not known is left out.
 */
export function metaTags(
  { title, baseUrl, meta = {} }: SiteConfig,
  { title: page, description, article, superseded }: Article,
): { name: string; content: string }[] {
  const tags: Record<string, string | undefined> = {
    SiteName: meta.siteName ?? title,
    SiteDomain: baseUrl && new URL(baseUrl).host,
    SiteIDCode: meta.siteIdCode,
    ColumnName: meta.columnName ?? column,
    ColumnDescription: meta.columnDescription ?? `${title}的${column}栏目`,
    ColumnKeywords: meta.columnKeywords ?? `政府信息公开,${column}`,
    ColumnType: meta.columnType ?? '信息公开',
    robots: superseded ? 'noindex' : undefined,
    ...(article
      ? {
          ArticleTitle: page,
          PubDate: article.published,
          ContentSource: article.source,
          Author: article.source,
          Keywords: `政府信息公开,${column},${article.source}`,
          Description: description,
        }
      : {}),
  };
  return Object.entries(tags).flatMap(([name, content]) => (content ? [{ name, content }] : []));
}
