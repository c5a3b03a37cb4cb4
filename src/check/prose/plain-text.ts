/** A text as it is read: without Markdown marks and blanks, in one writing of digits and punctuation. */
export interface PlainText {
  text: string;
  /** For each character of the source that was dropped, in order, the length of `text` so far. */
  dropped: readonly number[];
}

/** Offset in the source of the character at an offset of the text. */
export function originOf({ dropped }: PlainText, offset: number): number {
  let low = 0;
  let high = dropped.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dropped[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return offset + low;
}

/** What becomes of a character: another one, or one of these. */
const [none, newLine, comma] = [0, 1, 2] as const;
const becomes = tableOfCharacters();

function tableOfCharacters(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  const set = (chars: string, to: (code: number) => number) => {
    for (const char of chars) table[char.charCodeAt(0)] = to(char.charCodeAt(0));
  };
  const code = (char: string) => char.charCodeAt(0);
  // Blanks, marks of emphasis and code, escapes: they stand between the words of one sentence.
  set(' \t\r\u00a0\u3000\u200b\u200c\u200d\ufeff*`\\\u0000\u0001\u0002', () => none);
  set('\n', () => newLine);
  set(',', () => comma);
  set('#|', () => code('\n'));
  set('０１２３４５６７８９％．', (full) => full - 0xfee0);
  for (let full = code('Ａ'); full <= code('ｚ'); full++) table[full] = full - 0xfee0;
  for (const [half, full] of ['(（', ')）', ':：', ';；', '!！', '?？']) table[code(half!)] = code(full!);
  return table;
}

/**
 * Digits and letters become half-width, punctuation full-width. A line break ends a sentence only where
 * the line was a heading, an item or a whole sentence; a wrapped line goes on.
 */
export function plainText(source: string): PlainText {
  const dropped: number[] = [];
  let text = '';
  // Most of a text stays as it is and is taken over in runs.
  let run = 0;
  let line = 0;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    let to = becomes[code]!;
    if (to <= comma) {
      if (to === newLine) {
        to = breaks(source, line, i) ? 0x0a : none;
        line = i + 1;
      } else if (to === comma) to = partsThousands(source, i) ? 0x2c : 0xff0c;
    }
    if (to !== code) {
      text += source.slice(run, i);
      if (to === none) dropped.push(text.length);
      else text += String.fromCharCode(to);
      run = i + 1;
    }
  }
  return { text: run === 0 ? source : text + source.slice(run), dropped };
}

function partsThousands(source: string, at: number): boolean {
  return /^\d,\d{3}(?!\d)/.test(source.slice(at - 1, at + 5));
}

const numbered = String.raw`\d{1,2}[.、．)）]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、`;
/** An item or heading begins. */
const begins = new RegExp(String.raw`^[ \t\u3000]*(?:[-+*#>|]|${numbered})`);
/** A heading fills the line: it is short and has no pause in it. */
const heading = new RegExp(String.raw`^[ \t\u3000]*(?:#|${numbered})[^，。；\n]{0,30}$`);

/** Whether the line break at `at` ends what is being said; `line` is where the line begins. */
function breaks(source: string, line: number, at: number): boolean {
  const before = source.slice(line, at).trimEnd();
  if (before === '' || /[。！？；：!?;:]$/.test(before) || heading.test(before)) return true;
  let end = source.indexOf('\n', at + 1);
  if (end < 0) end = source.length;
  const after = source.slice(at + 1, end);
  return after.trim() === '' || begins.test(after);
}
