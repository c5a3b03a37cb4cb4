import { z } from 'zod';
import { isSummary, rollUp } from '../model/rollup.ts';
import { figure, type ReportEntry, reportsOf, type Site } from '../model/site.ts';
import { existed, levels } from '../reports/organ.ts';
import { figureColumns, keyColumns, keyValues } from './key-figures.ts';
import { chrome, link, makeChrome, organPath, type PageKind, reportPath, yearPath } from './page.ts';
import { makeRollUp, rollUpView } from './rollup-view.ts';
import { checkState, chineseDate } from './sentence.ts';
import { coverageView, coverageWords, makeCoverage } from './year-coverage.ts';
import { distributionView, makeDistribution, makeRankings, rankingView } from './year-ranking.ts';

const schema = z.strictObject({
  chrome,
  year: z.int(),
  sentence: z.string(),
  coverage: coverageView,
  figures: figureColumns,
  rows: z.array(
    link.extend({
      example: z.boolean(),
      level: z.string(),
      published: z.string(),
      /** In time, late … */
      coverage: z.string(),
      values: z.array(z.string()),
      state: z.string(),
    }),
  ),
  missing: z.array(link),
  distribution: distributionView.optional(),
  rankings: z.array(rankingView),
  rollUp: rollUpView.optional(),
  years: z.array(link.extend({ current: z.boolean() })),
});
type View = z.infer<typeof schema>;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  for (const year of site.years) yield { path: yearPath(year), view: view(site, year) };
}

function view(site: Site, year: number): View {
  const path = yearPath(year);
  const entries = reportsOf(site, year);
  const reporting = new Set(entries.map(({ organ }) => organ));
  const without = site.organs.filter(
    (entry) => existed(entry.organ, year) && !reporting.has(entry) && entry.coverage.get(year) !== 'merged',
  );
  const zero = entries.filter(({ report }) => figure(report, 'newReceived') === 0).length;
  const among = zero > 0 ? `，其中${zero}个没有收到新的申请` : '';
  const sentence = `${year}年度有${entries.length}个机关公布了报告${among}。`;
  const single = entries.filter(({ organ }) => !isSummary(organ));
  const distribution = makeDistribution(single);
  const total = rollUpOf(entries, single);
  return {
    chrome: makeChrome(site, {
      path,
      title: `${year}年度政府信息公开工作年度报告`,
      description: sentence,
    }),
    year,
    sentence,
    coverage: makeCoverage(site, year),
    figures: keyColumns,
    rows: entries.map((entry) => rowView(entry)),
    missing: without.map(({ organ }) => ({ label: organ.fullName, href: `../${organPath(organ.slug)}` })),
    ...(distribution ? { distribution } : {}),
    rankings: makeRankings(single),
    ...(total ? { rollUp: total } : {}),
    years: site.years.map((other) => ({
      label: `${other}年度`,
      href: `${other}.html`,
      current: other === year,
    })),
  };
}

function rowView(entry: ReportEntry): View['rows'][number] {
  const { organ, coverage } = entry.organ;
  const { published, year } = entry.report;
  return {
    label: organ.fullName,
    href: `../${reportPath(organ.slug, year)}`,
    example: organ.example ?? false,
    level: levels[organ.level],
    published: published ? chineseDate(published) : '未注明',
    coverage: coverageWords[coverage.get(year)!],
    values: keyValues(entry),
    state: checkState(entry.report).text,
  };
}

/** The sum over the organs that report for themselves, on the edition most of them use; undefined below two. */
function rollUpOf(entries: readonly ReportEntry[], single: readonly ReportEntry[]): View['rollUp'] {
  const forms = [...new Set(single.map(({ report }) => report.form))];
  const count = (form: (typeof forms)[number]) => single.filter(({ report }) => report.form === form).length;
  const [form] = forms.sort((a, b) => count(b) - count(a) || b.id - a.id);
  if (!form || count(form) < 2) return undefined;
  const sum = rollUp(form, single);
  const names = (left: readonly ReportEntry[]) => left.map(({ organ }) => organ.organ.name).join('、');
  const summaries = entries.filter((entry) => !single.includes(entry));
  const others = single.filter(({ report }) => report.form !== form);
  return makeRollUp(
    sum,
    [
      `由${sum.parts.length}份报告逐格相加（${form.id}年版格式）。`,
      summaries.length > 0 ? `${names(summaries)}的报告已经包括下级，或者没有写明范围，不再相加。` : '',
      others.length > 0 ? `${names(others)}用了另一版格式，没有加在内。` : '',
    ].join(''),
  );
}

export default { name: 'year', schema, build } satisfies PageKind<View>;
