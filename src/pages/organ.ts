import { z } from 'zod';
import { countyYears } from '../model/county.ts';
import type { OrganEntry, Site } from '../model/site.ts';
import { levels } from '../reports/organ.ts';
import { flow, flowView } from './flow.ts';
import { figureColumns, keyColumns, keyValues } from './key-figures.ts';
import { ledgerView, makeLedger } from './organ-ledger.ts';
import { seriesGroup, seriesGroups } from './organ-series.ts';
import { chrome, link, makeChrome, organPath, type PageKind } from './page.ts';
import { checkState, chineseDate, missingYears, reportSentence } from './sentence.ts';

const schema = z.strictObject({
  chrome,
  name: z.string(),
  facts: z.array(z.strictObject({ name: z.string(), value: z.string(), href: z.string().optional() })),
  sentence: z.string(),
  figures: figureColumns,
  rows: z.array(
    link.extend({ form: z.string(), values: z.array(z.string()), published: z.string(), state: z.string() }),
  ),
  missing: z.string().optional(),
  /** Of the latest year. */
  flow: flow.optional(),
  groups: z.array(seriesGroup),
  ledger: ledgerView.optional(),
  below: z.strictObject({ heading: z.string(), organs: z.array(link), rollUps: z.array(link) }).optional(),
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
    figures: keyColumns,
    rows: [...reports].reverse().map((report) => ({
      label: `${report.report.year}年`,
      href: `${report.report.year}.html`,
      form: `${report.report.form.id}年版`,
      values: keyValues(report),
      published: report.report.published ? chineseDate(report.report.published) : '未注明',
      state: checkState(report.report).text,
    })),
    ...(missing.length > 0 ? { missing: `没有报告的年份：${missing.join('、')}。` } : {}),
    ...optional('flow', latest && flowView(latest)),
    groups: seriesGroups(entry),
    ...optional('ledger', makeLedger(entry)),
    ...optional('below', below(site, entry)),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

function below(site: Site, entry: OrganEntry): View['below'] {
  const { organ, children } = entry;
  if (children.length === 0) return undefined;
  return {
    heading: `${organ.name}所属机关`,
    organs: children.map((child) => ({
      label: child.organ.fullName,
      href: `../${child.organ.slug}/index.html`,
    })),
    rollUps: countyYears(site, entry).map(({ year }) => ({
      label: `${year}年`,
      href: `rollup-${year}.html`,
    })),
  };
}

export default { name: 'organ', schema, build } satisfies PageKind<View>;
