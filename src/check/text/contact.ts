import { plainDigits } from './dates.ts';
import { needles, occurs } from './needles.ts';
import { found, scan } from './scan.ts';
import type { Finding, Span } from './types.ts';

/**
 * QA-CONTACT: ways to reach the office that can't work. Kinds:
 * - `mail`: an address without @ or with a broken domain. params: found, why (`no-at`, `domain`, `form`),
 *   write (the likely domain, where known)
 * - `telephone`: too many or too few digits. params: found, digits
 * - `postcode`: not six digits of a Chinese region. params: found
 * - `empty`: announced but not given: 联系电话：）. params: found
 */
export type ContactKind = 'mail' | 'telephone' | 'postcode' | 'empty';

/** Whether a text says how to reach the office at all. */
export function givesContact(text: string): boolean {
  return occurs(text, contactWords) || (occurs(text, letterM) && /mail/i.test(text));
}

const contactWords = needles([
  ...['电话', '传真', '邮箱', '信箱', '邮件', '电邮', '邮编', '邮政编码', '地址', '网址', '@', '＠'],
]);
const letterM = needles('mM');

export function findContactFaults(text: string): Finding<ContactKind>[] {
  return [...mails(text), ...telephones(text), ...postcodes(text), ...empty(text)].sort(
    (a, b) => a.start - b.start,
  );
}

const atSigns = needles('@＠');
const mailWord = '(?:电子邮箱|电子邮件|邮箱|电子信箱|邮件地址|电邮|E-?mail)(?:地址)?(?:为|是)?\\s*[:：]?\\s*';

const mailWords = needles(['邮', '信箱', 'mail', 'Mail', 'MAIL']);
const announcedMail = new RegExp(`${mailWord}([A-Za-z0-9][\\w.+#＃@＠-]*)`, 'gi');

function mails(text: string): Finding<ContactKind>[] {
  const announced = scan(text, announcedMail, mailWords).map(({ end, groups }) => ({
    start: end - groups[1]!.length,
    end,
  }));
  const others = scan(text, /(?<![\w.+-])[A-Za-z0-9][\w.+-]*[@＠]+[\w.-]+/g, atSigns).filter(
    ({ start }) => !announced.some((span) => span.start === start),
  );
  return [...announced, ...others].flatMap((span) => mailFault(text, span));
}

function mailFault(text: string, span: Span): Finding<ContactKind>[] {
  const end = span.start + text.slice(span.start, span.end).replace(/[.-]+$/, '').length;
  const address = text.slice(span.start, end);
  const fault = (why: string, write?: string): Finding<ContactKind>[] => [
    found('QA-CONTACT', 'mail', text, { start: span.start, end }, { why, ...(write ? { write } : {}) }),
  ];
  if (!/[@＠]/.test(address)) {
    // A web address or a plain word after 邮箱 is no address with a fault of its own.
    if (/^(?:https?|www)\b/i.test(address) || !/[.\d]/.test(address)) return [];
    return fault('no-at');
  }
  const [local, ...domains] = address.split(/[@＠]/);
  const domain = domains.join('@').toLowerCase();
  if (domains.length !== 1 || local === '') return fault('form');
  const known = knownDomain(domain);
  if (known) return fault('domain', known);
  return /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}$/.test(domain)
    ? []
    : fault('domain');
}

/** The last label misspelt, and providers without a dot. */
function knownDomain(domain: string): string | undefined {
  const fixed = domain
    .replace(/\.(?:con|cmo|ocm|vom|xom|comm|conm|cpm|coom|c0m|cim)$/, '.com')
    .replace(/\.(?:gov|gvo|gov\.)\.?(?:cm|con|c|cnn|nc)$/, '.gov.cn')
    .replace(/\.?govcn$/, '.gov.cn')
    .replace(/^(qq|163|126|sina|sohu|foxmail)com$/, '$1.com')
    .replace(/^(qq|163|126|foxmail)\.(?:c|co|om|cm)$/, '$1.com')
    .replace(/^(?:16|1163|1633|l63)\.com$/, '163.com');
  return fixed === domain ? undefined : fixed;
}

const telephoneWord =
  '(?:联系电话|咨询电话|监督电话|服务电话|办公电话|受理电话|投诉电话|举报电话|电话号码|电话|传真)(?:号码)?(?:为|是)?\\s*[:：]?\\s*';

const number = '[（(]?\\+?[\\d０-９][\\d０-９()（）—–－ -]*[\\d０-９]';
const telephoneWords = needles(['电话', '传真']);
const announcedTelephone = new RegExp(`${telephoneWord}(${number}(?:\\s*[、/／,，或]\\s*${number})*)`, 'g');

function telephones(text: string): Finding<ContactKind>[] {
  return scan(text, announcedTelephone, telephoneWords).flatMap(({ end, groups }) => {
    const from = end - groups[1]!.length;
    return scan(text.slice(from, end), /[^、/／,，或]+/g).flatMap((part) => {
      const written = text.slice(from + part.start, from + part.end);
      const start = from + part.start + (written.length - written.trimStart().length);
      const plain = plainDigits(written);
      if (isTelephone(plain)) return [];
      const span = { start, end: start + written.trim().length };
      return [found('QA-CONTACT', 'telephone', text, span, { digits: plain.replace(/\D/g, '').length })];
    });
  });
}

/**
 * Local numbers have 7 or 8 digits; area codes are 010, 02x (8 digits follow) or 03xx to 09xx;
 * 400 and 800 numbers have 10 digits, mobile numbers 11, service numbers such as 12345 have 3 to 6.
 * A short second number (8224567、8) is an extension and is not judged.
 */
function isTelephone(written: string): boolean {
  const digits = written
    .replace(/\D/g, '')
    .replace(/^(?:00)?86(?=0|1[3-9]\d{9}$)/, '')
    // After the code of the country the area code goes without its 0.
    .replace(/^(?:00)?86(?=10\d{8}$|[2-9]\d{9,10}$)/, '0');
  const area = /^\s*[（(]?(0\d+)\s*[）)—–－ -]/.exec(written)?.[1];
  if (digits.length <= 2) return true;
  if (area !== undefined && !/^(?:010|02\d|0[3-9]\d{2}|0086)$/.test(area)) return false;
  return (
    /^1\d{2,5}$|^9\d{4,5}$/.test(digits) ||
    /^[2-9]\d{6,7}$/.test(digits) ||
    /^0(?:10|2\d)[1-9]\d{7}(?:\d{1,4})?$/.test(digits) ||
    /^0[3-9]\d{2}[1-9]\d{6,7}(?:\d{1,4})?$/.test(digits) ||
    /^(?:10|2\d)[2-9]\d{7}$/.test(digits) ||
    /^[48]00\d{7}$/.test(digits) ||
    /^1[3-9]\d{9}$/.test(digits)
  );
}

const postWords = needles(['邮政编码', '邮编']);
/** Regions run from 01 (北京 has 10) to 86; 00 is none. */
function postcodes(text: string): Finding<ContactKind>[] {
  return scan(text, /(?:邮政编码|邮编)(?:为|是)?\s*[:：]?\s*(\d+)(?![\d-])/g, postWords)
    .map(({ end, groups }) => ({ start: end - groups[1]!.length, end, code: groups[1]! }))
    .filter(({ code }) => !/^(?:0[1-9]|[1-7]\d|8[0-6])\d{4}$|^999\d{3}$/.test(code))
    .map((span) => found('QA-CONTACT', 'postcode', text, span));
}

const emptyWords = needles(['电话', '传真', '邮编', '邮政编码', '邮箱', '地址', '网址']);

function empty(text: string): Finding<ContactKind>[] {
  return scan(
    text,
    /(?:联系电话|咨询电话|电话|传真|邮编|邮政编码|电子邮箱|邮箱|联系地址|办公地址|地址|网址)\s*[:：]\s*(?=[，。；）)、]|\s*$)/g,
    emptyWords,
  ).map(({ start, end }) => found('QA-CONTACT', 'empty', text, { start, end }));
}
