import type { Form } from '../../forms/compile.ts';
import { chineseNumber } from '../../forms/numerals.ts';
import { needles } from './needles.ts';
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
    const { headings, points } = leadingPoints(text, section, form);
    return [
      ...headings,
      ...points.flatMap((list, i) => outOfOrder(text, list, 0, styles[i]!)),
      ...inLines(text),
    ]
      .sort((a, b) => a.start - b.start)
      .map((finding) => ({ ...finding, section }));
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
  /[^\S\n]*[*#]*[^\S\n]?(?:[（(]([一二三四五六七八九十]{1,2})[）)]|([一二三四五六七八九十]{1,2})[、．][^\S\n]*|(\d{1,2})(?:\.(?!\d)|、))/y;
const later = needles(['二是', '三是']);
const withinLine = /([一二三四五六七八九十])是(?<=(?:^|[\s。；，：、）)*])..)/gm;

interface Point extends Span {
  number: number;
}

/** The points at the beginnings of lines by style, and those that are headings of the form instead. */
function leadingPoints(text: string, section: string, form: Form) {
  const points: Point[][] = styles.map(() => []);
  const headings: Finding<SectionKind>[] = [];
  for (let line = 0; line >= 0 && line < text.length; line = nextLine(text, line)) {
    leading.lastIndex = line;
    const match = leading.exec(text);
    if (!match) continue;
    const start = line + match[0].search(/[^\s#*]/);
    const end = leading.lastIndex;
    const heading =
      match[2] && section !== 'opening' && headingAt(text, { start, end }, match[2], section, form);
    if (heading) headings.push(heading);
    else {
      const style = match.slice(1).findIndex((group) => group !== undefined);
      points[style]!.push({ start, end, number: numberOf(match[style + 1]!) });
    }
  }
  return { headings, points };
}

/** A line that is a heading of the form, with its number; 的 and （…） don't matter. */
function headingAt(
  text: string,
  { start, end }: Span,
  number: string,
  section: string,
  form: Form,
): Finding<SectionKind> | undefined {
  const target = form.sections.find(({ heading }) => heading.startsWith(`${number}、`));
  if (!target) return undefined;
  const next = nextLine(text, end);
  const title = text.slice(end, next < 0 ? text.length : next).replace(/[\s*：:]+$/, '');
  if (title.length > 40 || bare(target.heading.slice(2)) !== bare(title)) return undefined;
  const kind = target.key === section ? 'own-heading' : 'other-heading';
  const params = { heading: target.heading, target: target.key };
  return found('QA-SECTIONS', kind, text, { start, end: end + title.length }, params);
}

/** 一是…二是…四是 within a line; elsewhere 首先 or 一方面 may stand for the first. */
function inLines(text: string): Finding<SectionKind>[] {
  const lines: Point[][] = [];
  let end = 0;
  for (const { groups, ...span } of scan(text, withinLine, later)) {
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
