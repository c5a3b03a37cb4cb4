import { decode } from '../source/decode.ts';

/** UTF-8, or else GB18030, which holds GBK and GB2312. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  const decoded = decode(bytes);
  return 'encoding' in decoded ? new TextDecoder('gb18030').decode(bytes) : decoded.text;
}
