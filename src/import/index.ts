import type { Block } from './blocks.ts';
import docx from './formats/docx.ts';
import html from './formats/html.ts';
import txt from './formats/txt.ts';

/** A format turns a document into blocks and knows nothing of the form. Heavy libraries are loaded when used. */
export interface Format {
  /** Endings of file names, in lower case. */
  endings: readonly string[];
  /** `headings`: the official headings, for finding the report inside a larger page. */
  read(bytes: Uint8Array, headings: readonly string[]): Promise<Block[]>;
}

export const formats: readonly Format[] = [docx, html, txt];

export function formatOf(file: string): Format | undefined {
  const name = file.toLowerCase();
  return formats.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
}
