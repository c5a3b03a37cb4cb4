/**
 * The value of an unquoted word. A number only where the text is its plain decimal writing, so that
 * 007, 1e3, 1e-7, +5, 1.0 and numbers too long for exact arithmetic stay text and can be named as such.
 */
export function plainScalar(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  // Most cells of most reports are one digit.
  if (text.length === 1 && first >= 48 && first <= 57) return first - 48;
  if ((first >= 48 && first <= 57) || first === 45) {
    const number = Number(text);
    if (String(number) === text && /^[-\d.]+$/.test(text)) return number;
  }
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  return text;
}

/** The value of a word as it is written in a row that no reader can take apart: without its quotes, or as `plainScalar`. */
export function writtenScalar(token: string): string | number | boolean | null {
  const quoted = /^(["'])(.*)\1$/s.exec(token);
  return quoted ? quoted[2]! : plainScalar(token);
}
