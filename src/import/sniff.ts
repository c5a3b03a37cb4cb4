import { ImportFault } from './fault.ts';
import { type Format, formatOf, formats } from './index.ts';
import { checkZip } from './zip.ts';

/** The most a document may have, by what it is: a page with its pictures in it may be large, text is not. */
export const largest = 50_000_000;

/**
 * The format of a document by what it holds, whatever its name says: many a .doc is a page or a .docx. `instead`
 * is told where the name says something else. Throws an `ImportFault` where it is none that can be read.
 */
export function recognize(file: string, bytes: Uint8Array): { format: Format; instead?: string } {
  if (bytes.length === 0) throw new ImportFault('文件是空的。');
  if (bytes.length > largest) throw tooLarge();
  const named = formatOf(file);
  const plain = named?.endings.some((ending) => textual.includes(ending));
  const ending = endingOf(bytes, plain ?? false);
  if (!ending && plain) return { format: named! };
  if (!ending && !named) throw new ImportFault(`不认识这种文件。可以读 ${readable()}。`);
  const format = formats.find(({ endings }) => ending && endings.includes(ending));
  if (!format) throw new ImportFault(`名字说是 ${named!.endings[0]}，里面却不是，可能已损坏。`);
  return format === named ? { format } : { format, instead: ending! };
}

export function tooLarge(): ImportFault {
  return new ImportFault('文件太大，一份报告不会超过50兆。');
}

/** Text with some tags in it is still text, if its name says so. */
const textual = ['.txt', '.csv', '.json', '.html'];

function readable(): string {
  return formats.map(({ endings }) => endings[0]).join('、');
}

/** The ending that suits the bytes; undefined for plain text. */
function endingOf(bytes: Uint8Array, plain: boolean): string | undefined {
  const head = latin(bytes.subarray(0, 4096));
  if (head.slice(0, 1024).includes('%PDF-')) return '.pdf';
  if (head.startsWith('PK')) return zipEnding(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleEnding(bytes);
  if (head.startsWith('{\\rtf')) throw new ImportFault('是 RTF 文件，请在 Word 里另存为 .docx 再读。');
  if (
    /^(From|MIME-Version|Date|Snapshot-Content-Location|Subject):/i.test(head) &&
    /multipart\/related/i.test(head)
  )
    throw new ImportFault('是单个文件网页（.mht），请另存为 .html 或 .docx 再读。');
  if (
    ['\x89PNG', 'GIF8', '\xff\xd8\xff', 'II*\0', 'MM\0*'].some((mark) => head.startsWith(mark)) ||
    /^(RIFF[\s\S]{4}WEBP|BM[\s\S]{4}\0\0\0\0)/.test(head)
  )
    throw new ImportFault('是一张图片；要先作文字识别，或者用 Word 文件。');
  if (['Rar!', '7z\xbc\xaf', '\x1f\x8b'].some((mark) => head.startsWith(mark)))
    throw new ImportFault('是压缩包，先解开再读。');
  const text = withoutZeros(head);
  const page = /<(html|body|!doctype html)[\s>]/i.test(text);
  return page || (!plain && /<(table|div|p)[\s>]/i.test(text)) ? '.html' : undefined;
}

/** UTF-16 seen as bytes has a zero beside each letter. */
function withoutZeros(head: string): string {
  return head.replaceAll('\0', '');
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function zipEnding(bytes: Uint8Array): string {
  const parts = checkZip(bytes);
  if ([...parts.keys()].some((name) => /^word\/document\d*\.xml$/.test(name))) return '.docx';
  if (parts.has('xl/workbook.xml')) return '.xlsx';
  if (parts.has('content.xml')) throw new ImportFault('是 OpenDocument 文件，请另存为 .docx 或 .xlsx 再读。');
  if (parts.has('OFD.xml')) throw new ImportFault('是 OFD 文件，请另存为 .docx 或 .pdf 再读。');
  throw new ImportFault('是压缩包，或者缺了 Word 文件的主要部件，先解开或重新另存再读。');
}

/** The old container of Office, also around encrypted files of the new kind. Its names are in UTF-16. */
function oleEnding(bytes: Uint8Array): string {
  const holds = (name: string) => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) throw new ImportFault('文件加了密码，去掉密码再读。');
  if (holds('WordDocument')) return '.doc';
  if (holds('Workbook')) throw new ImportFault('是旧的 Excel 文件（.xls），请另存为 .xlsx 再读。');
  throw new ImportFault('不是 Word 文件，或者已损坏。');
}
