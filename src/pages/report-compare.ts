import { z } from 'zod';
import { isNumber } from '../forms/value.ts';
import { type ComparedSentence, type Comparison, compareReports, compareTexts } from '../model/compare.ts';
import type { ReportEntry, Site } from '../model/site.ts';
import { chrome, link, makeChrome, organPath, type PageKind } from './page.ts';
import { printed } from './sentence.ts';

const sentence = z.strictObject({ text: z.string(), shared: z.boolean() });

const schema = z.strictObject({
  chrome,
  heading: z.string(),
  sentence: z.string(),
  bridge: z.string().optional(),
  left: link,
  right: link,
  rows: z.array(z.strictObject({ name: z.string(), left: link, right: link, difference: z.string() })),
  texts: z.array(z.strictObject({ heading: z.string(), left: z.array(sentence), right: z.array(sentence) })),
  /** The page on which any two reports are compared, set to these two. */
  other: z.string(),
});
type View = z.infer<typeof schema>;

export const comparePath = (slug: string, year: number): string => `organs/${slug}/${year}-compare.html`;

/** Each report with the same organ's report before it. */
function* build(site: Site): Iterable<{ path: string; view: View }> {
  for (const { organ, reports } of site.organs) {
    for (const entry of reports) {
      if (!entry.previous) continue;
      const path = comparePath(organ.slug, entry.report.year);
      yield { path, view: view(site, path, entry.previous, entry) };
    }
  }
}

function view(site: Site, path: string, before: ReportEntry, after: ReportEntry): View {
  const { organ } = after.organ;
  const [left, right] = [before.report, after.report];
  const comparison = compareReports(left, right);
  const heading = `${organ.name}：${right.year}年与${left.year}年`;
  const told = summary(comparison);
  return {
    chrome: makeChrome(site, {
      path,
      title: `${organ.fullName}政府信息公开工作年度报告：${right.year}年与${left.year}年比较`,
      description: told,
      above: [{ label: organ.name, href: organPath(organ.slug) }],
      example: organ.example ?? false,
    }),
    heading,
    sentence: told,
    ...(left.form === right.form ? {} : { bridge: bridge(before, after, comparison) }),
    left: { label: `${left.year}年`, href: `${left.year}.html` },
    right: { label: `${right.year}年`, href: `${right.year}.html` },
    rows: comparison.changed.map((changed) => ({
      name: changed.right.name,
      left: { label: printed(changed.from), href: `${left.year}.html#${changed.left.address}` },
      right: { label: printed(changed.to), href: `${right.year}.html#${changed.right.address}` },
      difference: signed(changed.difference),
    })),
    texts: right.form.sections.flatMap(({ key, heading, table }) => {
      const [a, b] = [left.sections.get(key), right.sections.get(key)];
      return table || (a === undefined && b === undefined)
        ? []
        : [{ heading, ...compareTexts(a ?? '', b ?? '') }];
    }) as { heading: string; left: ComparedSentence[]; right: ComparedSentence[] }[],
    other: `../../compare.html#left=${organ.slug}-${left.year}&right=${organ.slug}-${right.year}`,
  };
}

function summary({ changed, same }: Comparison): string {
  if (changed.length === 0) return `两份报告都有的${same}格全部相同。`;
  return `两份报告都有的${same + changed.length}格里，${changed.length}格不同，${same}格相同。`;
}

function bridge(
  { report: left }: ReportEntry,
  { report: right }: ReportEntry,
  { onlyLeft, onlyRight }: Comparison,
): string {
  return `两年用的格式不同（${left.form.id}年版和${right.form.id}年版）：只有${left.form.id}年版有的${onlyLeft}格和只有${right.form.id}年版有的${onlyRight}格不能比，没有列出。`;
}

/** +4, -4; a dash where there is nothing to subtract. */
function signed(difference: number | undefined): string {
  if (!isNumber(difference)) return '—';
  return difference > 0 ? `+${difference}` : String(difference);
}

export default { name: 'report-compare', unlisted: true, schema, build } satisfies PageKind<View>;
