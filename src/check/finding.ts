import type { Diagnostic, Place, Severity } from '../diagnostics/diagnostic.ts';
import { top } from '../reports/files.ts';
import { organFile } from '../reports/organ.ts';
import { cellDetails } from '../reports/problems.ts';
import { type Locator, locator, type Report } from '../reports/report.ts';
import type { Facts, Finding, Spot } from './rule.ts';

/** Finds places in files, keeping the trees of the last few: neighbours in the list share their files. */
export type Locate = (at: Spot) => Place;

const kept = 32;

export function locateSpots(): Locate {
  const locators = new Map<string, Locator>();
  return (at) => {
    if ('organ' in at) return top(organFile(at.organ.slug));
    const { report, address, passage, path } = at;
    let locate = locators.get(report.file);
    if (!locate) {
      locate = locator(report);
      if (locators.size >= kept) locators.delete(locators.keys().next().value!);
      locators.set(report.file, locate);
    }
    return locate(path ?? pathOf(report, address), passage);
  };
}

/** A cell's own path; other addresses are keys at the top of the report. */
function pathOf(report: Report, address: string) {
  return report.form.cellAt.get(address)?.path ?? [address];
}

/** The finding of a rule as a diagnostic, with all its places. */
export function toDiagnostic(rule: Facts, finding: Finding, severity: Severity, locate: Locate): Diagnostic {
  const { at, message, hint, left, right, related } = finding;
  return {
    code: rule.id,
    severity,
    message,
    ...about(at),
    place: locate(at),
    ...cellOf(at),
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
    ...(related && related.length > 0
      ? {
          related: related.map(({ at, ...rest }) => ({ ...rest, place: locate(at), ...addressOf(at) })),
        }
      : {}),
    ...(hint ? { hint } : {}),
  };
}

function about(at: Spot): { organ: string; year?: number } {
  if ('report' in at) return { organ: at.report.organ, year: at.report.year };
  return { organ: at.organ.slug, ...(at.year === undefined ? {} : { year: at.year }) };
}

function cellOf(at: Spot): { cell?: string; cellName?: string } {
  const cell = 'report' in at ? at.report.form.cellAt.get(at.address) : undefined;
  return cell ? cellDetails(cell) : {};
}

function addressOf(at: Spot): { cell?: string } {
  const { cell } = cellOf(at);
  return cell ? { cell } : {};
}
