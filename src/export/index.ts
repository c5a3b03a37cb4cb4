import { once } from '../forms/once.ts';
import type { ReportEntry } from '../model/site.ts';
import { reportCsv, reportJson } from '../pages/feeds/report-data.ts';
import { makeDocument, type OfficialDocument } from './document.ts';
import { writeDocx } from './docx/index.ts';
import { fontsFrom, freeFonts } from './pdf/fonts.ts';
import { pdfWriter } from './pdf/index.ts';
import { writeXlsx } from './xlsx/index.ts';

/** The formats of a report, in the order in which they are named to people. */
export const formats = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

/** One report as the bytes of a file, the same for the same report; or why it cannot be written, for people. */
export type Writer = (report: Exported) => Uint8Array | Problem;

export interface Problem {
  problem: string;
}

/** A report, and the document that it becomes, made once for all formats. */
export interface Exported {
  entry: ReportEntry;
  document(): OfficialDocument;
}

export function exported(entry: ReportEntry): Exported {
  return { entry, document: once(() => makeDocument(entry)) };
}

/**
 * The writer of a format. `fonts` are font files whose faces are taken for PDF.
 * What PDF needs may be left out of an installation; then the answer says what to do.
 */
export function writerOf(format: Format, fonts?: readonly Uint8Array[]): Writer | Problem {
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
      return pdf(fonts);
  }
}

function pdf(files: readonly Uint8Array[] | undefined): Writer | Problem {
  const fonts = files ? fontsFrom(files) : freeFonts();
  if (!fonts)
    return {
      problem: files ? noFonts : `${notInstalled('字体')}，或者导出时用 --fonts 写出放着字体文件的文件夹。`,
    };
  const write = pdfWriter(fonts);
  if (!write) return { problem: `${notInstalled('程序')}；装了还是这样，就是它没有这种系统用的版本。` };
  return ({ document }) => {
    const written = write(document());
    if (!('missing' in written)) return written;
    return {
      problem: `字体里没有这些字：${written.missing.join(' ')}。导出 PDF 时用 --fonts 写出有这些字的字体所在的文件夹。`,
    };
  };
}

const notInstalled = (what: string) => `没有装排 PDF 用的${what}。运行 npm ci 装上（不要加 --omit=optional）`;
const noFonts = '给出的文件夹里没有字体文件（.ttf、.otf、.ttc）。';
