import type { ReportName } from '../diagnostics/result.ts';
import type { Dataset } from './load.ts';

/** 城关镇2023年度报告; the folder's name where the organ is not known. */
export function reportName(
  organs: Dataset['organs'],
  { organ, year }: { organ: string; year: number },
): string {
  return `${organs.get(organ)?.name ?? organ}${year}年度报告`;
}

/** 城关镇2023年报告, within a sentence. */
export function shortReportName(
  organs: Dataset['organs'],
  { organ, year }: { organ: string; year: number },
): string {
  return `${organs.get(organ)?.name ?? organ}${year}年报告`;
}

export function reportNames({ organs, reports }: Dataset): ReportName[] {
  return reports.map(({ file, organ, year }) => ({
    file,
    organ,
    year,
    name: reportName(organs, { organ, year }),
  }));
}
