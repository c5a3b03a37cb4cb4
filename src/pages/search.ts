import { z } from 'zod';
import type { Site } from '../model/site.ts';
import { organGroups } from './organ-groups.ts';
import { chrome, link, makeChrome, type PageKind, rulePath, yearPath } from './page.ts';

const entry = link.extend({
  /** Other words it is found by. */
  words: z.string(),
  example: z.boolean(),
});

/** A list of all there is to be found; the script makes a search of it, and looks into the texts too. */
const schema = z.strictObject({
  chrome,
  groups: z.array(z.strictObject({ heading: z.string(), entries: z.array(entry) })),
});
type View = z.infer<typeof schema>;
type Entry = z.infer<typeof entry>;

function* build(site: Site): Iterable<{ path: string; view: View }> {
  const path = 'search.html';
  const groups = [
    ...organs(site),
    {
      heading: '年度',
      entries: site.years.map((year) => toBeFound(`${year}年度`, yearPath(year), '逾期 按时 没有公布')),
    },
    {
      heading: '数据和核对',
      entries: [
        toBeFound('开放数据', 'data/index.html', 'CSV 下载 数据字典 校验值'),
        toBeFound('数据质量', 'quality/index.html', '规则 核对 说明 勾稽'),
        toBeFound('更正', 'corrections.html', '改过 原为 现为'),
        toBeFound('比较两份报告', 'compare.html', '对比 差'),
      ],
    },
    {
      heading: '核对规则',
      entries: site.catalogue.map(({ id, title, asks }) => toBeFound(`${id} ${title}`, rulePath(id), asks)),
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

function organs(site: Site): View['groups'] {
  return organGroups(site).map(({ heading, organs }) => ({
    heading,
    entries: organs.map(({ entry: { organ, reports }, href }) => {
      const words = [organ.name, ...(organ.aliases ?? []), ...reports.map(({ report }) => report.year)];
      return toBeFound(organ.fullName, href, words.join(' '), organ.example);
    }),
  }));
}

function toBeFound(label: string, href: string, words: string, example = false): Entry {
  return { label, href, words, example };
}

export default { name: 'search', schema, build } satisfies PageKind<View>;
