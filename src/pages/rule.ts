import { z } from 'zod';
import { rulePage } from '../check/page.ts';
import type { Rule } from '../check/rule.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ReportEntry, Site } from '../model/site.ts';
import { outcomeWords } from './outcome.ts';
import { chrome, link, makeChrome, organPath, type PageKind, reportPath, rulePath } from './page.ts';

const schema = z.strictObject({
  chrome,
  id: z.string(),
  title: z.string(),
  parts: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
  /** Absent for rules that are decided while the files are read: with a failure there is no site. */
  outcome: z
    .strictObject({
      counts: z.string(),
      reasons: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
      broken: z.array(link.extend({ sign: z.string(), text: z.string() })),
      extent: z.string(),
    })
    .optional(),
});
type View = z.infer<typeof schema>;
type Broken = NonNullable<View['outcome']>['broken'][number];

/** A longer list is for a program: `data/checks.csv`. */
const most = 500;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  const broken = brokenByRule(site);
  for (const rule of site.catalogue) {
    const path = rulePath(rule.id);
    const { title, parts } = rulePage(rule);
    yield {
      path,
      view: {
        chrome: makeChrome(site, {
          path,
          title: `${rule.id} ${title}`,
          description: rule.asks,
          above: [{ label: '数据质量', href: 'quality/index.html' }],
        }),
        id: rule.id,
        title,
        parts: parts.map(({ heading, text }) => ({ heading, text })),
        ...outcome(site, rule, broken.get(rule.id) ?? []),
      },
    };
  }
}

function outcome(site: Site, rule: Rule, broken: readonly Broken[]): Pick<View, 'outcome'> {
  const count = site.rules.get(rule.id);
  if (!count) return {};
  return {
    outcome: {
      counts: `${outcomeWords(count)}。`,
      reasons: [...count.reasons].map(([reason, times]) => ({ reason, count: times })),
      broken: broken.slice(0, most),
      extent: broken.length > most ? `共${broken.length}处，这里列出前${most}处。` : `共${broken.length}处。`,
    },
  };
}

/** Every failure on the site, by rule: hints and those with an explanation, by organ and year. */
function brokenByRule(site: Site): ReadonlyMap<string, Broken[]> {
  const found = new Map<string, Broken[]>();
  const add = (rule: string, broken: Broken) => {
    const list = found.get(rule);
    if (list) list.push(broken);
    else found.set(rule, [broken]);
  };
  const ofOrgans = new Map<string | undefined, Diagnostic[]>();
  for (const diagnostic of site.ofOrgans)
    ofOrgans.set(diagnostic.organ, [...(ofOrgans.get(diagnostic.organ) ?? []), diagnostic]);
  for (const { organ, reports } of site.organs) {
    for (const diagnostic of ofOrgans.get(organ.slug) ?? []) {
      const href = `../${organPath(organ.slug)}`;
      add(diagnostic.code, { label: organ.name, href, sign: '▲ 提示', text: diagnostic.message });
    }
    for (const entry of reports) {
      for (const diagnostic of entry.found) add(diagnostic.code, brokenView(entry, diagnostic, '▲ 提示'));
      for (const { diagnostic, text } of entry.waived)
        add(diagnostic.code, brokenView(entry, diagnostic, '◇ 说明', text));
    }
  }
  return found;
}

function brokenView(
  { organ: { organ }, report }: ReportEntry,
  { message, cell }: Diagnostic,
  sign: string,
  more = '',
): Broken {
  return {
    label: `${organ.name}${report.year}年`,
    href: `../${reportPath(organ.slug, report.year)}${cell ? `#${cell}` : ''}`,
    sign,
    text: message + more,
  };
}

export default { name: 'rule', schema, build } satisfies PageKind<View>;
