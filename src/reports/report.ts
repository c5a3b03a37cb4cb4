import type { Place } from '../diagnostics/diagnostic.ts';
import type { Form } from '../forms/compile.ts';
import type { CellValue } from '../forms/value.ts';
import { locate, locatePassage, readDocument } from '../source/document.ts';
import type { Path, Span } from '../source/node.ts';
import type { Correction, Waiver } from './annotations.ts';

/** One report as read: the form's numbers in cell order, the text by section. */
export interface Report {
  organ: string;
  year: number;
  form: Form;
  file: string;
  /** The file's text, rows that could not be read set aside; places are found in it again when something has to be said about one. */
  text: string;
  /** The same as it was written, where rows were set aside. */
  written?: string;
  /** Slips of the writing were read as if written right: good to look for more faults, not to act on. */
  guessed?: boolean;
  published?: string;
  /** 索引号 in the disclosure catalogue. */
  indexNumber?: string;
  opening?: string;
  /** Markdown by section key. */
  sections: ReadonlyMap<string, string>;
  /** By cell index. A cell that could not be read is 看不清 here, and has a diagnostic of its own. */
  values: readonly CellValue[];
  /** Footnotes by address of a cell or table. */
  notes: ReadonlyMap<string, string>;
  /** The data is a faithful copy of a report that was published long before (`source.published`). */
  transcribed?: boolean;
  /** In the order of the file. */
  waivers?: readonly Waiver[];
  corrections?: readonly Correction[];
}

/** The place of what stands at a path, or of a passage of the text there; offsets count in the text as read. */
export type Locator = (path: Path, passage?: Span) => Place;

/** Where things stand in a report's file; parses it once more, so only for reports with findings. */
export function locator(report: Pick<Report, 'file' | 'text'>): Locator {
  const document = readDocument(report.file, report.text);
  return (path, passage) => (passage ? locatePassage(document, path, passage) : locate(document, path));
}
