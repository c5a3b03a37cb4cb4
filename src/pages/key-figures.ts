import { z } from 'zod';
import { figure, keyFigures, type ReportEntry } from '../model/site.ts';
import { amount } from './sentence.ts';

/** The figures a report is known by, as the columns of a list of reports. */
export const figureColumns = z.array(z.strictObject({ label: z.string(), unit: z.string() }));

export const keyColumns = keyFigures.map(({ label, unit }) => ({ label, unit }));

export function keyValues({ report }: ReportEntry): string[] {
  return keyFigures.map(({ key }) => amount(figure(report, key), ''));
}
