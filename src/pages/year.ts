import { z } from 'zod';
import { existed, figure, keyFigures, reportsOf, type Site } from '../model/site.ts';
import { chrome, link, makeChrome, organPath, type PageKind, reportPath, yearPath } from './page.ts';
import { amount, checkState, chineseDate } from './sentence.ts';

const schema = z.strictObject({
  chrome,
  year: z.int(),
  sentence: z.string(),
  figures: z.array(z.strictObject({ label: z.string(), unit: z.string() })),
  rows: z.array(
    link.extend({
      example: z.boolean(),
      published: z.string(),
      values: z.array(z.string()),
      state: z.string(),
    }),
  ),
  missing: z.array(link),
  years: z.array(link.extend({ current: z.boolean() })),
});
type View = z.infer<typeof schema>;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  for (const year of site.years) yield { path: yearPath(year), view: view(site, year) };
}

function view(site: Site, year: number): View {
  const path = yearPath(year);
  const entries = reportsOf(site, year);
  const without = site.organs.filter(
    (organ) => existed(organ.organ, year) && !entries.some((entry) => entry.organ === organ),
  );
  const zero = entries.filter(({ report }) => figure(report, 'newReceived') === 0).length;
  const among = zero > 0 ? `，其中${zero}个没有收到新的申请` : '';
  const sentence = `${year}年度有${entries.length}个机关公布了报告${among}。`;
  return {
    chrome: makeChrome(site, {
      path,
      title: `${year}年度政府信息公开工作年度报告`,
      description: sentence,
    }),
    year,
    sentence,
    figures: keyFigures.map(({ label, unit }) => ({ label, unit })),
    rows: entries.map((entry) => ({
      label: entry.organ.organ.fullName,
      href: `../${reportPath(entry.organ.organ.slug, year)}`,
      example: entry.organ.organ.example ?? false,
      published: entry.report.published ? chineseDate(entry.report.published) : '未注明',
      values: keyFigures.map(({ key }) => amount(figure(entry.report, key), '')),
      state: checkState(entry).text,
    })),
    missing: without.map(({ organ }) => ({ label: organ.fullName, href: `../${organPath(organ.slug)}` })),
    years: site.years.map((other) => ({
      label: `${other}年度`,
      href: `${other}.html`,
      current: other === year,
    })),
  };
}

export default { name: 'year', schema, build } satisfies PageKind<View>;
