import { forms } from '../../../src/forms/index.ts';
import { loadReport } from '../../../src/reports/load-report.ts';
import type { Report } from '../../../src/reports/report.ts';
import { figures, figuresReport } from '../../helpers/figures.ts';
import { write } from '../../helpers/written.ts';

export interface PublishedReport {
  report: Report;
  /** What its text says, sentence by sentence. */
  facts: { text: string }[];
}

/** The tables of a published report, blank cells as blank, with what its text says. */
export function publishedReport(name: string): PublishedReport {
  const published = figures(name);
  const { text } = write(figuresReport(published), 'yaml');
  const file = { path: `organs/shi/${published.year}.yaml`, organ: 'shi', year: published.year };
  const { report } = loadReport(file, text, undefined, forms);
  return { report: report!, facts: published.textFacts ?? [] };
}
