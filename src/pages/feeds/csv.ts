/** What a spreadsheet would take for a formula and reckon: a text that begins so and is no plain number. */
const formula = /^(?:[=@\t\r]|[+-](?!\d+(?:\.\d+)?%?$).)/;

/**
 * RFC 4180: what a comma, a quotation mark or a line break would break stands in quotation marks. Before a text
 * that looks like a formula comes an apostrophe, as a person would type it there.
 */
export function csvField(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = value === undefined ? '' : formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(values: readonly (string | number | undefined)[]): string {
  let line = '';
  for (let i = 0; i < values.length; i++) line += i === 0 ? csvField(values[i]) : `,${csvField(values[i])}`;
  return `${line}\r\n`;
}
