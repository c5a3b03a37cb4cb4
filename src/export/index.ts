import type { ReportEntry } from '../model/site.ts';
import { reportCsv, reportJson } from '../pages/feeds/report-data.ts';
import { makeDocument, type OfficialDocument } from './document.ts';
import { writeDocx } from './docx/index.ts';
import { once } from './once.ts';
import { type Fonts, fontsFrom, freeFonts } from './pdf/fonts.ts';
import { pdfWriter } from './pdf/index.ts';
import { writeXlsx } from './xlsx/index.ts';

/** The formats of a report, in the order in which they are named to people. */
export const formats = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

/** One report as the bytes of a file; the same report gives the same bytes. */
export type Writer = (report: Exported) => Uint8Array;

/** A report, and the document that it becomes, made once for all formats. */
export interface Exported {
  entry: ReportEntry;
  document(): OfficialDocument;
}

export function exported(entry: ReportEntry): Exported {
  return { entry, document: once(() => makeDocument(entry)) };
}

/** Why a format cannot be written here, for people. */
export interface Missing {
  missing: string;
}

/**
 * The writer of a format. `fonts` are font files whose faces are taken for PDF.
 * What PDF needs may be left out of an installation; then the answer says what to do.
 */
export function writerOf(format: Format, fonts?: readonly Uint8Array[]): Writer | Missing {
  const text = new TextEncoder();
  switch (format) {
    case 'docx':
      return ({ document }) => writeDocx(document());
    case 'xlsx':
      return ({ document }) => writeXlsx(document());
    case 'csv':
      return ({ entry }) => text.encode(reportCsv(entry));
    case 'json':
      return ({ entry }) => text.encode(reportJson(entry));
    case 'pdf':
      return pdf(fonts ? fontsFrom(fonts) : freeFonts());
  }
}

function pdf(fonts: Fonts | undefined): Writer | Missing {
  if (!fonts) {
    return {
      missing:
        '没有装排 PDF 用的字体。运行 npm ci 装上（不要加 --omit=optional），或者导出时用 --fonts 写出放着字体文件的文件夹。',
    };
  }
  const write = pdfWriter(fonts);
  if (!write) return { missing: '没有装排 PDF 的程序。运行 npm ci 装上（不要加 --omit=optional）。' };
  return ({ document }) => write(document());
}
