import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { decode } from './decode.ts';
import { placeOf } from './document.ts';

/** A file's text; with a diagnostic where it is not UTF-8, and the text then only as far as it can be shown. */
export interface FileText {
  file: string;
  text: string;
  fault?: Diagnostic;
}

export function readText(file: string, bytes: Uint8Array): FileText {
  const decoded = decode(bytes);
  if (!('encoding' in decoded)) return { file, text: decoded.text };
  const { encoding, offset, text } = decoded;
  const place = placeOf({ file, text }, { start: offset, end: offset + 1 });
  return { file, text, fault: diagnose('SRC-ENCODING', { encoding }, { place }) };
}
