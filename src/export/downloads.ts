import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Site } from '../model/site.ts';
import { reportPath } from '../pages/page.ts';
import type { DownloadFormat } from '../reports/site.ts';
import { exported, type Writer, writerOf } from './index.ts';

export type Downloads = ReadonlyMap<DownloadFormat, Writer>;

/** The writers of what a site offers beside its pages, or why one of them cannot work here. */
export function downloadsOf({ config }: Site): { writers: Downloads } | { problem: Diagnostic } {
  const writers = new Map<DownloadFormat, Writer>();
  for (const format of config.downloads) {
    const writer = writerOf(format);
    if ('missing' in writer) {
      const place = { file: 'data/site.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
      return { problem: diagnose('OUT-MISSING', { format, why: writer.missing }, { place }) };
    }
    writers.set(format, writer);
  }
  return { writers };
}

/** The files beside each report page, one report after the other. */
export function* downloadFiles(
  site: Site,
  writers: Downloads,
): Iterable<{ path: string; content: Uint8Array }> {
  for (const { organ, reports } of site.organs) {
    for (const entry of reports) {
      const report = exported(entry);
      for (const [format, write] of writers) {
        yield { path: reportPath(organ.slug, entry.report.year, format), content: write(report) };
      }
    }
  }
}
