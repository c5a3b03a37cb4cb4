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
}

export interface TableBlock {
  kind: 'table';
  /** Cells that begin in a row, in order; what a span covers is not repeated. */
  rows: SourceCell[][];
  where: string;
}

export interface SourceCell {
  text: string;
  /** For people: 表2第3行第2格. */
  where: string;
}

/** Radicals that PDF fonts give in the place of 汉字 and that NFKC leaves alone. */
const radicals: Record<string, string> = {
  '⺠': '民',
  '⻓': '长',
  '⻛': '风',
  '⻔': '门',
  '⻋': '车',
  '⻅': '见',
  '⻚': '页',
  '⻢': '马',
};

/** Characters in their ordinary form: half-width digits, 汉字 instead of radicals, one kind of blank. */
export function ordinary(text: string): string {
  return text
    .replace(/[\u2e80-\u2fdf]/g, (char) => radicals[char] ?? char.normalize('NFKC'))
    .replace(/[\u00a0\u2000-\u200b\u3000\ufeff\t\r\n ]+/g, ' ')
    .trim();
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
