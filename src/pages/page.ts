import { z } from 'zod';
import type { Site } from '../model/site.ts';
import { metaTags } from './meta.ts';

/** What one page says; `template` turns it into HTML and may use exactly the keys of `schema`. */
export interface PageKind<V = unknown> {
  /** Also the name of its template, `templates/pages/<name>.njk`. */
  name: string;
  schema: z.ZodType<V>;
  /** Not for search engines: pages that stand for none of their own. */
  unlisted?: true;
  /**
   * Every page of this kind, in a fixed order. `path` is relative to the site, with `/`; a single page may be
   * unlisted too, as one that is another's earlier state.
   */
  build(site: Site, made: Made): Iterable<{ path: string; view: V; unlisted?: true }>;
}

/** A text, or bytes, too long to be held as a whole; it can be gone through once. */
export interface Streamed {
  chunks: Iterable<string | Uint8Array>;
}

/** A file that is not a page: data, feeds. */
export interface FileKind {
  name: string;
  build(site: Site, made: Made): Iterable<{ path: string; text: string | Streamed }>;
}

/** What is known of the files made so far. */
export interface Made {
  /** The listed pages. */
  pages: string[];
  /** How large the files of the open data are. */
  bytes: Map<string, number>;
}

export const link = z.strictObject({ label: z.string(), href: z.string() });
export type Link = z.infer<typeof link>;

/** What every page carries around its content. */
export const chrome = z.strictObject({
  siteTitle: z.string(),
  publisher: z.string(),
  /** The way from this page to the site's first page: ``, `../` … */
  root: z.string(),
  title: z.string(),
  description: z.string(),
  canonical: z.string().optional(),
  /** Meta tags of government sites: SiteName, ColumnName, ArticleTitle … */
  meta: z.array(z.strictObject({ name: z.string(), content: z.string() })),
  siteIdCode: z.string().optional(),
  navigation: z.array(link.extend({ current: z.boolean() })),
  breadcrumbs: z.array(link),
  /** Shown on every page of a fictional organ. */
  example: z.boolean(),
});
export type Chrome = z.infer<typeof chrome>;

interface PageHead {
  path: string;
  title: string;
  description: string;
  /** The pages above this one, first the one below the home page, as paths from the site's first page. */
  above?: readonly Link[];
  example?: boolean;
  /** Who published the page's content, and when (YYYY-MM-DD), where it is an article of its own. */
  article?: { source: string; published?: string | undefined };
  /** The page that has taken this one's place, and is to be cited and found instead. */
  canonicalPath?: string;
}

export function makeChrome(site: Site, head: PageHead): Chrome {
  const { config } = site;
  const root = '../'.repeat(head.path.split('/').length - 1);
  const from = (label: string, path: string): Link => ({ label, href: root + path });
  const home = head.path === 'index.html';
  return {
    siteTitle: config.title,
    publisher: config.publisher,
    root,
    title: home ? config.title : `${head.title} - ${config.title}`,
    description: head.description,
    ...(config.baseUrl ? { canonical: canonicalUrl(config.baseUrl, head.canonicalPath ?? head.path) } : {}),
    meta: metaTags(config, { ...head, superseded: head.canonicalPath !== undefined }),
    ...(config.meta?.siteIdCode ? { siteIdCode: config.meta.siteIdCode } : {}),
    navigation: [
      from('首页', 'index.html'),
      ...(site.years[0] === undefined ? [] : [from(`${site.years[0]}年度`, yearPath(site.years[0]))]),
      from('搜索', 'search.html'),
      from('数据质量', 'quality/index.html'),
      from('开放数据', 'data/index.html'),
      from('关于', 'about.html'),
    ].map((entry) => ({ ...entry, current: entry.href === root + head.path })),
    breadcrumbs: home
      ? []
      : [from('首页', 'index.html'), ...(head.above ?? []).map((l) => from(l.label, l.href))],
    example: head.example ?? false,
  };
}

/** The full address of a page; `baseUrl` ends with `/`, and an `index.html` is left out. */
export function canonicalUrl(baseUrl: string, path: string): string {
  return baseUrl + path.replace(/(^|\/)index\.html$/, '$1');
}

export const organPath = (slug: string): string => `organs/${slug}/index.html`;
export const reportPath = (slug: string, year: number, ending = 'html'): string =>
  `organs/${slug}/${year}.${ending}`;
export const rulePath = (id: string): string => `rules/${id.toLowerCase()}.html`;
export const yearPath = (year: number): string => `years/${year}.html`;
