import { z } from 'zod';
import type { Site } from '../model/site.ts';
import { organGroups } from './organ-groups.ts';
import { chrome, link, makeChrome, type PageKind, rulePath, yearPath } from './page.ts';

const entry = link.extend({
  /** Other words it is found by. */
  words: z.string(),
});

/** A list of all there is to be found; the script makes a search of it, and looks into the texts too. */
const schema = z.strictObject({
  chrome,
  groups: z.array(z.strictObject({ heading: z.string(), entries: z.array(entry) })),
});
type View = z.infer<typeof schema>;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  const path = 'search.html';
  const groups = [
    ...organGroups(site).map(({ heading, organs }) => ({
      heading,
      entries: organs.map(({ entry: { organ, reports }, href }) => ({
        label: organ.fullName,
        href,
        words: [organ.name, ...(organ.aliases ?? []), ...reports.map(({ report }) => `${report.year}`)].join(
          ' ',
        ),
      })),
    })),
    {
      heading: '年度',
      entries: site.years.map((year) => ({
        label: `${year}年度`,
        href: yearPath(year),
        words: '逾期 按时 没有公布',
      })),
    },
    {
      heading: '数据和核对',
      entries: [
        { label: '开放数据', href: 'data/index.html', words: 'CSV 下载 数据字典 校验值' },
        { label: '数据质量', href: 'quality/index.html', words: '规则 核对 说明 勾稽' },
        { label: '更正', href: 'corrections.html', words: '更正 改过 原为 现为' },
        { label: '比较两份报告', href: 'compare.html', words: '对比 差' },
      ],
    },
    {
      heading: '核对规则',
      entries: site.catalogue.map(({ id, title, asks }) => ({
        label: `${id} ${title}`,
        href: rulePath(id),
        words: asks,
      })),
    },
  ];
  yield {
    path,
    view: {
      chrome: makeChrome(site, { path, title: '搜索', description: '按机关、年度、句子和规则查找。' }),
      groups: groups.filter(({ entries }) => entries.length > 0),
    },
  };
}

export default { name: 'search', schema, build } satisfies PageKind<View>;
