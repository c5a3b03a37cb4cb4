import { decode } from '../source/decode.ts';

/** UTF-8, or else GB18030, which holds GBK and GB2312. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : withoutMark(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  const decoded = decode(bytes);
  return 'encoding' in decoded ? new TextDecoder('gb18030').decode(bytes) : decoded.text;
}

/** UTF-16 without a mark at its head: line ends, blanks and digits have a zero beside them. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros: [even: number, odd: number] = [0, 0];
  const length = Math.min(bytes.length, 20_000);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2]!++;
  if (zeros[0] + zeros[1] < length / 100) return undefined;
  return zeros[1] > zeros[0] ? 'utf-16le' : 'utf-16be';
}
