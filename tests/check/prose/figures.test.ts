import { describe, expect, it } from 'vitest';
import { auditProse } from '../../../src/check/prose/audit.ts';
import { textFindings } from './answers.ts';
import { publishedReport } from './figures.ts';

function factsOf(name: string) {
  const { report, facts } = publishedReport(name);
  const text = facts.map((fact) => fact.text).join('；');
  const input = { ...report, sections: new Map([['overview', `${text}。`]]) };
  return { audit: auditProse(input), found: textFindings(input), facts, report };
}

const verdicts = (name: string) =>
  factsOf(name).audit.entries.map(({ text, verdict }) => `${text} ${verdict}`);

describe('published reports', () => {
  it('宿迁 2023: every number of the text has a lawful reading', () => {
    expect(verdicts('suqian-2023')).toEqual([
      '3607件 agrees',
      '3493件 agrees',
      '114件 agrees',
      '142件 agrees',
      '1078件 agrees',
      '406件 agrees',
      '341件 agrees',
      '121件 agrees',
    ]);
    const [first] = factsOf('suqian-2023').audit.entries;
    expect(first!.readings[0]!.key).toBe('applications:newReceived+carriedOver|');
  });

  it('宿迁 2024: reviews and lawsuits differ, and are those already closed', () => {
    expect(verdicts('suqian-2024')).toEqual([
      '3646件 agrees',
      '92件 agrees',
      '941件 agrees',
      '117件 agrees',
      '469件 agrees',
      '134件 differs',
      '57件 differs',
    ]);
    const { audit, found } = factsOf('suqian-2024');
    const values = audit.entries
      .filter(({ verdict }) => verdict === 'differs')
      .map(({ quantity, readings, closest }) =>
        [quantity.value, readings[0]!.value, closest!.value].map(({ whole }) => whole),
      );
    expect(values).toEqual([
      [134, 170, 134],
      [57, 77, 57],
    ]);
    const cases = found.filter(({ rule }) => rule === 'TX-CASES');
    expect(cases.map(({ message }) => message)).toEqual([
      expect.stringMatching(/134件.*170/),
      expect.stringMatching(/57件.*77/),
    ]);
    expect(cases.map(({ hint }) => hint)).toEqual([
      expect.stringMatching(/尚未审结 134”/),
      expect.stringMatching(/尚未审结.* 57”/),
    ]);
    expect(found.filter(({ rule }) => rule !== 'TX-CASES')).toEqual([]);
  });

  it('上海 2019: granted, unable, a share and the outcome of the cases differ', () => {
    const { audit, found } = factsOf('shanghai-office-2019');
    expect(audit.entries.map(({ kind, text, verdict }) => `${kind} ${text} ${verdict}`)).toEqual([
      'count 859件 agrees',
      'count 805件 agrees',
      'count 18件 agrees',
      'count 72件 agrees',
      'count 258件 differs',
      'share 33.9% differs',
      'count 35件 agrees',
      'count 265件 differs',
      'share 32.9% agrees',
      'count 158件 agrees',
      'count 7件 agrees',
      'count 9件 agrees',
      'outcome 均获维持 differs',
      'outcome 均获维持 differs',
    ]);
    expect(found.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      expect.stringMatching(/^TX-REQ-COUNT .*258件.*275/),
      expect.stringMatching(/^TX-REQ-COUNT .*265件.*337/),
      expect.stringMatching(/^TX-CASES .*均获维持.*5。/),
      expect.stringMatching(/^TX-CASES .*均获维持.*8。/),
      expect.stringMatching(/^TX-PERCENT .*33\.9%.*32\.0%/),
    ]);
  });

  for (const name of ['suqian-2023', 'suqian-2024', 'shanghai-office-2019']) {
    it(`${name}: each sentence alone is read the same`, () => {
      const { report, facts, audit } = factsOf(name);
      const alone = facts.flatMap(({ text }) => {
        const sections = new Map([['overview', text]]);
        return auditProse({ ...report, sections }).entries.map((entry) => [entry.text, entry.verdict]);
      });
      expect(alone).toEqual(audit.entries.map((entry) => [entry.text, entry.verdict]));
    });
  }
});
