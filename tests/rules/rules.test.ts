import { describe, expect, test } from 'vitest';
import { rulesFor } from '../../src/check/index.ts';
import type { Rule } from '../../src/check/rule.ts';
import { differences, type Fixture, readFixtures, runFixture } from './fixture.ts';

const fixtures = readFixtures();
const rules = rulesFor();

describe('findings are where they are marked', () => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    expect(differences(fixture), fixture.about).toEqual([]);
  });
});

test('a finding at a cell points at the number itself, and so does everything related to it', () => {
  let cells = 0;
  for (const fixture of fixtures) {
    for (const { code, cell, place, related = [] } of runFixture(fixture).diagnostics) {
      if (!rules.some((rule) => rule.id === code && rule.scope !== 'reading')) continue;
      for (const at of [{ cell, place }, ...related]) {
        if (!at.cell) continue;
        const text = fixture.texts.get(at.place!.file)!.split('\n')[at.place!.line - 1]!;
        const report = fixture.data.reports.find(({ file }) => file === at.place!.file)!;
        const value = report.values[report.form.cellAt.get(at.cell)!.index];
        if (value === '看不清') continue;
        expect(text.slice(at.place!.column - 1, at.place!.endColumn - 1)).toBe(String(value));
        cells++;
      }
    }
  }
  expect(cells).toBeGreaterThan(100);
});

/** These apply to whatever there is; the others need an example of a report they don't apply to. */
const alwaysApply = [
  'ED-YEAR',
  'PB-DEADLINE',
  'PB-EARLY',
  'QA-ENCODING',
  'QA-LEFTOVER',
  'QA-ORGAN',
  'QA-PERSON',
  'QA-SECTIONS',
  'QA-STALE-YEAR',
  'QA-TYPO',
];

test.each(rules.map((rule) => [rule.id, rule] as const))('%s has fixtures of every kind', (_, rule) => {
  const own = fixtures.filter((fixture) => fixture.name.startsWith(`${rule.id}/`));
  expect(missingKinds(rule, own)).toEqual([]);
});

function missingKinds(rule: Rule, own: readonly Fixture[]): string[] {
  const some = (kind: (fixture: Fixture) => boolean, name: string) => (own.some(kind) ? [] : [name]);
  if (rule.scope === 'reading') {
    return [
      ...some(({ marks }) => marks.length === 0, 'good'),
      ...some(({ marks }) => marks.length > 0, 'bad'),
    ];
  }
  return [
    ...some(({ counts }) => (counts.pass ?? 0) > 0 && !counts.fail, 'good'),
    ...some(({ counts }) => (counts.fail ?? 0) > 0, 'bad'),
    ...(alwaysApply.includes(rule.id)
      ? []
      : some(({ counts }) => (counts.notApplicable ?? 0) > 0, 'not applicable')),
  ];
}
