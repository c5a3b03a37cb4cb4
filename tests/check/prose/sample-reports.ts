import { readdirSync, readFileSync } from 'node:fs';
import { forms } from '../../../src/forms/index.ts';
import { loadReport } from '../../../src/reports/load-report.ts';
import type { Report } from '../../../src/reports/report.ts';

export interface Sample {
  report: Report;
  lastYear?: Report;
}

/** The reports of data/organs, each with the same organ's report of the year before. */
export function sampleReports(): Sample[] {
  const root = new URL('../../../data/organs/', import.meta.url);
  return readdirSync(root)
    .toSorted()
    .flatMap((organ) => {
      const reports = readdirSync(new URL(`${organ}/`, root))
        .filter((file) => /^\d{4}\.yaml$/.test(file))
        .toSorted()
        .map((file) => {
          const path = `organs/${organ}/${file}`;
          const text = readFileSync(new URL(`${organ}/${file}`, root), 'utf8');
          return loadReport({ path, organ, year: Number(file.slice(0, 4)) }, text, undefined, forms).report!;
        });
      return reports.map((report) => {
        const lastYear = reports.find(({ year }) => year === report.year - 1);
        return { report, ...(lastYear ? { lastYear } : {}) };
      });
    });
}
