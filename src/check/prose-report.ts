import type { ProseReading, ProseReport } from '../diagnostics/prose.ts';
import type { ReportName } from '../diagnostics/result.ts';
import type { Dataset } from '../reports/load.ts';
import type { Report } from '../reports/report.ts';
import { type Locate, locateSpots } from './finding.ts';
import { auditProse, type ProseEntry, type ProsePlace } from './prose/audit.ts';
import { reasons } from './prose/bind.ts';
import { numberOf } from './prose/exact.ts';
import type { Reading } from './prose/readings.ts';
import { clauseOf, readingText } from './prose/told.ts';
import { passageOf } from './prose-rules.ts';

/** The audits of the texts of these reports as they are printed, with places in the files. */
export function proseReports({ reports }: Dataset, names: readonly ReportName[]): ProseReport[] {
  const locate = locateSpots();
  const byName = new Map(reports.map((report) => [`${report.organ}/${report.year}`, report]));
  return names.map((name) => {
    const { organ, year } = name;
    return proseReport(byName.get(`${organ}/${year}`)!, byName.get(`${organ}/${year - 1}`), name, locate);
  });
}

function proseReport(
  report: Report,
  previous: Report | undefined,
  name: ReportName,
  locate: Locate,
): ProseReport {
  const { entries, lists, statesRequests } = auditProse(report, previous);
  const headings = new Map(report.form.sections.map(({ key, heading }) => [key, heading]));
  const words = (at: ProsePlace) => ({
    section: headings.get(at.section) ?? at.section,
    place: locate(passageOf(report, at)),
    text: at.text,
    words: clauseOf(report.sections.get(at.section)!, at),
  });
  return {
    ...name,
    numbers: entries.map((entry) => ({
      ...words(entry),
      value: numberOf(entry.quantity.value),
      unit: entry.quantity.unit,
      kind: entry.kind,
      verdict: entry.verdict,
      ...(entry.why ? { reason: reasons[entry.why] } : {}),
      readings: entry.readings.map((reading) => told(entry, reading)),
      ...(entry.closest ? { closest: told(entry, entry.closest) } : {}),
    })),
    lists: lists.map((list) => ({
      ...words(list),
      value: numberOf(list.head),
      unit: list.unit,
      parts: list.parts.map((part) => part.replace(/[\s*`]+/g, '')),
      sum: numberOf(list.sum),
      verdict: list.verdict === 'adds' ? 'agrees' : list.verdict === 'some' ? 'some' : 'differs',
    })),
    statesRequests,
  };
}

function told(entry: ProseEntry, reading: Reading): ProseReading {
  const { value, cells } = reading;
  return {
    text: readingText(entry, reading),
    value: numberOf(value),
    cells: cells.map(({ address }) => address),
  };
}
