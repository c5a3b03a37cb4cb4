import { after, before, found, scan } from './scan.ts';
import type { Finding, Span } from './types.ts';

/**
 * QA-PERSON: personal data in a public text (条例 art. 15). The findings do not repeat the numbers;
 * `params.masked` shows the first and last characters only. Kinds:
 * - `id-number`: a citizen identity number, GB 11643-1999: 17 digits and the check character of
 *   ISO 7064 MOD 11-2, with a real province and date of birth
 * - `mobile`: a mobile number; params: contact (given as a way to reach the office)
 * - `bank-card`: a card number with the check digit of ISO/IEC 7812 (Luhn)
 * - `private-mail`: a person's mail at a free provider; an office's address of contact is none
 * - `contact-person`: 联系人：张三. params: found (the words before the name only)
 * - `staff-list`: three names or more in a row after a role. params: names (how many)
 * - `named-leader`: 由镇长张三任组长. Who holds an office is public, so a rule may leave this one out.
 */
export type PersonKind =
  | 'id-number'
  | 'mobile'
  | 'bank-card'
  | 'private-mail'
  | 'contact-person'
  | 'staff-list'
  | 'named-leader';

/** `year`: the report's year; nobody in it was born later. */
export function findPersonalData(text: string, year: number): Finding<PersonKind>[] {
  const ids = scan(text, /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/gu).filter((span) =>
    isIdNumber(text.slice(span.start, span.end), year + 1),
  );
  const mobiles = scan(
    text,
    /(?<![\dA-Za-z.-])(?:\+?86[-\s]?)?1[3-9]\d(?:\d{8}|[-\s]\d{4}[-\s]\d{4})(?![\dA-Za-z]|\.\d|-\d)/gu,
  ).filter((span) => !isOtherNumber(text, span));
  const cards = scan(
    text,
    /(?<![\dA-Za-z])\d(?:\d{15,18}|\d{3}(?: \d{4}){2} \d{4}(?: \d{1,3})?)(?![\dA-Za-z])/gu,
  ).filter((span) => isBankCard(text, span) && !ids.some((id) => id.start === span.start));
  return [
    ...ids.map((span) => masked('id-number', text, span)),
    ...mobiles.map((span) => masked('mobile', text, span, { contact: isContact(text, span.start) })),
    ...cards.map((span) => masked('bank-card', text, span)),
    ...privateMails(text),
    ...names(text),
  ].sort((a, b) => a.start - b.start);
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

const coded =
  /(?:信用代码|机构代码|索引号|编号|文号|证号|备案号|序号|流水号|订单号|统一代码)[^，。；]{0,6}$/u;

/** Amounts, serial and code numbers of eleven digits. */
function isOtherNumber(text: string, { start, end }: Span): boolean {
  return (
    before(text, start, coded) ||
    before(text, start, /[¥￥$\d,，]$/u, 1) ||
    after(text, end, /^\s?(?:元|万元|亿元|条|件|次|人|号令|平方|㎡|吨|公里|号|[/／])/u)
  );
}

/**
 * UnionPay cards begin with 62 and have 16 or 19 digits; other cards count only where the text speaks
 * of an account, because one number in ten has a fitting check digit by chance.
 */
function isBankCard(text: string, { start, end }: Span): boolean {
  const digits = text.slice(start, end).replaceAll(' ', '');
  if (digits.length < 16 || digits.length > 19 || !isLuhn(digits) || before(text, start, coded)) return false;
  const spoken = before(text, start, /(?:银行卡|卡号|账号|帐号|账户|帐户|一卡通|存折)[^。；]{0,12}$/u, 24);
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

const freeMail =
  /(?<![\w.+-])([\w.+-]+)@(?:vip\.)?(?:qq|foxmail|163|126|yeah|sina|sohu|139|189|wo|aliyun|gmail|hotmail|outlook|yahoo)\.(?:com|cn|net|com\.cn)(?![\w.])/giu;

/** Townships often have no mail of their own domain, so a free address of contact is taken for the office's. */
function privateMails(text: string): Finding<PersonKind>[] {
  return scan(text, freeMail)
    .filter(({ start, groups }) => !isContact(text, start) && !/^1[3-9]\d{9}$/.test(groups[1]!))
    .map((span) => masked('private-mail', text, span));
}

/** Is this said to be how to reach the office? */
function isContact(text: string, start: number): boolean {
  return before(
    text,
    start,
    /(?:电话|热线|传真|手机|联系|咨询|拨打|致电|邮箱|信箱|邮件|电邮|e-?mail|[:：/、])[^，。；、]{0,12}$/iu,
    24,
  );
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const name = `[${surnames}]\\s?\\p{Script=Han}{1,2}`;
const roles =
  '(?:组长|副组长|成员|成员单位|联系人|经办人|承办人|责任人|负责人|联络员|审核人|填报人|填表人|工作人员|信息员)';

function names(text: string): Finding<PersonKind>[] {
  const listed = scan(
    text,
    new RegExp(
      `${roles}(?:分别)?(?:有|为|是)?[:：]?\\s*(${name}(?:[、，,\\s]\\s?${name}){2,})(?!\\p{Script=Han})`,
      'gu',
    ),
  ).map(({ start, end, groups }) =>
    found(
      'QA-PERSON',
      'staff-list',
      text,
      { start, end: start + 2 },
      {
        names: groups[1]!.split(/[、，,\s]+/u).length,
        until: end,
      },
    ),
  );
  const single = scan(
    text,
    new RegExp(
      `(?:联系人|经办人|承办人|填报人|填表人)(?:姓名)?[:：]\\s*${name}(?=[，。；、）)\\s]|$|联系|电话)`,
      'gu',
    ),
  )
    .filter(({ start }) => !listed.some((list) => list.start === start))
    .map(({ start, end }) => found('QA-PERSON', 'contact-person', text, { start, end }));
  const leaders = scan(
    text,
    new RegExp(
      `(?:书记|[镇乡县区市局处科所站]长|主任|主席|部长)(?:${name}(?:同志)?|\\p{Script=Han}{2,4}同志)(?=(?:任|为|担任)(?:组长|副组长|总?负责人|第一责任人|主任|副主任))`,
      'gu',
    ),
  ).map((span) => found('QA-PERSON', 'named-leader', text, span));
  return [...listed, ...single, ...leaders] as Finding<PersonKind>[];
}
