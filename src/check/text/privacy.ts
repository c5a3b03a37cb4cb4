import { needles } from './needles.ts';
import { findPersonNames, type PersonNameKind } from './persons.ts';
import { after, before, scan } from './scan.ts';
import type { Finding, Span } from './types.ts';

/**
 * QA-PERSON: personal data in a public text (条例 art. 15). The findings do not repeat the numbers;
 * `params.masked` shows the first and last characters only. Kinds:
 * - `id-number`: a citizen identity number, GB 11643-1999: 17 digits and the check character of
 *   ISO 7064 MOD 11-2, with a real province and date of birth
 * - `mobile`: a mobile number; params: contact (given as a way to reach the office)
 * - `bank-card`: a card number with the check digit of ISO/IEC 7812 (Luhn)
 * - `private-mail`: a person's mail at a free provider; an office's address of contact is none
 * and those of `persons`.
 */
export type PersonKind = PersonNameKind | 'id-number' | 'mobile' | 'bank-card' | 'private-mail';

/** `year`: the report's year; nobody in it was born later. */
export function findPersonalData(text: string, year: number): Finding<PersonKind>[] {
  if (!longNumber.test(text)) return [...privateMails(text), ...findPersonNames(text)].sort(byPlace);
  const ids = scan(text, /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g).filter((span) =>
    isIdNumber(text.slice(span.start, span.end), year + 1),
  );
  const mobiles = scan(
    text,
    /(?<![\dA-Za-z.-])(?:\+?86[-\s]?)?1[3-9]\d(?:\d{8}|[-\s]\d{4}[-\s]\d{4})(?![\dA-Za-z]|\.\d|-\d)/g,
  ).filter((span) => !isOtherNumber(text, span));
  const cards = scan(
    text,
    /(?<![\dA-Za-z])\d(?:\d{15,18}|\d{3}(?: \d{4}){2} \d{4}(?: \d{1,3})?)(?![\dA-Za-z])/g,
  ).filter((span) => isBankCard(text, span) && !ids.some((id) => id.start === span.start));
  return [
    ...ids.map((span) => masked('id-number', text, span)),
    ...mobiles.map((span) => masked('mobile', text, span, { contact: isContact(text, span.start) })),
    ...cards.map((span) => masked('bank-card', text, span)),
    ...privateMails(text),
    ...findPersonNames(text),
  ].sort(byPlace);
}

/** Eleven digits at least, perhaps in groups: without them there is no number to look at. */
const longNumber = /\d[\d -]{9,}\d/;

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start;
}

function masked(
  kind: PersonKind,
  text: string,
  { start, end }: Span,
  params: Record<string, string | number | boolean> = {},
): Finding<PersonKind> {
  const shown = `${text.slice(start, start + 3)}…${text.slice(end - 2, end)}`;
  return { rule: 'QA-PERSON', kind, start, end, params: { masked: shown, ...params } };
}

const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** Check character: the sum of the digits weighted with 2^(17-i) mod 11, looked up in 10X98765432. */
export function isIdNumber(number: string, beforeYear: number): boolean {
  if (!/^\d{17}[\dXx]$/.test(number) || !provinces.test(number)) return false;
  const year = Number(number.slice(6, 10));
  const month = Number(number.slice(10, 12));
  const day = Number(number.slice(12, 14));
  if (year < 1900 || year >= beforeYear || !isDate(year, month, day)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(number[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'[sum % 11] === number[17]!.toUpperCase();
}

function isDate(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

const coded = /(?:信用代码|机构代码|索引号|编号|文号|证号|备案号|序号|流水号|订单号|统一代码)[^，。；]{0,6}$/;

/** Amounts, serial and code numbers of eleven digits. */
function isOtherNumber(text: string, { start, end }: Span): boolean {
  return (
    before(text, start, coded) ||
    before(text, start, /[¥￥$\d,，]$/, 1) ||
    after(text, end, /^\s?(?:元|万元|亿元|条|件|次|人|号令|平方|㎡|吨|公里|号|[/／])/)
  );
}

/**
 * UnionPay cards begin with 62 and have 16 or 19 digits; other cards count only where the text speaks
 * of an account, because one number in ten has a fitting check digit by chance.
 */
function isBankCard(text: string, { start, end }: Span): boolean {
  const digits = text.slice(start, end).replaceAll(' ', '');
  if (digits.length < 16 || digits.length > 19 || !isLuhn(digits) || before(text, start, coded)) return false;
  const spoken = before(text, start, /(?:银行卡|卡号|账号|帐号|账户|帐户|一卡通|存折)[^。；]{0,12}$/, 24);
  return spoken || (/^62/.test(digits) && (digits.length === 16 || digits.length === 19));
}

export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

const atSign = needles('@');
const freeMail =
  /(?<![\w.+-])([\w.+-]+)@(?:vip\.)?(?:qq|foxmail|163|126|yeah|sina|sohu|139|189|wo|aliyun|gmail|hotmail|outlook|yahoo)\.(?:com|cn|net|com\.cn)(?![\w.])/gi;

/** Townships often have no mail of their own domain, so a free address of contact is taken for the office's. */
function privateMails(text: string): Finding<PersonKind>[] {
  return scan(text, freeMail, atSign)
    .filter(({ start, groups }) => !isContact(text, start) && !/^1[3-9]\d{9}$/.test(groups[1]!))
    .map((span) => masked('private-mail', text, span));
}

/** 申请人李某，手机…: somebody's own, unless the reader is told to use it. */
const somebodys = /(?:申请人|当事人|举报人|信访人|监护人|户主|先生|女士)(?:(?![。；\n可请拨询系]).){0,40}$/;

/** Is this said to be how to reach the office? */
function isContact(text: string, start: number): boolean {
  const said = before(
    text,
    start,
    /(?:电话|热线|传真|手机|联系|咨询|拨打|致电|邮箱|信箱|邮件|电邮|e-?mail|[:：/、])[^，。；、]{0,12}$/i,
    24,
  );
  return said && !before(text, start, somebodys, 48);
}
