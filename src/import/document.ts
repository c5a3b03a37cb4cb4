import type { Form } from '../forms/compile.ts';
import { ImportFault } from './fault.ts';
import type { Format } from './index.ts';
import { type Imported, type ReadOptions, readReport } from './read.ts';
import { recognize } from './sniff.ts';

export interface ImportedDocument {
  report: Imported;
  /** The ending that suits the document, where its name has another. */
  instead?: string;
}

/** Bytes of a format to a report. Throws what the format throws. */
export async function readAs(
  format: Format,
  bytes: Uint8Array,
  forms: readonly Form[],
  options?: ReadOptions,
): Promise<Imported> {
  const headings = forms.at(-1)!.sections.map(({ heading }) => heading);
  return readReport(await format.read(bytes, headings), forms, options);
}

/** Bytes to a report. Throws an `ImportFault` with words for a person where there is nothing to be had. */
export async function readDocumentFile(
  file: string,
  bytes: Uint8Array,
  forms: readonly Form[],
  options: ReadOptions = {},
): Promise<ImportedDocument> {
  const { format, instead } = recognize(file, bytes);
  let report: Imported;
  try {
    report = await readAs(format, bytes, forms, options);
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    if (error instanceof Error && error.name === 'PasswordException')
      throw new ImportFault('文件加了密码，去掉密码再读。');
    // What a library says in English is of no use to who keeps the data.
    const why = error instanceof Error && /\p{Script=Han}/u.test(error.message) ? `（${error.message}）` : '';
    throw new ImportFault(`文件打不开，可能已损坏${why}。用 Word、Excel 打开、另存一次再读。`);
  }
  if (report.found === 0) {
    throw new ImportFault('里面没有找到年度报告：没有“一、总体情况”这样的标题，也没有表格。');
  }
  return { report, ...(instead ? { instead } : {}) };
}
