import { expect, test } from 'vitest';
import { nearest } from '../../src/diagnostics/nearest.ts';

const keys = ['overview', 'disclosure', 'applications', 'challenges', 'problems', 'remarks', 'fees'];

test.each([
  ['overveiw', 'overview'],
  ['Overview', 'overview'],
  ['application', 'applications'],
  ['aplicatoins', 'applications'],
  ['problem', 'problems'],
  ['fee', 'fees'],
  ['remakrs', 'remarks'],
])('%s was meant to be %s', (word, key) => {
  expect(nearest(word, keys)).toBe(key);
});

test.each(['', 'x', 'xyzzy', '总体情况', 'section', 'x'.repeat(1_000_000)])(
  '%.20s is near to nothing',
  (word) => {
    expect(nearest(word, keys)).toBeUndefined();
  },
);

test('of two that are as near the first is taken', () => {
  expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
});
