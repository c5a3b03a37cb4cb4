import { withoutRadicals } from './radicals.ts';

/** A piece of a source document, in reading order; every format is turned into these. */
export type Block = TextBlock | TableBlock;

export interface TextBlock {
  kind: 'text';
  /** One paragraph or line. */
  text: string;
  /** For people: 第12行. */
  where: string;
  /** Item of a list: its mark in Markdown. */
  mark?: string;
  /** A footnote: it belongs to a place in the text or in a table, and to no section. */
  note?: true;
}

export interface TableBlock {
  kind: 'table';
  /** Cells that begin in a row, in order; what a span covers is not repeated. */
  rows: SourceCell[][];
  where: string;
  /** The format lost the ends of rows: blank cells at the end of a row may not be cells of it. */
  flat?: boolean;
}

export interface SourceCell {
  text: string;
  /** Column of the grid in which the cell begins, from 0, where the format knows it. */
  column?: number;
  /** For people: 表2第3行第2格. */
  where: string;
}

/** Characters without width, which pages put between letters: joiners, marks of direction, places to break. */
const invisible = /\p{Cf}|\p{Variation_Selector}/gu;

/** Characters in their ordinary form: half-width digits, 汉字 instead of radicals, one kind of blank. */
export function ordinary(text: string): string {
  return withoutRadicals(text)
    .replace(invisible, '')
    .replace(/[\u00a0\u2000-\u200a\u3000\t\r\n ]+/g, ' ')
    .trim();
}

/** — 3 —, or 第3页 共8页, on a line of its own. */
export function isPageNumber(text: string): boolean {
  return /^([-—–―─·]\s*\d{1,3}\s*[-—–―─·]|第\s*\d{1,3}\s*页([,，/／\s]*共\s*\d{1,3}\s*页)?)$/.test(
    text.trim(),
  );
}

/** What is compared of a label: no blanks, one kind of bracket, quote, numbering and width. */
export function labelKey(text: string): string {
  return ordinary(text)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[“”"'‘’「」『』]/g, '"')
    .replace(/[,，、;；。:：]/g, '')
    .replace(/^(\d+)[.、．)]?/, '$1.')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')');
}
