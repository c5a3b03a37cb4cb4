import { type CellStyle, styleIndex } from './cell-styles.ts';
import { escapeXml } from './xml.ts';

/** A cell: a number as a number, any other text as a text, also one that begins as a formula does. */
export function cellXml(at: string, style: CellStyle, value: string | number | undefined): string {
  const index = styleIndex(style);
  const open = index === 0 ? `<c r="${at}"` : `<c r="${at}" s="${index}"`;
  if (value === undefined) return `${open}/>`;
  if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

/** The letters of a column, counted from 0: A, Z, AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** A1, counted from 0. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;
