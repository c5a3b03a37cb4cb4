import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesFor } from '../../../src/check/index.ts';
import type { ReportInput, ReportRule, Verdict } from '../../../src/check/rule.ts';
import { formById, forms } from '../../../src/forms/index.ts';
import type { Report } from '../../../src/reports/report.ts';
import { defaultSettings } from '../../../src/reports/settings.ts';
import { readMarked } from './marked.ts';

/** Sentences that the check they were written for has nothing to say of; no other rule may either. */
const sentences = readdirSync(new URL('fixtures/', import.meta.url))
  .map((file) => file.replace('.txt', ''))
  // The names in these belong to other organs.
  .filter((name) => !/organs|level/.test(name))
  .flatMap((name) => readMarked(name).map((line) => ({ ...line, name })))
  .filter(({ expected }) => expected.length === 0);

const ids = [
  ...['ED-CITE', 'QA-SECTIONS', 'QA-SECLIST', 'QA-STALE-YEAR', 'QA-LEFTOVER', 'QA-PERSON', 'QA-CONTACT'],
  ...['QA-TYPO', 'QA-ENCODING', 'PB-TITLE', 'PB-DATE-SAME'],
];
const rules = rulesFor().filter((rule): rule is ReportRule => ids.includes(rule.id));

/** A report that says no more than a sentence. */
function input(text: string): ReportInput {
  const form = formById(2021)!;
  const organ = {
    slug: 'zhen',
    name: '清河镇',
    fullName: '示例县清河镇人民政府',
    level: 'township',
  } as const;
  const report: Report = {
    organ: 'zhen',
    year: 2023,
    form,
    file: 'data/organs/zhen/2023.yaml',
    text: '',
    published: '2024-01-15',
    sections: new Map([['overview', text]]),
    values: form.cells.map(() => 0),
    notes: new Map(),
  };
  const organs = new Map([['zhen', organ]]);
  return { report, organ, organs, parent: undefined, previous: undefined, sums: [], prose: notAsked, forms };
}

/** None of these rules looks at the numbers. */
function notAsked(): never {
  throw new Error('the numbers of the text');
}

function failures(rule: ReportRule, text: string): string[] {
  const answer = rule.check(input(text), defaultSettings);
  const verdicts: readonly Verdict[] = 'outcome' in answer ? [answer] : answer;
  return verdicts.flatMap((verdict) => {
    if (verdict.outcome !== 'fail') return [];
    const { message, severity } = verdict.finding();
    // A mobile number to reach the office is only asked about.
    return severity === 'info' ? [] : [`${message} ← ${text}`];
  });
}

test('there are many, of all sorts', () => expect(sentences.length).toBeGreaterThan(150));

test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  expect(sentences.flatMap(({ text }) => failures(rule, text))).toEqual([]);
});
