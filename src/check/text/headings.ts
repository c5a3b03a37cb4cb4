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

interface Style {
  pattern: RegExp;
  needles: readonly string[];
  write(number: number): string;
  /** Whether each stands at the beginning of a line; then a list must begin with one, else it ends with its line. */
  leading: boolean;
}

const numerals = [...'零一二三四五六七八九'];
const chinese = (number: number) =>
  number < 10 ? numerals[number]! : `十${number % 10 ? numerals[number % 10] : ''}`;
const styles: readonly Style[] = [
  {
    pattern: /^[^\S\n]*[*#]*\s?[（(]([一二三四五六七八九十]{1,2})[）)]/gm,
    needles: ['（', '('],
    write: (number) => `（${chinese(number)}）`,
    leading: true,
  },
  {
    pattern: /^[^\S\n]*[*#]*\s?([一二三四五六七八九十]{1,2})、/gm,
    needles: ['、'],
    write: (number) => `${chinese(number)}、`,
    leading: true,
  },
  {
    pattern: /^[^\S\n]*[*#]*\s?(\d{1,2})(?:\.(?!\d)|、)/gm,
    needles: ['1.', '1、', '2.', '2、'],
    write: (number) => `${number}.`,
    leading: true,
  },
  {
    pattern: /(?<=^|[\s。；，：、）)*])([一二三四五六七八九十])是/gm,
    needles: ['二是', '三是'],
    write: (number) => `${chinese(number)}是`,
    leading: false,
  },
];

/** Points are numbered from one on without a gap; a number one begins a new list. */
function findNumbering(text: string, headings: readonly Span[]): Finding<SectionKind>[] {
  return styles.flatMap(({ pattern, needles, write, leading }) => {
    const findings: Finding<SectionKind>[] = [];
    let last = 0;
    let lastEnd = 0;
    for (const { start, end, groups } of scan(text, pattern, needles)) {
      const from = start + text.slice(start, end).search(/[^\s#*]/);
      if (headings.some((heading) => from === heading.start)) continue;
      if (!leading && text.slice(lastEnd, from).includes('\n')) last = 0;
      const number = /\d/.test(groups[1]!) ? Number(groups[1]) : (chineseNumber(groups[1]!) ?? 0);
      if (number !== 1 && number !== last + 1 && (last > 0 || leading)) {
        const params = { expected: write(last + 1), before: last === 0 ? '' : write(last) };
        findings.push(found('QA-SECTIONS', 'numbering', text, { start: from, end }, params));
      }
      last = number;
      lastEnd = end;
    }
    return findings;
  });
}
