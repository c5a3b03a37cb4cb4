import { describe, expect, test } from 'vitest';
import { reporters } from '../../src/diagnostics/reporters/index.ts';
import type { Result } from '../../src/diagnostics/result.ts';
import { brokenResult, hostile, hostileResult, plainContext } from '../helpers/broken-site.ts';
import { type Element, parseXml } from '../helpers/xml.ts';

function suites(result: Result): Element {
  return parseXml(reporters.junit(result, plainContext));
}

const failuresOf = (element: Element) => element.children.flatMap(({ children }) => children);

describe.each([
  ['a broken site', brokenResult],
  ['hostile texts', hostileResult],
  ['a clean site', () => ({ ...brokenResult(), ok: true, diagnostics: [], counts: noErrors() })],
])('the JUnit file of %s', (_, make) => {
  const result = make();
  const root = suites(result);

  test('has the elements and attributes that readers know, in their order', () => {
    expect(root.name).toBe('testsuites');
    for (const suite of root.children) {
      expect(suite.name).toBe('testsuite');
      expect(Object.keys(suite.attributes)).toEqual(['name', 'tests', 'failures', 'errors', 'skipped']);
      const names = suite.children.map(({ name }) => name).join(' ');
      expect(names).toMatch(/^(testcase )*testcase( system-out)?$/);
      for (const each of suite.children.filter(({ name }) => name === 'testcase')) {
        expect(Object.keys(each.attributes)).toEqual(['name', 'classname']);
        expect(each.attributes['classname']).toBe(suite.attributes['name']);
        expect(each.children.map(({ name }) => name)).toEqual(each.children.length > 0 ? ['failure'] : []);
        for (const failure of each.children) {
          expect(Object.keys(failure.attributes)).toEqual(['message', 'type']);
        }
      }
    }
  });

  test('counts right', () => {
    const number = (element: Element, name: string) => Number(element.attributes[name]);
    for (const suite of root.children) {
      const cases = suite.children.filter(({ name }) => name === 'testcase');
      expect(number(suite, 'tests')).toBe(cases.length);
      expect(number(suite, 'failures')).toBe(failuresOf(suite).length);
    }
    for (const name of ['tests', 'failures', 'errors']) {
      const sum = root.children.reduce((total, suite) => total + number(suite, name), 0);
      expect(number(root, name)).toBe(sum);
    }
    expect(number(root, 'failures')).toBe(result.counts.errors);
  });

  test('names no two cases of a suite alike', () => {
    for (const { children } of root.children) {
      const names = children.map(({ attributes }) => attributes['name']).filter(Boolean);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

function noErrors() {
  return { ...brokenResult().counts, errors: 0, warnings: 0, infos: 0 };
}

test('a file has a suite, one without faults too', () => {
  const result = brokenResult();
  const names = suites(result).children.map(({ attributes }) => attributes['name']);
  expect(names).toEqual([...names].sort());
  expect(new Set(names)).toEqual(
    new Set([
      ...result.diagnostics.map(({ place }) => place!.file),
      ...result.reports!.map(({ file }) => file),
    ]),
  );
  const sound = suites(result).children.find(
    ({ attributes }) => attributes['name'] === 'data/organs/zhen/2021.yaml',
  )!;
  expect(sound.attributes).toMatchObject({ tests: '1', failures: '0' });
  expect(sound.children[0]!.attributes['name']).toBe('某镇2021年度报告 核对');
});

test('every error is a failure that tells all, every warning stands in the output', () => {
  const result = brokenResult();
  const root = suites(result);
  for (const { code, severity, message, place, hint } of result.diagnostics) {
    const suite = root.children.find(({ attributes }) => attributes['name'] === place!.file)!;
    const told =
      severity === 'error'
        ? failuresOf(suite)
            .filter(({ attributes }) => attributes['type'] === code)
            .map(({ text }) => text)
        : suite.children.filter(({ name }) => name === 'system-out').map(({ text }) => text);
    const wanted = [message, `${place!.file}:${place!.line}:${place!.column}`, ...(hint ? [hint] : [])];
    expect(told.some((text) => wanted.every((part) => text.includes(part)))).toBe(true);
  }
});

test('texts come back as they were, but for signs that XML has no way to write', () => {
  const messages = suites(hostileResult()).children.flatMap((suite) =>
    failuresOf(suite).map(({ attributes }) => attributes['message']),
  );
  const writable = hostile.map((text) =>
    text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''),
  );
  expect(new Set(messages)).toEqual(new Set(writable));
});
