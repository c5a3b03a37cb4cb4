import { z } from 'zod';
import { type CountyYear, countyYears } from '../model/county.ts';
import { keyFigures, type ReportEntry, type Site } from '../model/site.ts';
import { figureColumns, keyColumns, keyValues } from './key-figures.ts';
import { chrome, link, makeChrome, organPath, type PageKind, reportPath } from './page.ts';
import { makeRollUp, rollUpView } from './rollup-view.ts';
import { amount, printed } from './sentence.ts';
import { coverageWords } from './year-coverage.ts';

const residual = z.strictObject({
  name: z.string(),
  href: z.string(),
  stated: z.string(),
  sum: z.string(),
  difference: z.string(),
  explanation: z.string(),
});

const schema = z.strictObject({
  chrome,
  heading: z.string(),
  sentence: z.string(),
  /** What is to be done, the most pressing first. */
  duties: z.array(z.strictObject({ kind: z.string(), label: z.string(), organs: z.array(link) })),
  figures: figureColumns,
  rows: z.array(link.extend({ values: z.array(z.string()) })),
  sum: z.array(z.string()),
  own: z.strictObject({ label: z.string(), href: z.string(), values: z.array(z.string()) }).optional(),
  compared: z.string(),
  residuals: z.array(residual),
  rollUp: rollUpView,
  years: z.array(link.extend({ current: z.boolean() })),
});
type View = z.infer<typeof schema>;

export const countyPath = (slug: string, year: number): string => `organs/${slug}/rollup-${year}.html`;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  for (const organ of site.organs) {
    const years = countyYears(site, organ);
    for (const county of years) {
      const path = countyPath(organ.organ.slug, county.year);
      yield { path, view: view(site, path, county, years) };
    }
  }
}

function view(site: Site, path: string, county: CountyYear, years: readonly CountyYear[]): View {
  const { year, own, reports, sum, missing, residuals } = county;
  const { organ } = county.organ;
  const heading = `${organ.name}${year}年：各下级相加与本级报告`;
  const compared = comparedWords(county);
  return {
    chrome: makeChrome(site, {
      path,
      title: `${organ.fullName}${year}年度汇总核对`,
      description: compared,
      above: [{ label: organ.name, href: organPath(organ.slug) }],
      example: organ.example ?? false,
    }),
    heading,
    sentence: `${reports.length + missing.length}个下级机关，${reports.length}个有${year}年的报告。`,
    duties: duties(county),
    figures: keyColumns,
    rows: reports.map((entry) => ({
      label: entry.organ.organ.name,
      href: `../../${reportPath(entry.organ.organ.slug, year)}`,
      values: keyValues(entry),
    })),
    sum: keyFigures.map(({ address }) => {
      const cell = sum.form.cellAt.get(address);
      return cell ? printed(sum.values[cell.index]!) : amount(undefined);
    }),
    ...(own
      ? { own: { label: `${organ.name}自己的报告`, href: `${year}.html`, values: keyValues(own) } }
      : {}),
    compared,
    residuals: (residuals ?? []).flatMap(({ cells, suspects }) =>
      cells.map(({ cell, stated, sum: added, residual: over }) => ({
        name: cell.name,
        href: `${year}.html#${cell.address}`,
        stated: String(stated),
        sum: String(added),
        difference: over > 0 ? `+${over}` : String(over),
        explanation: explanation(suspects, over),
      })),
    ),
    rollUp: makeRollUp(sum, `由${sum.parts.length}份报告逐格相加（${sum.form.id}年版格式）。`),
    years: years.map((other) => ({
      label: `${other.year}年`,
      href: `rollup-${other.year}.html`,
      current: other.year === year,
    })),
  };
}

function duties(county: CountyYear): View['duties'] {
  const { year, reports, missing, residuals, own } = county;
  const { organ } = county.organ;
  const page = ({ organ: { organ: o } }: ReportEntry) => ({
    label: o.name,
    href: `../../${reportPath(o.slug, year)}`,
  });
  const late = reports.filter(({ organ: o }) => o.coverage.get(year) === 'late');
  const told = reports.filter(({ warned }) => warned.length > 0);
  const all = [
    {
      kind: 'missing',
      label: '✗ 没有报告',
      organs: missing.map(({ organ: o, coverage }) => ({
        label: `${o.name}（${coverageWords[coverage.get(year) ?? 'notDue']}）`,
        href: `../${o.slug}/index.html`,
      })),
    },
    { kind: 'late', label: '▲ 逾期', organs: late.map(page) },
    {
      kind: 'late',
      label: '▲ 有提示',
      organs: told.map((entry) => ({
        ...page(entry),
        label: `${entry.organ.organ.name}（${entry.warned.length}处）`,
      })),
    },
    {
      kind: 'late',
      label: '▲ 与各下级相加不符',
      organs:
        own && residuals && residuals.length > 0
          ? [{ label: `${organ.name}（${residuals.length}行）`, href: '#residuals' }]
          : [],
    },
  ];
  return all.filter(({ organs }) => organs.length > 0);
}

/** Whether the two could be compared, and how it came out. */
function comparedWords({
  organ: { organ },
  own,
  parts,
  missing,
  reports,
  sum,
  residuals,
  year,
}: CountyYear): string {
  if (!own) return `${organ.name}没有${year}年的报告，不能与各下级相加的数核对。`;
  if (organ.reports === 'own')
    return `${organ.name}的报告只报本机关，与各下级相加的数本来就不同，下面的差只供参考。`;
  if (!parts) return '有的下级机关没有写明报的是本机关还是包括下级，不能核对。';
  if (missing.length > 0) return `还有${missing.length}个下级机关没有报告，不能核对。`;
  if (sum.parts.length < reports.length) return '有的下级机关用了另一版格式，不能核对。';
  const basis =
    organ.reports === 'all' ? '' : `${organ.name}没有写明报的是本机关还是包括下级，下面的差只供参考。`;
  if (residuals!.length === 0) return `${basis}${organ.name}报告的每一格都等于各下级相加。`;
  const cells = residuals!.reduce((count, { cells: c }) => count + c.length, 0);
  return `${basis}${organ.name}报告有${residuals!.length}行${cells}格不等于各下级相加。`;
}

function explanation(suspects: readonly ReportEntry[], over: number): string {
  if (suspects.length === 0) return '没有哪一个下级的数恰好等于这个差';
  const names = suspects.map(({ organ }) => organ.organ.name).join('、');
  return over < 0 ? `少的恰好是${names}的数` : `多的恰好是${names}的数`;
}

export default { name: 'county', schema, build } satisfies PageKind<View>;
