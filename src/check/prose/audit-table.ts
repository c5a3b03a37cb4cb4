import { clipped, padded, width } from '../../diagnostics/width.ts';
import type { Form } from '../../forms/compile.ts';
import type { ProseAudit, ProseEntry, ProseList, Verdict } from './audit.ts';
import { reasons } from './bind.ts';

import { valueText } from './verdict.ts';

const verdicts: Record<Verdict, string> = {
  agrees: '相符',
  differs: '不符',
  free: '表外',
  unchecked: '未核对',
};

const kinds: Record<ProseEntry['kind'], string> = {
  count: '数',
  none: '说没有',
  outcome: '说结果',
  share: '占比',
  change: '增减',
};

const headings = ['部分', '原文', '类别', '结论', '依据'];
const widest = [14, 24, 6, 6, 96];

/** The audit of one report as a table of plain text, one line for each number of the text. */
export function auditTable(audit: ProseAudit, form: Form): string {
  const names = new Map(form.sections.map(({ key, heading }) => [key, heading]));
  const section = (key: string) => names.get(key) ?? key;
  const rows = [
    ...audit.entries.map((entry) => [
      section(entry.section),
      entry.text.replaceAll(/\s+/g, ''),
      kinds[entry.kind],
      verdicts[entry.verdict],
      basis(entry),
    ]),
    ...audit.lists.map((list) => [
      section(list.section),
      list.text.replaceAll(/\s+/g, ''),
      '合计',
      sumVerdict(list),
      `${list.parts.join(' + ')} = ${valueText(list.sum, list.unit)}`,
    ]),
  ];
  return [...layout([headings, ...rows]), '', summary(audit)].join('\n').concat('\n');
}

function basis(entry: ProseEntry): string {
  const { verdict, readings, quantity, why, kind } = entry;
  const value = (reading: (typeof readings)[number]) =>
    kind === 'count' || kind === 'none' || kind === 'outcome'
      ? `${reading.name} ${valueText(reading.value, quantity.unit)}`
      : reading.name;
  if (verdict === 'agrees') return value(readings[0]!);
  const closest = entry.closest ? `；等于 ${value(entry.closest)}` : '';
  if (verdict === 'differs') return `${readings.map(value).join('；')}${closest}`;
  if (verdict === 'unchecked') return why ? reasons[why] : '';
  return '表中没有这一项';
}

function sumVerdict({ verdict }: ProseList): string {
  return verdict === 'adds' ? '相符' : verdict === 'some' ? '不全列' : '不符';
}

function layout(rows: readonly (readonly string[])[]): string[] {
  const clippedRows = rows.map((row) => row.map((cell, i) => clipped(cell, widest[i]!)));
  const widths = headings.map((_, i) => Math.max(...clippedRows.map((row) => width(row[i]!))));
  const lines = clippedRows.map((row) =>
    row
      .map((cell, i) => padded(cell, widths[i]!))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((columns) => '─'.repeat(columns)).join('  ');
  return [lines[0]!, rule, ...lines.slice(1)];
}

function summary({ entries, lists, statesRequests }: ProseAudit): string {
  const count = (verdict: Verdict) => entries.filter((entry) => entry.verdict === verdict).length;
  const wrong = lists.filter(({ verdict }) => verdict === 'over' || verdict === 'short').length;
  return [
    `文字中的数 ${entries.length} 处：与表相符 ${count('agrees')}，不符 ${count('differs')}，表外 ${count('free')}，未核对 ${count('unchecked')}。`,
    `分项合计 ${lists.length} 组${wrong > 0 ? `，${wrong} 组不等于总数` : ''}。`,
    statesRequests ? '' : '第一部分没有写明收到政府信息公开申请的数量。',
  ].join('');
}
