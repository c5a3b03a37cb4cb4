import type { ReportEntry } from '../../src/model/site.ts';
import { dataOf, siteOf } from './built.ts';
import { figures, figuresReport } from './figures.ts';
import { oneOrgan, reportJson } from './report-json.ts';

const words = ['空', '不适用', '未报', '看不清'];
const prose = [
  '全年工作平稳，**“应公开、尽公开”**的要求得到落实，*重点*在基层。',
  '（一）主动公开',
  '公开信息 1200 条，占比 5<6，A&B，“引”"quot"，网址http://www.example.gov.cn/a?b=1&c=2查阅。',
  '（二）依申请公开。办结 7 件。',
  '- 网站',
  '- 公开栏',
  '',
  '1. 第一',
  '2. 第二',
  '',
  '2023. 年不是编号。',
].join('\n');

/** Reports that try what documents may hold: every word for a missing number, notes, big, small and negative numbers. */
const special = oneOrgan({
  2019: JSON.stringify(figuresReport(figures('shanghai-office-2019'))),
  2020: reportJson(2019, (address) =>
    address.endsWith('.change') ? -3 : address.endsWith('.amount') ? 25.1 : 0,
  ),
  2021: reportJson(
    2021,
    (() => {
      let next = 0;
      return () => words[next++ % words.length]!;
    })(),
  ),
  2022: reportJson(2021, (address) => (address.endsWith('fees') ? 59237.2449 : 123456), {
    published: '2023-01-15',
    opening: '根据条例编写。\n\n联系电话：0000-0000000。',
    overview: prose,
    notes: {
      'disclosure.regulations.issued': '其中修订16件',
      'disclosure.licensing': '含委托1件',
      'applications.granted.total': '含上年结转',
      challenges: '含上年结转的案件',
    },
  }),
  2023: JSON.stringify(figuresReport(figures('suqian-2023'))),
  2024: JSON.stringify(figuresReport(figures('suqian-2024'))),
});

function entriesOf(data = siteOf()): ReportEntry[] {
  return data.organs.flatMap((organ) => organ.reports);
}

/** The reports of the sample site, with the seed among them, and the special ones; by name. */
export const samples: readonly (readonly [name: string, entry: ReportEntry])[] = [
  ...entriesOf(),
  ...entriesOf(siteOf(dataOf(special))),
].map((entry) => [`${entry.organ.organ.slug} ${entry.report.year}`, entry] as const);

export function sample(name: string): ReportEntry {
  return samples.find(([known]) => known === name)![1];
}
