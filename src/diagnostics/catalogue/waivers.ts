import { entry } from './entry.ts';

/** Faults of waivers and of the weight of rules. */
export const waiverTexts = {
  'WAIVER-RULE': entry(
    'error',
    '说明针对的规则不存在',
    (p: { found: string; why: string }) => `“${p.found}”${p.why}。`,
    () => '用 gouji explain 查看全部规则的编号。',
  ),
  'WAIVER-VALUES': entry(
    'error',
    '说明里的格与值不对应',
    (p: { cells: number; values: number }) => `有关的格有${p.cells}个，签署时的值有${p.values}个。`,
    () => '每一格写一个值，次序相同。',
  ),
  'WAIVER-LAPSED': entry(
    'warning',
    '说明失效：数已改动',
    (p: { cell: string; signed: string; found: string }) =>
      `签署时${p.cell}是 ${p.signed}，现在是 ${p.found}，这项说明不再有效。`,
    () => '数改对了，就删去这项说明；规则仍不成立的，由签署机关重新签署。',
  ),
  'WAIVER-EXPIRED': entry(
    'warning',
    '说明过期',
    (p: { until: string; today: string }) => `有效期到 ${p.until}，现在是 ${p.today}，这项说明不再有效。`,
    () => '问题已经解决的，删去；仍要保留的，由签署机关改写有效期重新签署。',
  ),
  'WAIVER-UNUSED': entry(
    'warning',
    '说明没有针对的问题',
    (p: { rule: string }) => `有关的格并没有不符合 ${p.rule} 的地方。`,
    () => '删去这项说明；或者对照问题的报告，把被指出的那一格写进 cells。',
  ),
  'SETTING-RULE': entry(
    'error',
    '没有这条规则',
    (p: { found: string; nearest?: string }) => `没有编号是“${p.found}”的规则。`,
    (p) => (p.nearest ? `是不是 ${p.nearest}？` : '用 gouji explain 查看全部规则的编号。'),
  ),
  'SETTING-ERROR': entry(
    'error',
    '错误不能改轻或停用',
    (p: { rule: string; title: string }) => `${p.rule}（${p.title}）是错误，不能改轻，也不能停用。`,
    () => '删去这一行。个别报告有正当理由的，在那份报告里写说明（waivers）。',
  ),
} as const;
