import { inflateSync } from 'node:zlib';
import { ImportFault } from '../fault.ts';

/** What all packed parts of a PDF may come to. */
const largest = 200_000_000;

/**
 * Looks a PDF over before pdf.js unpacks it: its packed parts, unpacked one by one and never beyond what is left of
 * the limit. Parts packed twice over are in no honest report.
 */
export function checkPdf(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(-2048).lastIndexOf('%%EOF') < 0) throw new ImportFault('文件不完整，可能没有下载完。');
  let left = largest;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const dictionary = file.subarray(Math.max(0, at - 400), at).toString('latin1');
    const own = dictionary.slice(Math.max(0, dictionary.lastIndexOf(' obj')));
    if ((own.match(/\/(FlateDecode|Fl|LZWDecode|RunLengthDecode)\b/g) ?? []).length > 1) throw bomb();
    if (!own.includes('/FlateDecode')) continue;
    const start = at + (file[at + 6] === 13 ? 8 : 7);
    const end = file.indexOf('endstream', start);
    left -= unpackedSize(file.subarray(start, end < 0 ? file.length : end), left);
    if (left <= 0) throw bomb();
  }
}

function bomb(): ImportFault {
  return new ImportFault('解开以后太大，不像一份年度报告。');
}

/** Damaged parts are left to pdf.js, which reads them as far as they go. */
function unpackedSize(packed: Uint8Array, limit: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: limit }).length;
  } catch (error) {
    return error instanceof RangeError ? limit : 0;
  }
}
