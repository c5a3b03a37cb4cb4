import { expect, test } from 'vitest';
import { rulesFor } from '../../src/check/index.ts';
import {
  type CellRule,
  type Finding,
  fail,
  notApplicable,
  pass,
  type ReportRule,
  type Rule,
  type SiteRule,
  type Spot,
  unknown,
  type Verdict,
} from '../../src/check/rule.ts';
import { differences, type Fixture, readFixtures } from './fixture.ts';

const fixtures = readFixtures();
const answering = rulesFor().filter((rule) => rule.scope !== 'reading');

type Kind = Verdict['outcome'];
const kinds: readonly Kind[] = ['pass', 'fail', 'notApplicable', 'unknown'];

test.each(answering.map((rule) => [rule.id, rule] as const))('a broken %s is noticed', (id, rule) => {
  const own = fixtures.filter((fixture) => fixture.rule === id);
  const given = kinds.filter((kind) => own.some(({ counts }) => (counts[kind] ?? 0) > 0));
  expect(given).toContain('pass');
  expect(given).toContain('fail');
  for (const to of kinds) {
    expect(
      unnoticed(own, rule, () => to),
      `always ${to}`,
    ).toBe(false);
    for (const from of given.filter((kind) => kind !== to)) {
      const name = `${to} in place of ${from}`;
      expect(
        unnoticed(own, rule, (kind) => (kind === from ? to : kind)),
        name,
      ).toBe(false);
    }
  }
});

test.each(answering.map((rule) => [rule.id, rule] as const))(
  'a %s that says nothing is noticed',
  (id, rule) => {
    const own = fixtures.filter((fixture) => fixture.rule === id);
    const silent = {
      ...rule,
      ...(rule.scope === 'cell' ? { cells: () => [] } : { check: () => [] }),
    } as Rule;
    expect(own.every((fixture) => differences(fixture, [silent]).length === 0)).toBe(false);
  },
);

test.each(answering.map((rule) => [rule.id, rule] as const))(
  'a %s that points elsewhere is noticed',
  (id, rule) => {
    const own = fixtures.filter((fixture) => fixture.rule === id);
    const elsewhere = (fixture: Fixture) =>
      mutate(rule, (verdict) =>
        verdict.outcome === 'fail' ? fail(() => ({ ...verdict.finding(), at: anywhere(fixture) })) : verdict,
      );
    expect(own.every((fixture) => differences(fixture, [elsewhere(fixture)]).length === 0)).toBe(false);
  },
);

function unnoticed(own: readonly Fixture[], rule: Rule, change: (kind: Kind) => Kind): boolean {
  return own.every((fixture) => {
    const broken = mutate(rule, (verdict) => {
      const kind = change(verdict.outcome);
      return kind === verdict.outcome ? verdict : answer(kind, fixture);
    });
    return differences(fixture, [broken]).length === 0;
  });
}

function answer(kind: Kind, fixture: Fixture): Verdict {
  if (kind === 'pass') return pass;
  if (kind === 'fail') return fail((): Finding => ({ at: anywhere(fixture), message: '' }));
  return kind === 'unknown' ? unknown('') : notApplicable('');
}

/** A place where nothing is marked: an organ, but for the one rule that points at organs. */
function anywhere({ rule, data }: Fixture): Spot {
  const [organ] = data.organs.values();
  return rule === 'PB-COVER' || !organ ? { report: data.reports[0]!, address: 'overview' } : { organ };
}

/** The rule with each of its answers changed. */
function mutate(rule: Rule, change: (verdict: Verdict) => Verdict): Rule {
  if (rule.scope === 'reading') return rule;
  if (rule.scope === 'cell')
    return { ...rule, check: (...input: Parameters<CellRule['check']>) => change(rule.check(...input)) };
  if (rule.scope === 'site')
    return { ...rule, check: (...input: Parameters<SiteRule['check']>) => rule.check(...input).map(change) };
  return {
    ...rule,
    check: (...input: Parameters<ReportRule['check']>) => {
      const verdict = rule.check(...input);
      return 'outcome' in verdict ? change(verdict) : verdict.map(change);
    },
  };
}
