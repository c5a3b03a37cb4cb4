import type { Block } from './blocks.ts';
import csv from './formats/csv.ts';
import doc from './formats/doc.ts';
import docx from './formats/docx.ts';
import html from './formats/html.ts';
import json from './formats/json.ts';
import pdf from './formats/pdf.ts';
import txt from './formats/txt.ts';
import xlsx from './formats/xlsx.ts';
import type { OwnData } from './own-data.ts';

/** A format turns a document into blocks and knows nothing of the form. Heavy libraries are loaded when used. */
export interface Format {
  /** Endings of file names, in lower case. */
  endings: readonly string[];
  /**
   * `headings`: the official headings, for finding the report inside a larger page. Formats of ours give the data
   * itself. Throws an `ImportFault` with words for a person, or whatever a library throws.
   */
  read(bytes: Uint8Array, headings: readonly string[]): Promise<Block[] | OwnData>;
}

export const formats: readonly Format[] = [docx, doc, html, pdf, xlsx, csv, json, txt];

/** By the ending of its name alone; undefined where it is none that can be read. */
export function formatOf(file: string): Format | undefined {
  const name = file.toLowerCase();
  return formats.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
}
