import { z } from 'zod';
import { severityNames } from '../diagnostics/diagnostic.ts';
import { answered, noOutcomes, sumOutcomes } from '../diagnostics/result.ts';
import { allReports, type Site } from '../model/site.ts';
import { chrome, link, makeChrome, type PageKind, reportPath, rulePath } from './page.ts';
import { qualityYearPath } from './quality-year.ts';
import { chineseDate } from './sentence.ts';

const schema = z.strictObject({
  chrome,
  sentence: z.string(),
  rules: z.array(
    link.extend({
      title: z.string(),
      severity: z.string(),
      source: z.string(),
      counts: z.array(z.string()),
    }),
  ),
  years: z.array(link),
  waivers: z.array(link.extend({ rule: link, found: z.string(), text: z.string(), until: z.string() })),
});
type View = z.infer<typeof schema>;

export const qualityPath = 'quality/index.html';

function* build(site: Site): Iterable<{ path: string; view: View }> {
  const all = sumOutcomes(site.rules.values());
  const sentence = `${site.catalogue.length}条规则对${allReports(site).length}份报告核对了${answered(all)}次：成立${all.pass}，不成立（提示）${all.fail}，有说明${all.waived}，不能核对${all.unknown}，不适用${all.notApplicable}。`;
  yield {
    path: qualityPath,
    view: {
      chrome: makeChrome(site, { path: qualityPath, title: '数据质量', description: sentence }),
      sentence,
      rules: site.catalogue.map((rule) => {
        const count = site.rules.get(rule.id);
        const { pass, fail, waived, unknown, notApplicable } = count ?? noOutcomes;
        return {
          label: rule.id,
          href: `../${rulePath(rule.id)}`,
          title: rule.title,
          severity: severityNames[rule.severity],
          source: rule.source,
          counts: count ? [pass, fail, waived, unknown, notApplicable].map(String) : Array(5).fill('读取时'),
        };
      }),
      years: site.years.map((year) => ({ label: `${year}年度`, href: `../${qualityYearPath(year, 1)}` })),
      waivers: waivers(site),
    },
  };
}

function waivers(site: Site): View['waivers'] {
  return site.organs.flatMap(({ organ, reports }) =>
    reports.flatMap(({ report, waived }) =>
      waived.map(({ rule, waiver, diagnostic, text }) => ({
        label: `${organ.name}${report.year}年`,
        href: `../${reportPath(organ.slug, report.year)}`,
        rule: { label: rule.id, href: `../${rulePath(rule.id)}` },
        found: diagnostic.message,
        text,
        until: chineseDate(waiver.until),
      })),
    ),
  );
}

export default { name: 'quality', schema, build } satisfies PageKind<View>;
