import { describe, expect, it } from 'vitest';
import { auditProse, type ProseEntry } from '../../../src/check/prose/audit.ts';
import type { Report } from '../../../src/reports/report.ts';
import { textFindings } from './answers.ts';
import { type Sample, sampleReports } from './sample-reports.ts';

const samples = sampleReports();
const name = ({ report }: Sample) => `${report.organ} ${report.year}`;
const bySlug = samples.map((sample) => [name(sample), sample] as const);

/** 四棵树镇 2023 is a report as published, and really doesn't say how many applications it had. */
const published = 'sikeshu 2023';

describe('the sample reports', () => {
  it.each(bySlug)('%s: text and tables agree', (slug, { report, lastYear }) => {
    const audit = auditProse(report, lastYear);
    expect(audit.entries.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
    expect(textFindings(report, lastYear).map(({ rule }) => rule)).toEqual(
      slug === published ? ['TX-NOCOUNT'] : [],
    );
  });

  it('are mostly bound to the tables, not passed over', () => {
    const entries = samples.flatMap(({ report, lastYear }) => auditProse(report, lastYear).entries);
    const count = (verdict: ProseEntry['verdict']) =>
      entries.filter((entry) => entry.verdict === verdict).length;
    expect(count('agrees')).toBeGreaterThan(400);
    expect(count('unchecked') / count('agrees')).toBeLessThan(0.06);
  });
});

/** A report whose text has one number changed by one. */
function mutated(report: Report, entry: ProseEntry, by: number): Report {
  const source = report.sections.get(entry.section)!;
  const words = source.slice(entry.offset, entry.offset + entry.length);
  const changed = words.replace(/\d+(?=\D*$)/, (digits) =>
    String(Number(digits) + by).padStart(digits.length, '0'),
  );
  const text = source.slice(0, entry.offset) + changed + source.slice(entry.offset + entry.length);
  return { ...report, sections: new Map(report.sections).set(entry.section, text) };
}

describe('one number changed', () => {
  const numbers = samples.flatMap((sample) =>
    auditProse(sample.report, sample.lastYear)
      .entries.filter(
        ({ kind, verdict, text }) => kind === 'count' && verdict === 'agrees' && /\d/.test(text),
      )
      .map((entry) => ({ sample, entry })),
  );

  it.each([1, -1])('in the text, by %i: found in most cases', (by) => {
    const tried = numbers.filter(({ entry }) => entry.quantity.value.whole + by >= 0);
    const missed = tried.filter(({ sample: { report, lastYear }, entry }) => {
      const found = textFindings(mutated(report, entry, by), lastYear);
      return found.every(({ rule }) => rule === 'TX-NOCOUNT');
    });
    expect(tried.length).toBeGreaterThan(250);
    expect(1 - missed.length / tried.length).toBeGreaterThan(0.95);
  });

  it('in a cell the text speaks of: found in most cases', () => {
    let tried = 0;
    let found = 0;
    for (const { report, lastYear } of samples) {
      report.form.cells.forEach((cell, i) => {
        const value = report.values[i];
        if (typeof value !== 'number' || !isTotal(cell.address) || value === 0) return;
        const values = report.values.with(i, value + 1);
        tried++;
        if (textFindings({ ...report, values }, lastYear).length > 0) found++;
      });
    }
    expect(tried).toBeGreaterThan(200);
    expect(found / tried).toBeGreaterThan(0.8);
  });
});

/** Cells officials put into words: totals of the rows, and table two. */
function isTotal(address: string): boolean {
  return address.endsWith('.total') || address.startsWith('disclosure.');
}
