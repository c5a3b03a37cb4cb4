import type { Form } from '../../forms/compile.ts';
import { type Needles, needles, occurs } from './needles.ts';
import { found, scan } from './scan.ts';
import { sentenceAround } from './sentences.ts';
import type { Finding, Span } from './types.ts';

/**
 * ED-CITE: the report cites the notice of its own edition. Numbers and titles come from the form data.
 * Kinds:
 * - `other-number`: the number of another edition's notice
 * - `other-title`: the title of another edition's notice
 * - `wrong-number`: nearly the number of a notice: another issuer, year or serial (国办公开办涵〔2022〕30号)
 * params: found, number (expected), title (expected), edition (whose notice was cited, if one)
 */
export type CitationKind = 'other-number' | 'other-title' | 'wrong-number';

/** Whether a text names a notice of the State Council's office on the annual report at all, rightly or wrongly. */
export function citesNotice(text: string): boolean {
  return occurs(text, noticeWords);
}

const noticeWords = needles(['国办', '年度报告格式', '年度报告有关事项']);

interface NoticeNumber {
  issuer: string;
  year: string;
  serial: string;
}

export function findCitations(text: string, form: Form, forms: readonly Form[]): Finding<CitationKind>[] {
  const expected = { number: form.notice.number, title: form.notice.title };
  const others = forms.filter((other) => other.id !== form.id);
  const findings: Finding<CitationKind>[] = [];
  for (const { number, ...span } of numbers(text)) {
    const own = readNumber(form.notice.number);
    if (sameNumber(number, own)) continue;
    const edition = others.find((other) => sameNumber(number, readNumber(other.notice.number)));
    if (edition) {
      if (!isAside(text, span)) {
        findings.push(found('ED-CITE', 'other-number', text, span, { ...expected, edition: edition.id }));
      }
    } else if (isNearly(number, [own, ...others.map((o) => readNumber(o.notice.number))], text, span)) {
      findings.push(found('ED-CITE', 'wrong-number', text, span, expected));
    }
  }
  for (const other of others) {
    for (const span of titlePlaces(text, other.notice.title)) {
      if (isAside(text, span)) continue;
      findings.push(found('ED-CITE', 'other-title', text, span, { ...expected, edition: other.id }));
    }
  }
  return findings.sort((a, b) => a.start - b.start);
}

const numberSign = needles('号');
const bracketed = /[〔[［【(（]\s*(\d{4})\s*[〕\]］】)）]\s*(\d+)\s*号/g;

/** A number with any kind of brackets and blanks; the issuer is the Han characters before it. */
function numbers(text: string): (Span & { number: NoticeNumber })[] {
  return scan(text, bracketed, numberSign).flatMap(({ start, end, groups }) => {
    const [, before, blanks] = /([㐀-鿿]{1,12})(\s*)$/.exec(text.slice(Math.max(0, start - 16), start)) ?? [];
    if (before === undefined) return [];
    const issuer = before.replace(/^.*(?=国办)|^.*(?:按照|根据|依据|依照|以及|和|与|按|的)/, '');
    return [
      {
        start: start - blanks!.length - issuer.length,
        end,
        number: { issuer, year: groups[1]!, serial: groups[2]! },
      },
    ];
  });
}

function readNumber(number: string): NoticeNumber {
  const match = /^(.+)〔(\d{4})〕(\d+)号$/.exec(number);
  return { issuer: match?.[1] ?? '', year: match?.[2] ?? '', serial: match?.[3] ?? '' };
}

function sameNumber(a: NoticeNumber, b: NoticeNumber): boolean {
  return a.issuer === b.issuer && a.year === b.year && a.serial === b.serial;
}

/** What the notices are about. */
const aboutForm = /年度报告格式|年度报告有关|年报格式/;
/** The sentence that says by what a report was made. */
const compiled = /(?:编制|编写|形成|公布)[^。；]{0,24}(?:报告|年报)|(?:报告|年报)[^。；]{0,16}编[制写]/;

/**
 * Year and serial of a notice under another issuer, or its issuer with one of the two wrong; only in a
 * sentence about the form or the making of the report, since the same office issues other notices too (〔2019〕61号).
 */
function isNearly(
  number: NoticeNumber,
  notices: readonly NoticeNumber[],
  text: string,
  { start }: Span,
): boolean {
  const around = sentenceAround(text, start);
  const sentence = text.slice(around.start, around.end);
  if (!aboutForm.test(sentence)) {
    // Others have notices of the same number, and beside the right one another may stand.
    if (!compiled.test(sentence) || !/国办|公开办/.test(number.issuer)) return false;
    if (numbers(sentence).some((other) => sameNumber(other.number, notices[0]!))) return false;
  }
  const issuedAlike = /国办公开办?[函涵]?$|公开办[函涵]$/.test(number.issuer);
  return notices.some((notice) => {
    const year = number.year === notice.year;
    const serial = number.serial === notice.serial;
    return (year && serial) || (issuedAlike && (year || serial));
  });
}

/** Told as history: 代替, 废止, 不再使用 …. */
function isAside(text: string, { start, end }: Span): boolean {
  const sentence = sentenceAround(text, start);
  return /(?:废止|代替|替代|不再|原格式|旧格式|试行格式|取代)/.test(
    text.slice(Math.max(sentence.start, start - 30), Math.min(sentence.end, end + 30)),
  );
}

/** Where a title stands, whatever quotes and blanks are in it. */
function titlePlaces(text: string, title: string): Span[] {
  let known = titlePatterns.get(title);
  if (!known) {
    const characters = [...title.replace(/[《》〈〉“”\s]/g, '')];
    const escaped = characters.map((c) => c.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(escaped.join('[《》〈〉<>“”"\\s]*'), 'g');
    // The most telling words of a title stand before 的通知.
    known = { pattern, words: needles([characters.slice(-7, -3).join('')]) };
    titlePatterns.set(title, known);
  }
  return scan(text, known.pattern, known.words).map(({ start, end }) => ({ start, end }));
}

const titlePatterns = new Map<string, { pattern: RegExp; words: Needles }>();
