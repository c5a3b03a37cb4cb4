import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Site } from '../model/site.ts';
import { reportPath } from '../pages/page.ts';
import { top } from '../reports/files.ts';
import type { DownloadFormat } from '../reports/site.ts';
import { exported, type Writer, writerOf } from './index.ts';

export type Downloads = ReadonlyMap<DownloadFormat, Writer>;

/** The writers of what a site offers beside its pages, or why one of them cannot work here. */
export function downloadsOf({ config }: Site): { writers: Downloads } | { problem: Diagnostic } {
  const writers = new Map<DownloadFormat, Writer>();
  for (const format of config.downloads) {
    const writer = writerOf(format);
    if ('problem' in writer) return { problem: notMade('data/site.yaml', format, writer.problem) };
    writers.set(format, writer);
  }
  return { writers };
}

/** The files beside each report page, one report after the other; a problem in the place of one that cannot be written. */
export function* downloadFiles(
  site: Site,
  writers: Downloads,
): Iterable<{ path: string; content: Uint8Array } | { path: string; problem: Diagnostic }> {
  for (const { organ, reports } of site.organs) {
    for (const entry of reports) {
      const report = exported(entry);
      for (const [format, write] of writers) {
        const path = reportPath(organ.slug, entry.report.year, format);
        const content = write(report);
        if ('problem' in content)
          yield { path, problem: notMade(entry.report.file, format, content.problem) };
        else yield { path, content };
      }
    }
  }
}

function notMade(file: string, format: DownloadFormat, why: string): Diagnostic {
  return diagnose('OUT-MISSING', { format, why }, { place: top(file) });
}
