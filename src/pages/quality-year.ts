import { z } from 'zod';
import { reportsOf, type Site } from '../model/site.ts';
import { mark, outcomeLegend } from './outcome.ts';
import { chrome, link, makeChrome, type PageKind, reportPath, rulePath } from './page.ts';

const schema = z.strictObject({
  chrome,
  heading: z.string(),
  sentence: z.string(),
  legend: z.array(z.strictObject({ sign: z.string(), word: z.string() })),
  reports: z.array(link),
  rules: z.array(
    link.extend({
      title: z.string(),
      cells: z.array(z.strictObject({ kind: z.string(), text: z.string() })),
    }),
  ),
  /** Further pages of the same year. */
  parts: z.array(link.extend({ current: z.boolean() })),
});
type View = z.infer<typeof schema>;

/** As many columns as can be looked over; a year with more reports has several pages. */
const columns = 24;

export const qualityYearPath = (year: number, part: number): string =>
  `quality/${year}${part === 1 ? '' : `-${part}`}.html`;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  for (const year of site.years) {
    const entries = reportsOf(site, year);
    const parts = Math.ceil(entries.length / columns);
    for (let part = 1; part <= parts; part++) {
      yield { path: qualityYearPath(year, part), view: view(site, year, entries, part, parts) };
    }
  }
}

function view(
  site: Site,
  year: number,
  all: ReturnType<typeof reportsOf>,
  part: number,
  parts: number,
): View {
  const path = qualityYearPath(year, part);
  const entries = all.slice((part - 1) * columns, part * columns);
  const heading = `${year}年度的核对结果${parts > 1 ? `（${part}/${parts}）` : ''}`;
  const sentence = `${year}年度的每份报告，每条规则的核对结果。数字是处数。`;
  return {
    chrome: makeChrome(site, {
      path,
      title: heading,
      description: sentence,
      above: [{ label: '数据质量', href: 'quality/index.html' }],
    }),
    heading,
    sentence,
    legend: outcomeLegend,
    reports: entries.map(({ organ: { organ } }) => ({
      label: organ.name,
      href: `../${reportPath(organ.slug, year)}`,
    })),
    rules: site.catalogue
      .filter(({ scope }) => scope !== 'reading')
      .map(({ id, title }) => ({
        label: id,
        href: `../${rulePath(id)}`,
        title,
        cells: entries.map(({ report }) => mark(site.answers.about(report, id))),
      })),
    parts: Array.from({ length: parts > 1 ? parts : 0 }, (_, i) => ({
      label: `第${i + 1}页`,
      href: qualityYearPath(year, i + 1).replace('quality/', ''),
      current: i + 1 === part,
    })),
  };
}

export default { name: 'quality-year', schema, build } satisfies PageKind<View>;
