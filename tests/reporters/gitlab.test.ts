import { describe, expect, test } from 'vitest';
import { reporters } from '../../src/diagnostics/reporters/index.ts';
import { brokenFiles, brokenResult, hostileResult, plainContext } from '../helpers/broken-site.ts';

interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number; end: number } };
}

function issues(result = brokenResult(), context = plainContext): Issue[] {
  return JSON.parse(reporters.gitlab(result, context)) as Issue[];
}

describe.each([
  ['a broken site', brokenResult],
  ['hostile texts', hostileResult],
])('the Code Quality report of %s', (_, make) => {
  const result = make();

  test('has an issue for every finding, with all that GitLab asks for', () => {
    const found = issues(result);
    expect(found.map((issue) => issue.check_name)).toEqual(result.diagnostics.map(({ code }) => code));
    for (const [i, issue] of found.entries()) {
      const { place, message } = result.diagnostics[i]!;
      expect(Object.keys(issue)).toEqual([
        'description',
        'check_name',
        'fingerprint',
        'severity',
        'location',
      ]);
      expect(issue.description).toContain(message);
      expect(issue.location.path).toBe(place?.file ?? 'data');
      expect(issue.location.lines.begin).toBe(place?.line ?? 1);
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(issue.severity);
    }
  });

  test('gives every issue a fingerprint of its own', () => {
    const prints = issues(result).map((issue) => issue.fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
    for (const print of prints) expect(print).toMatch(/^[\da-f]{16}$/);
  });
});

test('severities differ as ours do', () => {
  const severities = new Map(
    issues(hostileResult()).map((issue) => [issue.check_name.replace(/\d+$/, ''), issue.severity]),
  );
  expect(Object.fromEntries(severities)).toEqual({
    'T3-ROW-SUM': 'major',
    'T2-STOCK': 'minor',
    'X-': 'info',
  });
});

test('fingerprints stay the same when lines move, and when another finding goes', () => {
  const path = 'data/organs/zhen/2023.yaml';
  const text = String(brokenFiles()[path]);
  const prints = (result = brokenResult()) =>
    issues(result)
      .filter((issue) => issue.location.path === path)
      .map((issue) => [issue.check_name, issue.fingerprint]);
  const moved = prints(brokenResult({ [path]: `# 一\n\n# 二\n${text}` }));
  expect(moved).toEqual(prints());
  expect(moved.length).toBeGreaterThan(6);
  const mended = prints(brokenResult({ [path]: text.replace('licensing: １８', 'licensing: 18') }));
  expect(mended).toHaveLength(moved.length - 1);
  expect(moved).toEqual(expect.arrayContaining(mended));
});

test('a clean result is an empty list', () => {
  expect(issues({ ...brokenResult(), diagnostics: [] })).toEqual([]);
});

test('paths begin with the folder that the data lies in', () => {
  const [issue] = issues(brokenResult(), { ...plainContext, folder: '年报/a' } as typeof plainContext);
  expect(issue!.location.path).toMatch(/^年报\/a\/data\//);
});
