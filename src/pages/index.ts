import about from './about.ts';
import compare from './compare.ts';
import corrections from './corrections.ts';
import county from './county.ts';
import data from './data.ts';
import dictionary from './dictionary.ts';
import atom from './feeds/atom.ts';
import cells from './feeds/cells.ts';
import openData from './feeds/open-data.ts';
import reportData from './feeds/report-data.ts';
import searchIndex from './feeds/search-index.ts';
import sitemap from './feeds/sitemap.ts';
import texts from './feeds/texts.ts';
import home from './home.ts';
import notFound from './not-found.ts';
import organ from './organ.ts';
import type { FileKind, PageKind } from './page.ts';
import quality from './quality.ts';
import qualityYear from './quality-year.ts';
import report from './report.ts';
import reportCompare from './report-compare.ts';
import rule from './rule.ts';
import search from './search.ts';
import year from './year.ts';

/** Every page kind, in the order in which they are written. */
export const pageKinds: readonly PageKind[] = [
  home,
  report,
  reportCompare,
  organ,
  county,
  year,
  quality,
  qualityYear,
  rule,
  compare,
  corrections,
  search,
  data,
  dictionary,
  about,
  notFound,
];

/** Files that come before the pages, since a page says how large they are. */
export const firstFiles: readonly FileKind[] = [openData];

/** Files that come after the pages. */
export const fileKinds: readonly FileKind[] = [cells, texts, searchIndex, reportData, atom, sitemap];
