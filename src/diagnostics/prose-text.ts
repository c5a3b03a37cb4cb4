import type { Place } from './diagnostic.ts';
import type { ProseNumber, ProseReport, ProseSum } from './prose.ts';
import { padded, width } from './width.ts';

const verdicts: Record<ProseNumber['verdict'] | ProseSum['verdict'], string> = {
  agrees: '相符',
  differs: '不符',
  free: '表外',
  unchecked: '未核对',
  some: '未列全',
};
const headings = ['位置', '原文', '数值', '结论', '对照'];
/** Columns of 原文; of longer words the end is shown, where the number is. */
const longest = 44;

/** The numbers of one report as a table, aligned for characters of two columns, with a closing sentence. */
export function proseText(report: ProseReport): string {
  const { name, file, numbers, lists } = report;
  const entries = [...numbers.map(numberRow), ...lists.map(sumRow)].sort(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
  );
  const rows = entries.map(({ cells }) => cells);
  const widths = headings.map((heading, i) => Math.max(width(heading), ...rows.map((row) => width(row[i]!))));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, i) => padded(cell, widths[i]!)).join('  ')}`.trimEnd();
  const body = entries.flatMap(({ section, lines }, i) => [
    ...(section === entries[i - 1]?.section ? [] : [section]),
    line(rows[i]!),
    // Each further reading that was tried has a line of its own.
    ...lines.slice(1).map((more) => line(['', '', '', '', more])),
  ]);
  const rule = `  ${widths.map((columns) => '─'.repeat(columns)).join('  ')}`;
  const table = rows.length > 0 ? [line(headings), rule, ...body, ''] : [];
  return `${[`${name}  ${file}`, '', ...table, summary(report)].join('\n')}\n`;
}

interface Row {
  section: string;
  place: Place;
  cells: readonly string[];
  /** What is told beside it, a line each. */
  lines: readonly string[];
}

function numberRow(number: ProseNumber): Row {
  const { section, place, words, value, unit, verdict } = number;
  const lines = held(number);
  const at = `${place.line}:${place.column}`;
  return {
    section,
    place,
    lines,
    cells: [at, ending(words), valueText(value, unit), verdicts[verdict], lines[0]!],
  };
}

/** Stands below its whole. */
function sumRow({ section, place, parts, sum, unit, verdict }: ProseSum): Row {
  const added = parts.join(' + ');
  return {
    section,
    place,
    lines: [added],
    cells: ['', '分项相加', valueText(sum, unit), verdicts[verdict], added],
  };
}

function held({ verdict, readings, closest, reason }: ProseNumber): string[] {
  if (verdict === 'free') return ['表中没有这一项'];
  if (verdict === 'unchecked') return [reason ?? ''];
  if (verdict === 'agrees') return [readings[0]!.text];
  return [...readings.map(({ text }) => text), ...(closest ? [`与它相同的是 ${closest.text}`] : [])];
}

/** Money from 一万元 on in 万元, as the form has it. */
function valueText(value: number, unit: string): string {
  return unit === '元' && value >= 10_000 ? `${value / 10_000}万元` : `${value}${unit}`;
}

function ending(words: string): string {
  if (width(words) <= longest) return words;
  const chars = [...words];
  while (width(chars.join('')) > longest - 2) chars.shift();
  return `…${chars.join('')}`;
}

function summary({ numbers, lists, statesRequests }: ProseReport): string {
  const count = (verdict: ProseNumber['verdict']) =>
    numbers.filter((number) => number.verdict === verdict).length;
  const wrong = lists.filter(({ verdict }) => verdict === 'differs').length;
  return [
    numbers.length === 0
      ? '文字里没有数。'
      : `文字里的数 ${numbers.length} 处：相符 ${count('agrees')}，不符 ${count('differs')}，表外 ${count('free')}，未核对 ${count('unchecked')}。`,
    lists.length === 0 ? '' : `总数和分项 ${lists.length} 组${wrong > 0 ? `，${wrong} 组加不起来` : ''}。`,
    statesRequests ? '' : '第一部分没有写明收到政府信息公开申请的件数。',
  ].join('');
}
