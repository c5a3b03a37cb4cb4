import { forms } from '../../src/forms/index.ts';
import type { CellValue } from '../../src/forms/value.ts';
import { readDocumentFile } from '../../src/import/document.ts';
import type { Imported, ReadOptions } from '../../src/import/read.ts';
import { balanced } from './balanced.js';
import { report } from './corpus/report.mjs';
import { html } from './corpus/write.mjs';

export const form = forms.at(-1)!;

interface Part {
  title?: string;
  heading?: string;
  text?: string;
  raw?: string;
  rows?: { text: string; cell?: number; colSpan: number; rowSpan: number }[][];
}

export interface Made {
  values: CellValue[];
  parts: Part[];
}

/** A sound report of 示例县示例镇 of 2023, as a list of parts. */
export function made(seed = 7, values: CellValue[] = balanced(form, seed)): Made {
  return report(form, { organ: '示例县示例镇', year: 2023, values }) as Made;
}

export function parts(of: Made, change: (part: Part) => Part | Part[]): Made {
  return { ...of, parts: of.parts.flatMap(change) };
}

/** Changes what stands in the cells of numbers. */
export function numbers(of: Made, change: (text: string, cell: number) => string): Made {
  return parts(of, (part) =>
    part.rows
      ? {
          ...part,
          rows: part.rows.map((row) =>
            row.map((each) =>
              each.cell === undefined ? each : { ...each, text: change(each.text, each.cell) },
            ),
          ),
        }
      : part,
  );
}

/** `cell` writes the inside of a cell of the page. */
export function page(of: Made, cell?: (text: string) => string): string {
  return html(of, cell ? { cell } : {}) as string;
}

export async function read(
  document: string | Uint8Array,
  file = 'a.html',
  options: ReadOptions = {},
): Promise<Imported> {
  const bytes = typeof document === 'string' ? Buffer.from(document) : document;
  return (await readDocumentFile(file, bytes, forms, options)).report;
}

export const index = (address: string): number => form.cellAt.get(address)!.index;
