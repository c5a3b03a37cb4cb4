import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkReport } from '../helpers/memory.ts';
import { reportData } from '../helpers/report-data.ts';
import { shown } from '../helpers/shown.ts';
import { write } from '../helpers/written.ts';

const { text } = write(reportData(2021), 'yaml');

/** The sound report with something else in the place of what a pattern finds. */
function changed(pattern: RegExp, replacement: string): string {
  const result = text.replace(pattern, replacement);
  if (result === text) throw new Error(`${pattern} changes nothing`);
  return result;
}

/** The sound report with a line before its first section, which moves to line 3. */
function withLine(line: string): string {
  return changed(/^overview/m, `${line}\noverview`);
}

function find(written: string, year = 2023): readonly Diagnostic[] {
  return checkReport(year, 'yaml', written).diagnostics;
}

test('the report these faults are put into is sound', () => {
  expect(find(text)).toEqual([]);
});

describe('what is missing', () => {
  test.each<[string, RegExp, string, string]>([
    ['the edition', /^form.*\n/m, 'DATA-MISSING 1:1', 'form: '],
    ['a section', /^overview.*\n.*\n/m, 'DATA-MISSING 1:1', 'overview: '],
    ['the last section', /^remarks.*\n.*\n/m, 'DATA-MISSING 1:1', 'remarks: '],
    ['a table', /^challenges:\n( .*\n)+/m, 'DATA-MISSING 1:1', 'challenges: '],
    ['a group of rows', /^ {2}unable:\n( {4}.*\n)+/m, 'DATA-MISSING 11:1-13', 'unable: '],
    ['a row', /^ {2}granted.*\n/m, 'DATA-MISSING 11:1-13', 'granted: [0, 0, 0, 0, 0, 0, 0]'],
    ['a row of a group', /^ {4}otherLaw.*\n/m, 'DATA-MISSING 16:3-9', 'otherLaw: [0, 0, 0, 0, 0, 0, 0]'],
    ['a number', /^ {2}licensing.*\n/m, 'DATA-MISSING 4:1-11', 'licensing: 0'],
  ])('%s', (_, pattern, found, hint) => {
    const diagnostics = find(changed(pattern, ''));
    expect(diagnostics.map(shown)).toEqual([found]);
    expect(diagnostics[0]!.hint).toContain(`补上 ${hint}`);
  });

  test('a missing row leaves the relations it takes part in undecided', () => {
    const { counts } = checkReport(2023, 'yaml', changed(/^ {2}granted.*\n/m, ''));
    // Its own row sum, and the result sum of each column.
    expect(counts.checks).toEqual({ pass: 34, fail: 0, unknown: 8 });
  });

  test.each<[string, RegExp, string]>([
    ['a text', /^overview.*\n.*\n/m, 'overview:\n'],
    ['a block of text', /^overview.*\n.*\n/m, 'overview: |\n'],
    ['a text of blanks', /^overview.*\n.*\n/m, 'overview: " 　"\n'],
  ])('%s without words', (_, pattern, replacement) => {
    const [diagnostic, ...rest] = find(changed(pattern, replacement));
    expect(rest).toEqual([]);
    expect(diagnostic).toMatchObject({ code: 'DATA-EMPTY-TEXT', place: { line: 2 } });
    expect(diagnostic!.hint).toContain('无。');
  });

  test.each(['published:', 'opening:', 'opening: ""', 'notes: {disclosure: }'])(
    '%s, which may be left out altogether',
    (line) => {
      const [diagnostic, ...rest] = find(withLine(line));
      expect(rest).toEqual([]);
      expect(diagnostic).toMatchObject({ code: 'DATA-EMPTY-TEXT', place: { line: 2 } });
      expect(diagnostic!.hint).toContain('删去');
    },
  );
});

describe('what is there and should not be', () => {
  test.each<[string, RegExp, string, string, string | undefined]>([
    ['a slip of the pen', /^overview/m, 'overveiw', 'DATA-UNKNOWN 2:1-9', 'overview'],
    ['the heading for the key', /^overview/m, '一、总体情况', 'DATA-UNKNOWN 2:1-7', 'overview'],
    ['the heading without its number', /^overview/m, '总体情况', 'DATA-UNKNOWN 2:1-5', 'overview'],
    ['a slip in a row', /stateSecret/, 'stateSecrets', 'DATA-UNKNOWN 17:5-17', 'stateSecret'],
    ['the label of a row for its key', /granted/, '予以公开', 'DATA-UNKNOWN 14:3-7', 'granted'],
    ['another case', /notHeld/, 'NotHeld', 'DATA-UNKNOWN 26:5-12', 'notHeld'],
    ['a key of its own', /^overview/m, 'xyzzy: 1\noverview', 'DATA-UNKNOWN 2:1-6', undefined],
    [
      'a row of the 2019 edition',
      /^ {2}licensing/m,
      '  otherServices: 0\n  licensing',
      'DATA-UNKNOWN 7:3-16',
      undefined,
    ],
  ])('%s', (_, pattern, replacement, found, suggestion) => {
    const diagnostics = find(changed(pattern, replacement));
    expect(diagnostics.map(shown)).toEqual([found]);
    expect(diagnostics[0]!.hint).toBe(suggestion ? `是不是要写 ${suggestion}？` : '删去它，或改正拼写。');
  });

  test('a key that is nearly another hides no fault of that other', () => {
    const both = changed(/^ {2}granted.*/m, '  granted: [0, 0]\n  grantd: [0, 0, 0, 0, 0, 0, 0]');
    expect(find(both).map(shown)).toEqual(['DATA-ROW-LENGTH 14:12-18', 'DATA-UNKNOWN 15:3-9']);
  });

  test('a row written twice: the first counts, and is summed', () => {
    const twice = changed(/^ {2}granted/m, '  granted: [1, 0, 0, 0, 0, 0, 0]\n  granted');
    expect(find(twice).map(shown)).toEqual([
      'T3-ROW-SUM 14:31-32',
      'SRC-DUPLICATE-KEY 15:3-10',
      'T3-RESULT-SUM 40:11-12',
    ]);
  });
});

describe('what is of another kind', () => {
  test.each<[string, RegExp, string, string]>([
    ['a list for a text', /^overview.*\n.*/m, 'overview: [a]', 'DATA-TYPE 2:11-14'],
    ['a mapping for a text', /^overview.*\n.*/m, 'overview: {a: b}', 'DATA-TYPE 2:11-17'],
    ['a number for a text', /^overview.*\n.*/m, 'overview: 12', 'DATA-TYPE 2:11-13'],
    ['a word for a table', /^challenges:\n( .*\n)+/m, 'challenges: 无\n', 'DATA-TYPE 41:13-14'],
    ['a row for a group', /^ {2}unable:\n( {4}.*\n)+/m, '  unable: [0, 0]\n', 'DATA-TYPE 25:11-17'],
    ['a number for a row', /^ {2}granted.*/m, '  granted: 0', 'DATA-TYPE 14:12-13'],
    ['a mapping for a row', /^ {2}granted.*/m, '  granted: {natural: 0}', 'DATA-TYPE 14:12-24'],
    ['blanks between the numbers', /^ {2}granted.*/m, '  granted: 0 0 0 0 0 0 0', 'DATA-TYPE 14:12-25'],
    ['full-width brackets', /^ {2}granted.*/m, '  granted: 【0，0】', 'DATA-TYPE 14:12-17'],
    ['full-width commas', /^ {2}granted.*/m, '  granted: [0，0，0，0，0，0，0]', 'DATA-TYPE 14:12-27'],
    ['no blank behind the colon', /^ {4}petition: /m, '    petition:', 'SRC-SYNTAX 30:5-35'],
    ['a word for the notes', /^overview/m, 'notes: 注\noverview', 'DATA-TYPE 2:8-9'],
    ['a list for the whole', /.*/s, '- a\n', 'DATA-TYPE 1:1-4'],
    ['a word for the whole', /.*/s, 'abc\n', 'DATA-TYPE 1:1-4'],
  ])('%s', (_, pattern, replacement, found) => {
    const diagnostics = find(changed(pattern, replacement));
    expect(diagnostics.map(shown)).toEqual([found]);
    expect(diagnostics[0]!.hint ?? '').not.toBe('');
  });

  test.each([
    ['[0, 0]', '14:12-18', '有2个'],
    ['[0, 0, 0, 0, 0, 0, 0, 0]', '14:12-36', '有8个'],
    ['[]', '14:12-14', '一个也没有'],
    ['', '14:3-10', '一个也没有'],
  ])('a row of the wrong length: %s', (row, place, words) => {
    const diagnostics = find(changed(/^ {2}granted:.*/m, `  granted: ${row}`));
    expect(diagnostics.map(shown)).toEqual([`DATA-ROW-LENGTH ${place}`]);
    expect(diagnostics[0]).toMatchObject({
      cell: 'applications.granted',
      cellName: '表三 · （一）予以公开',
      hint: expect.stringContaining('自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计'),
    });
    expect(diagnostics[0]!.message).toContain(words);
  });
});

describe('the date of publication', () => {
  test.each(['2024-01-15', '"2024-01-15"', '2024-02-29'])('%s is one', (date) => {
    expect(find(withLine(`published: ${date}`))).toEqual([]);
  });

  test.each([
    '2024-1-5',
    '2024/01/15',
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024年1月15日',
    '20240115',
    '2024-01-15T00:00:00Z',
    '24-01-15',
    '二〇二四年一月',
    '[2024-01-15]',
  ])('%s is none', (date) => {
    const diagnostics = find(withLine(`published: ${date}`));
    expect(diagnostics.map(shown)).toEqual([`DATA-VALUE 2:12-${12 + date.length}`]);
    expect(diagnostics[0]!.message).toContain('2024-01-15');
  });
});

describe('organ and year against the place of the file', () => {
  test.each(['organ: 某镇', 'organ: 某县某镇人民政府', 'organ: zhen', 'year: 2023'])('%s agrees', (line) => {
    expect(find(withLine(line))).toEqual([]);
  });

  test.each([
    ['organ: 别镇', 'DATA-PATH 2:8-10'],
    ['year: 2022', 'DATA-PATH 2:7-11'],
    ['year: "2023"', 'DATA-TYPE 2:7-13'],
    ['year: 2023年', 'DATA-TYPE 2:7-12'],
    ['year: 2023.5', 'DATA-TYPE 2:7-13'],
    ['organ: 12', 'DATA-TYPE 2:8-10'],
  ])('%s does not', (line, found) => {
    expect(find(withLine(line)).map(shown)).toEqual([found]);
  });
});

describe('the edition against the year', () => {
  test.each<[string, number, RegExp]>([
    ['2019', 2023, /用的是2019年版格式，而2023年度应当用2021年版格式/],
    ['2021', 2020, /用的是2021年版格式，而2020年度应当用2019年版格式/],
    ['2022', 2023, /没有叫“2022”的格式/],
    ['"2021"', 2023, /没有叫“"2021"”的格式/],
    ['2021年', 2023, /没有叫“2021年”的格式/],
    ['[2021]', 2023, /没有叫“\[2021\]”的格式/],
    ['', 2023, /没有写明用哪一版格式/],
    ['2021', 2018, /2018年度没有适用的格式/],
  ])('form: %s in %i', (form, year, words) => {
    const diagnostics = find(text.replace('form: 2021', `form: ${form}`), year);
    const end = form === '' ? '1:1-5' : `1:7-${7 + form.length}`;
    expect(diagnostics.map(shown)).toEqual([`ED-YEAR ${end}`]);
    expect(diagnostics[0]!.message).toMatch(words);
    expect(diagnostics[0]!.hint ?? '').not.toBe('');
  });

  test('no form in a year without an edition', () => {
    expect(find(changed(/form: 2021\n/, ''), 2018).map(shown)).toEqual(['ED-YEAR 1:1']);
  });

  test('the tables are checked by the edition they follow, whatever the form says', () => {
    const old = write({ ...reportData(2019), form: 2021 }, 'yaml').text.replace(
      /procurement: .*/,
      'procurement: [1.5, 1.5]',
    );
    expect(find(old, 2020).map(({ code, cell }) => [code, cell])).toEqual([
      ['ED-YEAR', undefined],
      ['T2-INT', 'disclosure.procurement.items'],
    ]);
  });
});

describe('notes', () => {
  test.each([
    'disclosure',
    'disclosure.regulations.issued',
    'applications.denied.stateSecret.total',
    'challenges',
  ])('to %s, which is a cell or a table', (address) => {
    expect(find(`${text}notes:\n  ${address}: 其中修订16件\n`)).toEqual([]);
  });

  test.each([
    ['disclosure.regulation.issued', 'disclosure.regulations.issued'],
    ['disclosure.regulations', 'disclosure.regulations.issued'],
    ['application', 'applications'],
    ['nothing.like.it', undefined],
    ['overview', undefined],
  ])('to %s, which is none', (address, suggestion) => {
    const diagnostics = find(`${text}notes:\n  ${address}: 注\n`);
    expect(diagnostics.map(shown)).toEqual([`DATA-NOTE 50:3-${3 + address.length}`]);
    expect(diagnostics[0]!.hint).toContain(suggestion ? `是不是 ${suggestion}？` : '格的地址');
  });
});

test('where it came from may be told in any detail', () => {
  expect(find(`${text}source: {file: 原件.docx, sha256: abc, read: [甲, 乙], pages: 3}\n`)).toEqual([]);
});

describe('a line that stands wrong', () => {
  test.each<[string, RegExp, string]>([
    ['the first row of a table, one blank too few', /^ {2}newReceived/m, ' newReceived'],
    ['the first row of a table, one blank too far', /^ {2}newReceived/m, '   newReceived'],
    ['the first row of a table, at the margin', /^ {2}newReceived/m, 'newReceived'],
    ['a row among others, one blank too few', /^ {2}partiallyGranted/m, ' partiallyGranted'],
    ['a row among others, one blank too far', /^ {2}partiallyGranted/m, '   partiallyGranted'],
    ['a row among others, at the margin', /^ {2}partiallyGranted/m, 'partiallyGranted'],
    ['a row of a group, one blank too few', /^ {4}otherLaw/m, '   otherLaw'],
    ['a row of a group, at the margin', /^ {4}otherLaw/m, 'otherLaw'],
  ])('%s, is told once, where it stands', (_, pattern, replacement) => {
    const diagnostics = find(changed(pattern, replacement));
    const line = text.slice(0, text.search(pattern)).split('\n').length;
    expect(diagnostics.map(({ code, place }) => `${code} ${place?.line}`)).toEqual([`SRC-SYNTAX ${line}`]);
    expect(diagnostics[0]!.message).toContain('缩进');
  });
});

describe('a date in another writing', () => {
  test.each([
    ['2024年1月22日', '2024-01-22'],
    ['2024/1/22', '2024-01-22'],
    ['２０２４．０１．２２', '2024-01-22'],
    ['"2024.1.22"', '2024-01-22'],
    ['20240122', '2024-01-22'],
    ['2024-01-22T08:00:00Z', '2024-01-22'],
  ])('%s is told how to write it', (written, day) => {
    expect(find(withLine(`published: ${written}`))).toMatchObject([
      { code: 'DATA-VALUE', hint: `写 ${day}。` },
    ]);
  });

  test.each(['2024-02-30', '20240230', '一月', '2024', '45313'])('%s is no day', (written) => {
    const found = find(withLine(`published: ${written}`));
    expect(found.map(({ code }) => code)).toEqual(['DATA-VALUE']);
  });
});

test('numbers with blanks between them are told the comma', () => {
  const [diagnostic] = find(changed(/^ {2}newReceived: .*$/m, '  newReceived: [0 0 0 0 0 0 0]'));
  expect(diagnostic!.hint).toContain('半角的逗号');
});
