export type Decoded = { text: string } | { encoding: string; offset: number; text: string };

/**
 * Bytes to text. Anything but UTF-8 is named, with the offset of the first byte that is not UTF-8,
 * counted in characters of the text before it.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { encoding: marked, offset: 0, text: '' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return {
      encoding: looksLikeGbk(bytes) ? 'GBK（GB18030）' : '别的编码',
      offset: text.indexOf('\ufffd'),
      text,
    };
  }
}

function byteOrderMark([a, b]: Uint8Array): string | undefined {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) ? 'UTF-16（Unicode）' : undefined;
}

/** GBK text decodes without fault, and what is not ASCII comes out as common 汉字 and punctuation. */
function looksLikeGbk(bytes: Uint8Array): boolean {
  try {
    const foreign = [...new TextDecoder('gb18030', { fatal: true }).decode(bytes)].filter(
      (c) => c > '\u007f',
    );
    const chinese = foreign.filter((c) => /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef‘’“”—…·]/.test(c));
    return chinese.length > 0 && chinese.length >= foreign.length * 0.9;
  } catch {
    return false;
  }
}
