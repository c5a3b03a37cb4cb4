import { createHash } from 'node:crypto';
import type { Form } from '../forms/compile.ts';
import { readAs } from '../import/document.ts';
import { ImportFault } from '../import/fault.ts';
import { formatOf } from '../import/index.ts';
import type { Imported } from '../import/read.ts';
import { reportPath } from '../pages/page.ts';
import type { Report } from '../reports/report.ts';
import type { Manifest } from '../write/manifest.ts';
import { type Carried, differences } from './differences.ts';

/** What of a report each kind of published file carries; all of them carry every cell. */
const carried: Record<string, Carried> = {
  html: { text: true, notes: true },
  docx: { text: true, notes: true },
  pdf: { text: true, notes: true },
  xlsx: { text: true, notes: true },
  json: { text: true, notes: true },
  csv: { text: false, notes: false },
};

export interface Fault {
  file: string;
  what: string;
}

export interface Verified {
  /** Files whose size and hash were looked at. */
  files: number;
  /** Files that were read back, by kind. */
  read: Map<string, number>;
  /** Cells that were compared. */
  cells: number;
  faults: Fault[];
}

interface Published {
  manifest: Manifest;
  /** Undefined where there is no such file. */
  read(path: string): Uint8Array | undefined;
}

/** The published site against its manifest, and every file of every report, read back, against the data. */
export async function verifySite(
  { manifest, read }: Published,
  reports: readonly Report[],
  forms: readonly Form[],
  progress: (done: number) => void,
): Promise<Verified> {
  const faults: Fault[] = manifest.files.flatMap((entry) => fileFault(entry, read(entry.path)));
  const result: Verified = { files: manifest.files.length, read: new Map(), cells: 0, faults };
  const broken = new Set(faults.map(({ file }) => file));
  const listed = new Set(manifest.files.map(({ path }) => path));
  let done = 0;
  for (const report of reports) {
    const page = reportPath(report.organ, report.year);
    if (!listed.has(page)) faults.push({ file: page, what: '数据里有这份报告，网站上没有' });
    for (const [kind, carries] of Object.entries(carried)) {
      const file = reportPath(report.organ, report.year, kind);
      if (!listed.has(file) || broken.has(file)) continue;
      const imported = await readBack(file, read(file)!, forms);
      if (typeof imported === 'string') {
        faults.push({ file, what: imported });
        continue;
      }
      const found = differences(report, imported, carries);
      faults.push(
        ...found.map(({ where, data, document }) => ({
          file,
          what: `${where}：数据是 ${data}，文件里是 ${document}`,
        })),
      );
      result.read.set(kind, (result.read.get(kind) ?? 0) + 1);
      result.cells += report.form.cells.length;
    }
    progress(++done);
  }
  const known = new Set(reports.map(({ organ, year }) => reportPath(organ, year)));
  for (const path of listed) {
    if (/^organs\/[^/]+\/\d{4}\.html$/.test(path) && !known.has(path)) {
      faults.push({ file: path, what: '网站上有这份报告，数据里没有' });
    }
  }
  return result;
}

function fileFault(
  { path, bytes, sha256 }: Manifest['files'][number],
  content: Uint8Array | undefined,
): Fault[] {
  if (!content) return [{ file: path, what: '清单上有，网站里没有这个文件' }];
  if (content.length !== bytes)
    return [{ file: path, what: `发布时是 ${bytes} 字节，现在是 ${content.length} 字节` }];
  if (createHash('sha256').update(content).digest('hex') === sha256) return [];
  return [{ file: path, what: '内容和发布时不同（校验值对不上）' }];
}

/** Our own documents are read like those of others; a text where one cannot be read. */
async function readBack(file: string, bytes: Uint8Array, forms: readonly Form[]): Promise<Imported | string> {
  try {
    return await readAs(formatOf(file)!, bytes, forms);
  } catch (error) {
    if (error instanceof ImportFault) return `读不回来：${error.message}`;
    return `读不回来（${error instanceof Error ? error.message : String(error)}）`;
  }
}
