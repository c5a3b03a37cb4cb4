import type { Cell } from '../forms/compile.ts';
import { absences, type CellValue, readCell } from '../forms/value.ts';
import { plainScalar } from '../source/scalar.ts';
import { ordinary, type SourceCell } from './blocks.ts';

export interface CellReading {
  value: CellValue;
  /** A note that stood in the cell beside the number. */
  note?: string;
  /** What a person should look at. */
  doubt?: string;
  /** What it reads as if the blanks between its digits say nothing; only the sums can tell. */
  joined?: CellReading;
  /** It is blank, and 0 because that was asked for. */
  blank?: true;
}

/** How a cell of the source is read as a cell of the form. */
export type ReadCell = (cell: Cell, source: SourceCell) => CellReading;

/** A cell that is not there. */
export const lost: CellReading = { value: '看不清', doubt: '这一格没有读到' };

/**
 * One cell of a published table. A number is what is plainly one, with the widths, separators and units seen in
 * real reports; blank is 空; anything else is 看不清 and told. Nothing becomes 0 that is not written as 0.
 */
export function readSourceCell(cell: Cell, source: string): CellReading {
  const marked = withoutMark(cell, source);
  if (marked) return marked;
  const text = ordinary(source).normalize('NFKC').replace(noteMark, '');
  if (text === '') return { value: '空' };
  if (/^[零〇]$/.test(text)) return { value: 0 };
  const word = absences.find((absence) => absence !== '空' && absence === text.replaceAll(' ', ''));
  if (word || text === '(空)') return { value: word ?? '空' };
  if (/^[-—–―─/\\|·*]+$/.test(text) || /^(无|没有|空)$/.test(text)) {
    return { value: '空', doubt: `原文写的是“${source.trim()}”，记作 空` };
  }
  const noted = /^([-+]?[\d,. ]+?)\s*\((.+)\)$/.exec(text);
  if (noted) {
    const { value } = readSourceCell(cell, noted[1]!);
    if (typeof value === 'number')
      return { value, note: /[（(](.+)[)）]\s*$/s.exec(source)?.[1] ?? noted[2]! };
  }
  const change = cell.kind === 'change' ? /^(增|减)[加少]?(\d[\d,.]*)$/.exec(text.replaceAll(' ', '')) : null;
  const changed = change && plain(change[2]!);
  if (changed)
    return accept(cell, `${change[1] === '减' && Number(changed) !== 0 ? '-' : ''}${changed}`, source);
  const unit = /^([-+]?[\d,.]+)\s*(件|条|项|个|宗|起|次|份|万元|元)$/.exec(text);
  const money = unit?.[2] === '元' || unit?.[2] === '万元';
  if (unit && money === (cell.kind === 'amount')) {
    const number = plain(unit[1]!);
    if (unit[2] === '元' && number !== undefined) return yuan(cell, number, source);
    if (number !== undefined) return accept(cell, number, source);
  }
  const number = plain(text);
  if (number !== undefined) return accept(cell, number, source);
  if (!/^\d+( \d+)+$/.test(text)) return unreadable(source);
  const joined = accept(cell, text.replaceAll(' ', ''), source);
  return { ...unreadable(source), ...(typeof joined.value === 'number' ? { joined } : {}) };
}

/** Leads to a note under the table, as our own documents have it: 22注1; raised, it may come before the number. */
const noteMark = /^注\d{1,3} (?=.)|(?<=.) ?注\d{1,3}$/;

/** 34①, 34[1] and 34*: the mark leads to a note and is no digit. */
function withoutMark(cell: Cell, source: string): CellReading | undefined {
  const [, number, mark] =
    /^\s*([-+－＋]?[\d０-９][\d０-９,，.．]*)\s*([①-⑳⑴-⒇❶-❿]|[[［【〔]\s*注?[\d０-９]{1,2}\s*[\]］】〕]|[*＊※])\s*$/u.exec(
      source,
    ) ?? [];
  if (number === undefined) return undefined;
  const reading = readSourceCell(cell, number);
  if (typeof reading.value !== 'number') return reading;
  return { ...reading, doubt: `数后面有注号“${mark}”，没有当作数字` };
}

/** 元 as 万元, exactly: the decimal point moves by four places. */
export function yuan(cell: Cell, digits: string, source: string): CellReading {
  const [whole = '0', fraction = ''] = digits.split('.');
  const padded = whole.padStart(5, '0');
  const moved = `${padded.slice(0, -4)}.${padded.slice(-4)}${fraction}`.replace(/0+$/, '').replace(/\.$/, '');
  const reading = accept(cell, moved, source);
  return typeof reading.value === 'number'
    ? { ...reading, doubt: `原文以元为单位（${source.trim()}），换算成万元` }
    : reading;
}

/** Digits without thousands separators; undefined where separators do not stand where they must. */
function plain(text: string): string | undefined {
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.replace(/^[-+]\s*/, '');
  if (/^\d+(\.\d+)?$/.test(digits)) return sign + digits;
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return sign + digits.replaceAll(',', '');
  return undefined;
}

function accept(cell: Cell, digits: string, source: string): CellReading {
  // 3.00 is how a spreadsheet shows 3.
  const whole = cell.kind === 'amount' ? digits : digits.replace(/\.0+$/, '');
  const reading = readCell(cell.kind, plainScalar(whole));
  if (!('fault' in reading) && typeof reading.value === 'number') return { value: reading.value };
  return unreadable(source);
}

function unreadable(source: string): CellReading {
  return { value: '看不清', doubt: `读不出是什么数：“${ordinary(source)}”` };
}
