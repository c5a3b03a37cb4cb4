/** What cannot stand as it is in one of the two places. Few texts have any, and looking is much quicker than replacing. */
const special = /[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** XML 1.0 has no way to write most control characters or half of a pair; they are left out. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Readers turn blanks of other kinds in an attribute into spaces unless they are written as references. */
export function escapeAttribute(text: string): string {
  if (!special.test(text)) return text;
  return escapeXml(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
