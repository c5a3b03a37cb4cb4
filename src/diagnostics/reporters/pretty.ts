import { type Diagnostic, type Place, type Related, type Severity, severityNames } from '../diagnostic.ts';
import { proseText } from '../prose-text.ts';
import { relatedGroups, zerosText } from '../related.ts';
import { summary } from '../result.ts';
import { width } from '../width.ts';
import type { Reporter, ReporterContext } from './index.ts';

const colors: Record<Severity, number> = { error: 31, warning: 33, info: 36 };

/** For a person at a terminal: what happened, the line with the place marked, what to do. */
export const pretty: Reporter = (result, context) => {
  const blocks = alike(result.diagnostics).map(
    ([first, ...others]) => `${block(first!, others, context)}\n\n`,
  );
  const tables = (result.prose ?? []).map((report) => `${visibleLines(proseText(report))}\n`);
  return `${blocks.join('')}${tables.join('')}${summary(result)}\n`;
};

/** A row of dashes is seven faults of one kind: told once. */
function alike(diagnostics: readonly Diagnostic[]): Diagnostic[][] {
  const groups: Diagnostic[][] = [];
  for (const diagnostic of diagnostics) {
    const last = groups.at(-1);
    if (last && isAlike(last[0]!, diagnostic)) last.push(diagnostic);
    else groups.push([diagnostic]);
  }
  return groups;
}

function isAlike(a: Diagnostic, b: Diagnostic): boolean {
  const same = a.code === b.code && a.hint === b.hint && a.hint !== undefined;
  const inLine = a.place?.file === b.place?.file && a.place?.line === b.place?.line;
  return same && inLine && Boolean(a.cellName && b.cellName) && !a.related && !b.related;
}

function block(diagnostic: Diagnostic, others: readonly Diagnostic[], context: ReporterContext): string {
  const { severity, code, message, place, related, hint } = diagnostic;
  const paint = (code: number, text: string) => (context.color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const where = place ? `${visible(place.file)}:${place.line}:${place.column}` : '';
  return [
    `${paint(colors[severity], severityNames[severity])} ${where}  ${paint(2, code)}`,
    `  ${visible(message)}`,
    ...(place ? frame(place, context) : []),
    ...(others.length > 0
      ? [`  同一行还有 ${others.length} 格也是这样：${others.map(columnOf).join('、')}`]
      : []),
    ...(related ? relatedLines(related, place) : []),
    ...(hint ? [`  怎么改：${visible(hint)}`] : []),
  ].join('\n');
}

/** The last part of the cell's name. */
function columnOf({ cellName = '' }: Diagnostic): string {
  return visible(cellName.split(' · ').at(-1)!);
}

/** The line itself with the place underlined. */
function frame(place: Place, context: ReporterContext): string[] {
  const line = context.text(place.file)?.split('\n')[place.line - 1]?.replace(/\r$/, '');
  if (line === undefined || line.trim() === '') return [];
  const end = place.endLine === place.line ? place.endColumn : line.length + 1;
  const { text, gap, mark } = cut(line, place.column - 1, Math.max(end - 1, place.column));
  const number = String(place.line);
  return [
    `  ${number} │ ${text}`,
    `  ${' '.repeat(number.length)} │ ${' '.repeat(gap)}${'^'.repeat(Math.max(1, mark))}`,
  ];
}

const longest = 72;
/** How much is shown before the place where a line is cut. */
const lead = 24;

/** A long line is cut to the part around the place; `gap` and `mark` are columns before and under it. */
function cut(line: string, from: number, to: number): { text: string; gap: number; mark: number } {
  const before = [...visible(line.slice(0, from))];
  const marked = [...visible(line.slice(from, to))];
  const after = [...visible(line.slice(to))];
  const chars = [...before, ...marked, ...after];
  let start = 0;
  let end = chars.length;
  if (width(chars.join('')) > longest) {
    start = before.length - fitting([...before].reverse(), lead);
    end = start + fitting(chars.slice(start), longest);
    const room = longest - width(chars.slice(start, end).join(''));
    start -= fitting(chars.slice(0, start).reverse(), room);
  }
  const open = start > 0 ? '…' : '';
  return {
    text: `${open}${chars.slice(start, end).join('')}${end < chars.length ? '…' : ''}`,
    gap: width(open + before.slice(start).join('')),
    mark: width(marked.slice(0, Math.max(0, end - before.length)).join('')),
  };
}

/** How many of these characters fit into so many columns. */
function fitting(chars: readonly string[], columns: number): number {
  let room = columns;
  const tooMany = chars.findIndex((char) => {
    room -= width(char);
    return room < 0;
  });
  return tooMany < 0 ? chars.length : tooMany;
}

/** Text from the data without what would steer the terminal or turn the line around. */
function visible(text: string): string {
  return text.replace(/[\t\r\n\u2028\u2029]/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** Addends that are 0 explain nothing; they are counted, not listed. */
function relatedLines(related: readonly Related[], main: Place | undefined): string[] {
  return relatedGroups(related).flatMap((entry) => [
    ...(entry.group === undefined ? [] : [`  ${entry.group}：`]),
    ...entry.told.map(({ message, place }) => `    ${where(place, main)}${visible(message)}`),
    ...(entry.zeros > 0 ? [`    ${zerosText(entry)}`] : []),
  ]);
}

function where(place: Place | undefined, main: Place | undefined): string {
  if (!place) return '';
  return `${place.file === main?.file ? '' : `${place.file}:`}${place.line}:${place.column}  `;
}
