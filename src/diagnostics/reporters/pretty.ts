import type { Diagnostic, Place, Related, Severity } from '../diagnostic.ts';
import { summary } from '../result.ts';
import { width } from '../width.ts';
import type { Reporter, ReporterContext } from './index.ts';

const names: Record<Severity, string> = { error: '错误', warning: '提示', info: '说明' };
const colors: Record<Severity, number> = { error: 31, warning: 33, info: 36 };

/** For a person at a terminal: what happened, the line with the place marked, what to do. */
export const pretty: Reporter = (result, context) => {
  const blocks = result.diagnostics.map((diagnostic) => `${block(diagnostic, context)}\n\n`);
  return `${blocks.join('')}${summary(result)}\n`;
};

function block(diagnostic: Diagnostic, context: ReporterContext): string {
  const { severity, code, message, place, related, hint } = diagnostic;
  const paint = (code: number, text: string) => (context.color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const where = place ? `${place.file}:${place.line}:${place.column}` : '';
  return [
    `${paint(colors[severity], names[severity])} ${where}  ${paint(2, code)}`,
    `  ${message}`,
    ...(place ? frame(place, context) : []),
    ...(related ? relatedLines(related, place) : []),
    ...(hint ? [`  怎么改：${hint}`] : []),
  ].join('\n');
}

/** The line itself with the place underlined. */
function frame(place: Place, context: ReporterContext): string[] {
  const line = context.text(place.file)?.split('\n')[place.line - 1]?.replace(/\r$/, '');
  if (line === undefined || line.trim() === '') return [];
  const end = place.endLine === place.line ? place.endColumn : line.length + 1;
  const { text, from, to } = window(line, place.column - 1, Math.max(end - 1, place.column));
  const number = String(place.line);
  const gap = ' '.repeat(width(text.slice(0, from)));
  const mark = '^'.repeat(Math.max(1, width(text.slice(from, to))));
  return [`  ${number} │ ${text}`, `  ${' '.repeat(number.length)} │ ${gap}${mark}`];
}

const longest = 72;

/** A long line is cut to the part around the place. */
function window(line: string, from: number, to: number): { text: string; from: number; to: number } {
  const text = line.replaceAll('\t', ' ');
  if (text.length <= longest) return { text, from, to: Math.min(to, text.length) };
  const start = Math.max(0, Math.min(from - 24, text.length - longest));
  const cut = text.slice(start, start + longest);
  const lead = start > 0 ? '…' : '';
  const tail = start + longest < text.length ? '…' : '';
  const shift = lead.length - start;
  return { text: `${lead}${cut}${tail}`, from: from + shift, to: Math.min(to, start + longest) + shift };
}

/** Addends that are 0 explain nothing; they are counted, not listed. */
function relatedLines(related: readonly Related[], main: Place | undefined): string[] {
  const lines: string[] = [];
  for (const group of new Set(related.map((entry) => entry.group))) {
    const entries = related.filter((entry) => entry.group === group);
    const told = entries.filter((entry) => entries.length < 3 || !/ 0$/.test(entry.message));
    if (group !== undefined) lines.push(`  ${group}：`);
    for (const { message, place } of told) lines.push(`    ${where(place, main)}${message}`);
    if (told.length < entries.length)
      lines.push(`    ${told.length > 0 ? '其余' : '全部'} ${entries.length - told.length} 格是 0`);
  }
  return lines;
}

function where(place: Place | undefined, main: Place | undefined): string {
  if (!place) return '';
  return `${place.file === main?.file ? '' : `${place.file}:`}${place.line}:${place.column}  `;
}
