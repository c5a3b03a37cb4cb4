import { describe, expect, it } from 'vitest';
import { dataOf, siteOf } from '../helpers/built.ts';
import { oneOrgan, reportJson } from '../helpers/report-json.ts';

const zero = reportJson(2021);
const late = reportJson(2021, undefined, { published: '2024-02-05' });
const carried = (address: string) =>
  /^applications\.(carriedOver|granted|total)\.(natural|total)$/.test(address) ? 1 : 0;

describe('what the rules answered about each report', () => {
  it('adds up to what each rule answered at all, the rules between organs left aside', () => {
    const site = siteOf();
    const reports = site.organs.flatMap((organ) => organ.reports);
    let compared = 0;
    for (const { id, scope } of site.catalogue) {
      if (scope === 'site' || scope === 'reading') continue;
      const { reasons: _, ...count } = site.rules.get(id)!;
      const sum = { pass: 0, fail: 0, unknown: 0, notApplicable: 0, waived: 0 };
      for (const { report } of reports) {
        const answers = site.answers.about(report, id);
        for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += answers?.[key] ?? 0;
      }
      expect([id, sum]).toEqual([id, count]);
      compared++;
    }
    expect(compared).toBeGreaterThan(15);
  });

  it('names failures, and tells those accepted by a waiver apart', () => {
    const waiver = {
      rule: 'PB-DEADLINE',
      cells: ['published'],
      values: ['2024-02-05'],
      reason: '系统检修',
      by: '某办',
      until: '2030-01-01',
    };
    const about = (text: string) => {
      const site = siteOf(dataOf(oneOrgan({ 2023: text })));
      const [entry] = site.organs[0]!.reports;
      return {
        answers: site.answers.about(entry!.report, 'PB-DEADLINE'),
        warned: entry!.warned.map(({ code }) => code).filter((code) => code.startsWith('PB-')),
        waived: entry!.waived.map(({ rule }) => rule.id),
      };
    };
    const none = { pass: 0, fail: 0, unknown: 0, notApplicable: 0, waived: 0 };
    expect(about(late)).toEqual({ answers: { ...none, fail: 1 }, warned: ['PB-DEADLINE'], waived: [] });
    expect(about(reportJson(2021, undefined, { published: '2024-02-05', waivers: [waiver] }))).toEqual({
      answers: { ...none, waived: 1 },
      warned: [],
      waived: ['PB-DEADLINE'],
    });
  });

  it('has each cell of a broken carry-over', () => {
    const site = siteOf(dataOf(oneOrgan({ 2022: zero, 2023: reportJson(2021, carried) })));
    const [first, second] = site.organs[0]!.reports;
    const none = { pass: 0, fail: 0, unknown: 0, notApplicable: 0, waived: 0 };
    expect(site.answers.about(second!.report, 'T3-CARRY')).toEqual({ ...none, pass: 5, fail: 2 });
    expect(site.answers.about(first!.report, 'T3-CARRY')).toEqual({ ...none, notApplicable: 7 });
    expect(site.answers.about(first!.report, 'NO-RULE')).toBeUndefined();
  });
});
