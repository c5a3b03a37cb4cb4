import { z } from 'zod';
import { type CoverageState, deadlineOf } from '../check/coverage.ts';
import { daysBetween } from '../check/days.ts';
import type { OrganEntry, Site } from '../model/site.ts';
import { existed } from '../reports/organ.ts';
import { link, organPath, reportPath } from './page.ts';
import { chineseDate } from './sentence.ts';

/** Who published in time, late, or not at all. */
export const coverageView = z.strictObject({
  sentence: z.string(),
  deadlines: z.string(),
  groups: z.array(
    z.strictObject({
      kind: z.string(),
      label: z.string(),
      organs: z.array(link.extend({ detail: z.string().optional() })),
    }),
  ),
});
type View = z.infer<typeof coverageView>;

/** Sign and word, so that colour carries nothing by itself; what is to be seen first comes first. */
const states: readonly { state: CoverageState; kind: string; label: string }[] = [
  { state: 'missing', kind: 'missing', label: '✗ 到期没有公布' },
  { state: 'late', kind: 'late', label: '▲ 逾期' },
  { state: 'undated', kind: 'undated', label: '？ 没有注明公布日期' },
  { state: 'onTime', kind: 'on-time', label: '✓ 按时' },
  { state: 'notDue', kind: 'not-due', label: '○ 还没有到期限' },
  { state: 'merged', kind: 'merged', label: '— 已经撤并' },
];

export const coverageWords: Record<CoverageState, string> = {
  missing: '没有公布',
  late: '逾期',
  undated: '未注明日期',
  onTime: '按时',
  notDue: '未到期限',
  merged: '已经撤并',
};

export function makeCoverage(site: Site, year: number): View {
  const groups = states.flatMap(({ state, kind, label }) => {
    const organs = site.organs.filter(({ coverage }) => coverage.get(year) === state);
    if (organs.length === 0) return [];
    return [{ kind, label, organs: organs.map((entry) => organView(site, entry, year, state)) }];
  });
  return {
    sentence: `${groups.map(({ label, organs }) => `${label.slice(2)}${organs.length}个`).join('，')}。`,
    deadlines: deadlines(site, year),
    groups,
  };
}

function organView(site: Site, entry: OrganEntry, year: number, state: CoverageState) {
  const { organ } = entry;
  const published = entry.reports.find(({ report }) => report.year === year)?.report.published;
  const days = published ? daysBetween(deadlineOf(organ.level, year, site.config.settings), published) : 0;
  const detail =
    state === 'late' && published
      ? `${chineseDate(published)}，迟${days}天`
      : published && chineseDate(published);
  return {
    label: organ.name,
    href:
      published || state === 'undated' ? `../${reportPath(organ.slug, year)}` : `../${organPath(organ.slug)}`,
    ...(detail ? { detail } : {}),
  };
}

/** The dates that were set, once each, for the levels there are. */
function deadlines(site: Site, year: number): string {
  const dates = new Set(
    site.organs
      .filter(({ organ }) => existed(organ, year))
      .map(({ organ }) => deadlineOf(organ.level, year, site.config.settings)),
  );
  return `公布期限：${[...dates].sort().map(chineseDate).join('、')}（按层级，条例第四十九条和本站设置）。`;
}
