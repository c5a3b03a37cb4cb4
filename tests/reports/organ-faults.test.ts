import { describe, expect, test } from 'vitest';
import { forms } from '../../src/forms/index.ts';
import { loadData } from '../../src/reports/load.ts';
import { base, check, type Files, memory } from '../helpers/memory.ts';
import { reportData } from '../helpers/report-data.ts';
import { shown } from '../helpers/shown.ts';
import { write } from '../helpers/written.ts';

const organ = base['data/organs/zhen/organ.yaml'] as string;
const site = base['data/site.yaml'] as string;

function inOrgan(text: string, more: Files = {}) {
  return check({ ...more, 'data/organs/zhen/organ.yaml': text }).diagnostics;
}

function inSite(text: string) {
  return check({ 'data/site.yaml': text }).diagnostics;
}

describe('an organ', () => {
  test.each([
    'code: 654202',
    'code: "654202001"',
    'code: 654202001000',
    'aliases: [镇政府, 某镇政府]',
    'years: {from: 1958, to: 2023}',
    'example: true',
  ])('may say %s', (line) => {
    expect(inOrgan(`${organ}${line}\n`)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['level', organ.replace('township', '乡镇'), 'DATA-VALUE 3:8-10'],
    ['level', organ.replace('township', ''), 'DATA-VALUE 3:1-6'],
    ['name', organ.replace('某镇', ''), 'DATA-EMPTY-TEXT 1:1-5'],
    ['name', organ.replace('某镇', '12'), 'DATA-TYPE 1:7-9'],
    ['name', organ.replace(/name.*\n/, ''), 'DATA-MISSING 1:1'],
    ['code', `${organ}code: 0654202\n`, 'DATA-VALUE 4:7-14'],
    ['code', `${organ}code: 6542020\n`, 'DATA-VALUE 4:7-14'],
    ['code', `${organ}code: 1e5\n`, 'DATA-VALUE 4:7-10'],
    ['years', `${organ}years: {from: 2019年}\n`, 'DATA-TYPE 4:15-20'],
    ['years', `${organ}years: {to: 3000}\n`, 'DATA-VALUE 4:13-17'],
    ['years', `${organ}years: {from: 2024, to: 2020}\n`, 'DATA-VALUE 4:8-30'],
    ['aliases', `${organ}aliases: 镇政府\n`, 'DATA-TYPE 4:10-13'],
    ['aliases', `${organ}aliases: [镇政府, ""]\n`, 'DATA-EMPTY-TEXT 4:16-18'],
    ['example', `${organ}example: yes\n`, 'DATA-TYPE 4:10-13'],
    ['a key', `${organ}parnet: x\n`, 'DATA-UNKNOWN 4:1-7'],
    ['a key', `${organ}上级机关: x\n`, 'DATA-UNKNOWN 4:1-5'],
  ])('is told a bad %s in %j', (_, text, found) => {
    const diagnostics = inOrgan(text);
    expect(diagnostics.map(shown)).toEqual([found]);
    expect(diagnostics[0]).toMatchObject({ organ: 'zhen', severity: 'error' });
  });

  test('is told all its faults at once', () => {
    const text = 'name: ""\nlevel: town\nparent: shi\ncode: 1\n';
    expect(inOrgan(text).map(shown)).toEqual([
      'DATA-MISSING 1:1',
      'DATA-EMPTY-TEXT 1:7-9',
      'DATA-VALUE 2:8-12',
      'DATA-REFERENCE 3:9-12',
      'DATA-VALUE 4:7-8',
    ]);
  });
});

describe('parents and predecessors', () => {
  const other = (slug: string, line = ''): Files => ({
    [`data/organs/${slug}/organ.yaml`]: `${organ}${line}`,
  });

  test('that are organs of the data', () => {
    const text = `${organ}parent: xian\npredecessors: [jiu-zhen]\n`;
    expect(inOrgan(text, { ...other('xian'), ...other('jiu-zhen') })).toEqual([]);
  });

  test('that are not', () => {
    const text = `${organ}parent: shi\npredecessors: [zhen-a, zhen]\n`;
    const diagnostics = inOrgan(text);
    expect(diagnostics.map(shown)).toEqual([
      'DATA-REFERENCE 4:9-12',
      'DATA-REFERENCE 5:16-22',
      'DATA-REFERENCE 5:24-28',
    ]);
    expect(diagnostics[2]!.message).toContain('就是它自己');
  });

  test('of itself', () => {
    expect(inOrgan(`${organ}parent: zhen\n`).map(shown)).toEqual(['DATA-REFERENCE 4:9-13']);
  });

  test('in a circle of three, each of which is told', () => {
    const files = {
      ...other('a', 'parent: b\n'),
      ...other('b', 'parent: c\n'),
      ...other('c', 'parent: a\n'),
    };
    const diagnostics = check(files).diagnostics;
    expect(diagnostics.map(({ code, organ: slug }) => [code, slug])).toEqual([
      ['DATA-REFERENCE', 'a'],
      ['DATA-REFERENCE', 'b'],
      ['DATA-REFERENCE', 'c'],
    ]);
  });

  test('below a circle, which is no fault of theirs', () => {
    const files = {
      ...other('a', 'parent: b\n'),
      ...other('b', 'parent: a\n'),
      ...other('c', 'parent: a\n'),
    };
    expect(check(files).diagnostics.map(({ organ: slug }) => slug)).toEqual(['a', 'b']);
  });

  test('whose own file has faults are there all the same', () => {
    const text = `${organ}parent: xian\n`;
    expect(inOrgan(text, other('xian', 'code: 1\n')).map(({ organ: slug, code }) => [slug, code])).toEqual([
      ['xian', 'DATA-VALUE'],
    ]);
  });
});

test('a report may name its organ while the organ’s own file cannot be read', () => {
  const report = write({ organ: '某镇', ...reportData(2021) }, 'yaml').text;
  const files = { 'data/organs/zhen/2023.yaml': report };
  expect(inOrgan('name: [某镇]]\n', files).map(shown)).toEqual(['SRC-SYNTAX 1:11-12']);
});

describe('the site', () => {
  test.each([
    'baseUrl: https://example.org/a/',
    'contact: {email: a@example.org, postcode: 100010, telephone: 010-12345678}',
    'contact: {postcode: 010010}',
    'contact: {postcode: "010010"}',
    'about: |\n  第一段。\n\n  第二段。',
  ])('may say %s', (line) => {
    expect(inSite(`${site}${line}\n`)).toEqual([]);
  });

  test.each<[string, string]>([
    ['baseUrl: example.org', 'DATA-VALUE 3:10-21'],
    ['baseUrl: https://example.org/a', 'DATA-VALUE 3:10-31'],
    ['baseUrl: javascript:alert(1)/', 'DATA-VALUE 3:10-30'],
    ['contact: {email: a}', 'DATA-VALUE 3:18-19'],
    ['contact: {postcode: 12}', 'DATA-VALUE 3:21-23'],
    ['contact: {phone: 12}', 'DATA-UNKNOWN 3:11-16'],
    ['titel: 年报', 'DATA-UNKNOWN 3:1-6'],
  ])('is told of %s', (line, found) => {
    expect(inSite(`${site}${line}\n`).map(shown)).toEqual([found]);
  });

  test('is told of a level that is none by the name of the setting', () => {
    const [diagnostic] = inSite(`${site}settings: {deadlines: {town: 01-31}}\n`);
    expect(diagnostic!.message).toBe('“公布期限”里没有叫“town”的一项。');
  });

  test('is told of a setting that is none', () => {
    const [diagnostic] = inSite(`${site}settings: {deadline: 1}\n`);
    expect(diagnostic!.message).toBe('“核对设置”里没有叫“deadline”的一项。');
  });

  test('keeps a postcode that begins with 0', () => {
    const files = { ...base, 'data/site.yaml': `${site}contact: {postcode: 010010}\n` };
    expect(loadData(memory(files), forms).value.site?.contact?.postcode).toBe('010010');
  });
});
