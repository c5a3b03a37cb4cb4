const length = 40;
const lead = 8;

/** The beginning of a long text; where it is compared with another, the part where they begin to differ. */
export function excerpt(text: string, other?: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const from = other === undefined ? 0 : Math.max(0, firstDifference(flat, other) - lead);
  const start = from + length >= flat.length ? Math.max(0, flat.length - length) : from;
  const part = wellFormed(flat.slice(start, start + length));
  return `${start > 0 ? '…' : ''}${part}${start + length < flat.length ? '…' : ''}`;
}

function firstDifference(a: string, b: string): number {
  const other = b.replace(/\s+/g, ' ').trim();
  let i = 0;
  while (i < a.length && a[i] === other[i]) i++;
  return i;
}

/** A cut may go through a character that takes two code units. */
function wellFormed(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
