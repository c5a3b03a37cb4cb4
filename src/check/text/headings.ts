import type { Form } from '../../forms/compile.ts';
import { chineseNumber } from '../../forms/numerals.ts';
import { found, scan } from './scan.ts';
import type { Finding, Span, TextPart } from './types.ts';

/**
 * QA-SECTIONS: headings of the form that stand in a text, and numbers of points out of order. Kinds:
 * - `other-heading`: the heading of another section: its text belongs there. params: found, heading, target
 * - `own-heading`: the section's own heading, which the form prints. params: found
 * - `numbering`: （一）（二）（四）, 一是…二是…四是. params: found, expected, before
 */
export type SectionKind = 'other-heading' | 'own-heading' | 'numbering';

export function findSectionFaults(parts: readonly TextPart[], form: Form): Finding<SectionKind>[] {
  return parts.flatMap(({ section, text }) => {
    const headings = section === 'opening' ? [] : findHeadings(text, section, form);
    return [...headings, ...findNumbering(text, headings)]
      .sort((a, b) => a.start - b.start)
      .map((finding) => ({ ...finding, section }));
  });
}

/** The number of a heading and its words, in a line of their own. */
const line = /^[^\S\n]*[#*]*[^\S\n]*([一二三四五六])[、．.，]\s*([^\n]{2,30}?)[*：:\s]*$/gm;

/** A line that is a heading of the form, with its number; 的 and （…） don't matter. */
function findHeadings(text: string, section: string, form: Form): Finding<SectionKind>[] {
  return scan(text, line).flatMap(({ start, end, groups }): Finding<SectionKind>[] => {
    const [, number, title] = groups as [string, string, string];
    const target = form.sections.find(({ heading }) => heading.startsWith(`${number}、`));
    if (!target || bare(target.heading.slice(2)) !== bare(title)) return [];
    const kind = target.key === section ? 'own-heading' : 'other-heading';
    const from = start + text.slice(start, end).search(/[^\s#*]/);
    const to = start + text.slice(start, end).replace(/[\s*]+$/, '').length;
    const params = { heading: target.heading, target: target.key };
    return [found('QA-SECTIONS', kind, text, { start: from, end: to }, params)];
  });
}

function bare(title: string): string {
  return title.replace(/的|[\s“”]|（[^）]*）/g, '');
}

const numerals = [...'零一二三四五六七八九'];
const chinese = (number: number) =>
  number < 10 ? numerals[number]! : `十${number % 10 ? numerals[number % 10] : ''}`;

/** How points are numbered, each way counted for itself. */
const styles: readonly ((number: number) => string)[] = [
  (number) => `（${chinese(number)}）`,
  (number) => `${chinese(number)}、`,
  (number) => `${number}.`,
];
/** The number at the beginning of a line; a group for each style. */
const leading =
  /[^\S\n]*[*#]*[^\S\n]*(?:[（(]([一二三四五六七八九十]{1,2})[）)]|([一二三四五六七八九十]{1,2})、|(\d{1,2})(?:\.(?!\d)|、))/y;
const withinLine = /(?<=^|[\s。；，：、）)*])([一二三四五六七八九十])是/gm;

interface Point extends Span {
  number: number;
}

/** Points are numbered from one on without a gap; a number one begins a new list. */
function findNumbering(text: string, headings: readonly Span[]): Finding<SectionKind>[] {
  const byStyle: Point[][] = styles.map(() => []);
  for (let line = 0; line >= 0 && line < text.length; line = nextLine(text, line)) {
    leading.lastIndex = line;
    const match = leading.exec(text);
    if (!match) continue;
    const style = match.slice(1).findIndex((group) => group !== undefined);
    const start = line + match[0].search(/[^\s#*]/);
    if (headings.some((heading) => heading.start === start)) continue;
    byStyle[style]!.push({ start, end: leading.lastIndex, number: numberOf(match[style + 1]!) });
  }
  return [
    ...byStyle.flatMap((points, style) => outOfOrder(text, points, 0, styles[style]!)),
    ...inLines(text),
  ];
}

/** 一是…二是…四是 within a line; elsewhere 首先 or 一方面 may stand for the first. */
function inLines(text: string): Finding<SectionKind>[] {
  const lines: Point[][] = [];
  let end = 0;
  for (const { groups, ...span } of scan(text, withinLine, ['二是', '三是'])) {
    if (lines.length === 0 || text.slice(end, span.start).includes('\n')) lines.push([]);
    lines.at(-1)!.push({ start: span.start, end: span.end, number: numberOf(groups[1]!) });
    end = span.end;
  }
  return lines.flatMap(([first, ...points]) =>
    outOfOrder(text, points, first!.number, (number) => `${chinese(number)}是`),
  );
}

function outOfOrder(
  text: string,
  points: readonly Point[],
  before: number,
  write: (number: number) => string,
): Finding<SectionKind>[] {
  let last = before;
  return points.flatMap(({ number, start, end }) => {
    const previous = last;
    last = number;
    if (number === 1 || number === previous + 1) return [];
    const params = { expected: write(previous + 1), before: previous === 0 ? '' : write(previous) };
    return [found('QA-SECTIONS', 'numbering' as const, text, { start, end }, params)];
  });
}

function numberOf(written: string): number {
  return /\d/.test(written) ? Number(written) : (chineseNumber(written) ?? 0);
}

function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? -1 : feed + 1;
}
