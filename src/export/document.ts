import { width } from '../diagnostics/width.ts';
import type { Form } from '../forms/compile.ts';
import type { ReportEntry } from '../model/site.ts';
import { notesOf } from '../pages/report/notes.ts';
import { correctionsInOrder } from '../pages/report/versions.ts';
import { amount, chineseDate, reportTitle } from '../pages/sentence.ts';
import { type NarrativeBlock, narrativeBlocks, type Run } from '../render/narrative.ts';
import type { Correction } from '../reports/annotations.ts';
import { type DocumentTable, documentTable } from './table.ts';

/** A report as an official document. Writers only turn it into their format. */
export interface OfficialDocument {
  /** Lines of the title, none longer than 20 汉字 of 二号 where the names allow it. */
  title: string[];
  organ: string;
  /** What stands under the title: 发布机构, 公布日期. */
  facts: { name: string; value: string }[];
  /** Date of publication; documents carry no other date, so that they do not depend on the clock. */
  published?: string;
  /** At the head of every page of a fictional organ. */
  banner?: string;
  opening: Paragraph[];
  sections: DocumentSection[];
}

export interface DocumentSection {
  heading: string;
  paragraphs: Paragraph[];
  table?: DocumentTable;
  /** Under the table: footnotes with their marks (注1　表二 · 规章 · 本年制发件数：……) and corrections. */
  notes: string[];
}

export interface Paragraph extends NarrativeBlock {
  /** A heading inside a section, such as （一）主动公开: set in 楷体. */
  heading?: true;
}

/** 156 mm hold 20 characters of 22 pt. */
const titleWidth = 40;

export function makeDocument(entry: ReportEntry): OfficialDocument {
  const { organ, report } = entry;
  const notes = notesOf(report);
  const marks = new Map(notes.map(({ address, note }) => [address, `注${note.mark}`]));
  return {
    title: titleLines(reportTitle(entry)),
    organ: organ.organ.fullName,
    facts: [
      { name: '发布机构', value: organ.organ.fullName },
      ...(report.published ? [{ name: '公布日期', value: chineseDate(report.published) }] : []),
    ],
    ...(report.published ? { published: report.published } : {}),
    ...(organ.organ.example ? { banner: '示例：机关、数字和文字均属虚构，请勿引用' } : {}),
    opening: paragraphs(report.opening),
    sections: report.form.sections.map(({ key, heading, table }) => ({
      heading,
      paragraphs: paragraphs(report.sections.get(key)),
      ...(table ? { table: documentTable(report.form, table, report.values, marks) } : {}),
      notes: [
        ...notes
          .filter(({ section }) => section === key)
          .map(({ note: { mark, about, text } }) => `注${mark}　${about}：${text}`),
        ...correctionsInOrder(report)
          .filter(({ cell }) => cell.startsWith(`${key}.`))
          .map((correction) => correctionNote(report.form, correction)),
      ],
    })),
  };
}

/** A corrected report says so on paper too. */
function correctionNote(form: Form, { cell, old, new: now, date, reason }: Correction): string {
  return `更正　${form.cellAt.get(cell)!.name}：${chineseDate(date)}由${amount(old, '')}改为${amount(now, '')}。原因：${reason}`;
}

function paragraphs(text: string | undefined): Paragraph[] {
  return narrativeBlocks(text ?? '').map((block) => (isHeading(block) ? { ...block, heading: true } : block));
}

const numbering = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/;
const longestHeading = 60;

/** A short line that begins with 一、 or （一） and ends without a full stop. */
function isHeading({ runs, depth }: NarrativeBlock): boolean {
  const text = textOf(runs);
  return depth === 0 && numbering.test(text) && width(text) <= longestHeading && !/[。；;：:，,]$/.test(text);
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** One line, or the two whose longer one is shortest; a line breaks only between the parts of the title. */
function titleLines(parts: readonly string[]): string[] {
  const whole = parts.join('');
  if (width(whole) <= titleWidth) return [whole];
  const breaks = parts.slice(1).map((_, i) => [parts.slice(0, i + 1).join(''), parts.slice(i + 1).join('')]);
  const longest = (lines: readonly string[]) => Math.max(...lines.map(width));
  return breaks.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}
