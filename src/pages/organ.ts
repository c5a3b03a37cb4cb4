import { z } from 'zod';
import { figure, keyFigures, type OrganEntry, type Site } from '../model/site.ts';
import { levels } from '../reports/organ.ts';
import { chrome, link, makeChrome, organPath, type PageKind } from './page.ts';
import { amount, checkState, chineseDate, missingYears, reportSentence } from './sentence.ts';

const schema = z.strictObject({
  chrome,
  name: z.string(),
  facts: z.array(z.strictObject({ name: z.string(), value: z.string(), href: z.string().optional() })),
  sentence: z.string(),
  figures: z.array(z.strictObject({ label: z.string(), unit: z.string() })),
  rows: z.array(
    link.extend({ form: z.string(), values: z.array(z.string()), published: z.string(), state: z.string() }),
  ),
  missing: z.string().optional(),
});
type View = z.infer<typeof schema>;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  for (const entry of site.organs) {
    yield { path: organPath(entry.organ.slug), view: view(site, entry) };
  }
}

function view(site: Site, entry: OrganEntry): View {
  const { organ, reports, parent } = entry;
  const path = organPath(organ.slug);
  const latest = reports.at(-1);
  const sentence = latest ? reportSentence(latest) : '还没有公布报告。';
  const missing = missingYears(entry);
  return {
    chrome: makeChrome(site, {
      path,
      title: `${organ.fullName}历年政府信息公开工作年度报告`,
      description: sentence,
      example: organ.example ?? false,
    }),
    name: organ.fullName,
    facts: [
      { name: '层级', value: levels[organ.level] },
      ...(parent
        ? [{ name: '上级机关', value: parent.organ.fullName, href: `../${parent.organ.slug}/index.html` }]
        : []),
      ...(organ.aliases?.length ? [{ name: '又称', value: organ.aliases.join('、') }] : []),
      ...(organ.code ? [{ name: '区划代码', value: organ.code }] : []),
    ],
    sentence,
    figures: keyFigures.map(({ label, unit }) => ({ label, unit })),
    rows: [...reports].reverse().map((report) => ({
      label: `${report.report.year}年`,
      href: `${report.report.year}.html`,
      form: `${report.report.form.id}年版`,
      values: keyFigures.map(({ key }) => amount(figure(report.report, key), '')),
      published: report.report.published ? chineseDate(report.report.published) : '未注明',
      state: checkState(report).text,
    })),
    ...(missing.length > 0 ? { missing: `没有报告的年份：${missing.join('、')}。` } : {}),
  };
}

export default { name: 'organ', schema, build } satisfies PageKind<View>;
