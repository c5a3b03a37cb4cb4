import type { ProseEntry, ProsePlace } from './audit.ts';
import type { Exact } from './exact.ts';
import { percentText } from './exact.ts';
import { decimalsOf, valueText } from './quantity.ts';
import type { Reading } from './readings.ts';

const pause = /[^，,；;。：:！!？?（(\n]*$/;
/** 自然人5件、: another number in the same clause. */
const counted = /^.*[\d０-９][^\d０-９、]{1,3}、/;
const longest = 30;

/** The words of a place with those that lead up to it from the pause before: 新收政府信息公开申请33件. */
export function clauseOf(source: string, { offset, length }: Pick<ProsePlace, 'offset' | 'length'>): string {
  const lead = bare(pause.exec(source.slice(0, offset))![0]).replace(counted, '');
  return `${lead.length > longest ? `…${lead.slice(-longest)}` : lead}${bare(source.slice(offset, offset + length))}`;
}

/** Without blanks, line breaks and marks of emphasis. */
function bare(text: string): string {
  return text.replace(/[\s*`]+/g, '');
}

/** The number a text gives: 33, 78.126万元, 33.9%. */
export function foundText({ quantity }: ProseEntry): string {
  return numberText(quantity, quantity.value);
}

/** A value in the unit and with the decimals of what the text gives. */
export function numberText(quantity: ProseEntry['quantity'], value: Exact): string {
  return quantity.unit === '%' ? percentText(value, decimalsOf(quantity)) : valueText(value, quantity.unit);
}

/** What was tried and what it comes to: 一、本年新收政府信息公开申请数量 · 总计 31. Shares and changes are told with their result. */
export function readingText({ kind, quantity }: ProseEntry, { name, value }: Reading): string {
  return kind === 'share' || kind === 'change' ? name : `${name} ${valueText(value, quantity.unit)}`;
}
