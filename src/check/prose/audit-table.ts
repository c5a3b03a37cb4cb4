import { clipped, padded, width } from '../../diagnostics/width.ts';
import type { Form } from '../../forms/compile.ts';
import type { ProseAudit, ProseEntry, ProseList, Verdict } from './audit.ts';
import { reasons } from './bind.ts';
import type { Reading } from './readings.ts';
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
const sums: Record<ProseList['verdict'], string> = {
  adds: '相符',
  over: '不符',
  short: '不符',
  some: '不全列',
};

const headings = ['部分', '原文', '类别', '结论', '依据'];
/** The words of a long statement are cut; what a verdict rests on never is. */
const widest = [14, 28];

/** The audit of one report as a table of plain text, aligned for characters of two columns. */
export function auditTable(audit: ProseAudit, form: Form): string {
  const names = new Map(form.sections.map(({ key, heading }) => [key, heading]));
  const row = (
    { section, text }: { section: string; text: string },
    kind: string,
    verdict: string,
    basis: string[],
  ) => {
    const cells = [names.get(section) ?? section, text.replaceAll(/\s+/g, ''), kind, verdict];
    // Each further reading that was tried has a line of its own.
    return basis.map((line, i) => (i === 0 ? [...cells, line] : ['', '', '', '', line]));
  };
  const rows = [
    ...audit.entries.flatMap((entry) =>
      row(entry, kinds[entry.kind], verdicts[entry.verdict], basisOf(entry)),
    ),
    ...audit.lists.flatMap((list) => row(list, '合计', sums[list.verdict], [partsOf(list)])),
  ];
  return `${[...layout([headings, ...rows]), '', summary(audit)].join('\n')}\n`;
}

function basisOf(entry: ProseEntry): string[] {
  const { verdict, readings, closest, why, kind, quantity } = entry;
  const derived = kind === 'share' || kind === 'change';
  const told = ({ name, value }: Reading) => (derived ? name : `${name} ${valueText(value, quantity.unit)}`);
  if (verdict === 'free') return ['表中没有这一项'];
  if (verdict === 'unchecked') return [why ? reasons[why] : ''];
  if (verdict === 'agrees') return [told(readings[0]!)];
  return [...readings.map(told), ...(closest ? [`等于 ${told(closest)}`] : [])];
}

function partsOf({ parts, sum, unit }: ProseList): string {
  return `${parts.join(' + ')} = ${valueText(sum, unit)}`;
}

function layout(rows: readonly (readonly string[])[]): string[] {
  const cut = rows.map((row) => row.map((cell, i) => (widest[i] ? clipped(cell, widest[i]) : cell)));
  const widths = headings.map((_, i) => Math.max(...cut.map((row) => width(row[i]!))));
  const lines = cut.map((row) =>
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
  const wrong = lists.filter(({ verdict }) => sums[verdict] === '不符').length;
  return [
    `文字中的数 ${entries.length} 处：与表相符 ${count('agrees')}，不符 ${count('differs')}，表外 ${count('free')}，未核对 ${count('unchecked')}。`,
    `分项合计 ${lists.length} 组${wrong > 0 ? `，其中 ${wrong} 组不等于总数` : ''}。`,
    statesRequests ? '' : '第一部分没有写明收到政府信息公开申请的数量。',
  ].join('');
}
