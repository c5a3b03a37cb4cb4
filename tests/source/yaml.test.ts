import { describe, expect, test } from 'vitest';
import { check, checkReport } from '../helpers/memory.ts';
import { put, raw, reportData } from '../helpers/report-data.ts';
import { shown } from '../helpers/shown.ts';
import { write } from '../helpers/written.ts';

/** The organ's file as written, and what the check finds in it. */
function inOrgan(lines: string[], newline = '\n') {
  return check({ 'data/organs/zhen/organ.yaml': `${lines.join(newline)}${newline}` }).diagnostics;
}

const sound = ['name: 某镇', 'fullName: 某县某镇人民政府', 'level: township'];

describe('faults of the writing are told once each, at the place to mend', () => {
  test.each<[string, string[], string[], RegExp]>([
    ['a tab before a name', [...sound, 'years:', '\tfrom: 2019'], ['SRC-SYNTAX 5:1-2'], /制表符/],
    [
      'a tab in a later line, which puts the rest out of line',
      [...sound, 'years:', '\tfrom: 2019', '  to: 2020', 'example: true'],
      ['SRC-SYNTAX 5:1-2'],
      /制表符/,
    ],
    ['a full-width colon', ['name：某镇', ...sound.slice(1)], ['SRC-SYNTAX 1:1-8'], /冒号/],
    [
      'a full-width colon in the last line',
      [...sound.slice(0, 2), 'level：township'],
      ['SRC-SYNTAX 3:1-15'],
      /冒号/,
    ],
    [
      'a full-width colon in an inner line',
      [...sound, 'years:', '  from：2019', '  to: 2020'],
      ['SRC-SYNTAX 5:3-12'],
      /冒号/,
    ],
    ['no blank after a colon', ['name:某镇', ...sound.slice(1)], ['SRC-SYNTAX 1:1-8'], /冒号/],
    [
      'no blank after the colon of the last line',
      [...sound.slice(0, 2), 'level:township'],
      ['SRC-SYNTAX 3:1-15'],
      /冒号/,
    ],
    [
      'a blank of another kind after a colon',
      ['name:\u3000某镇', ...sound.slice(1)],
      ['SRC-SYNTAX 1:1-9'],
      /冒号/,
    ],
    [
      'a full-width blank after those of the indent',
      [...sound, 'years:', '  from: 2019', '  \u3000to: 2020', 'example: true'],
      ['SRC-SYNTAX 6:3-4'],
      /全角空格/,
    ],
    [
      'a full-width bar before a text of several lines',
      ['name: 某镇', 'fullName: ｜', '  某县', '  某镇', 'level: township'],
      ['SRC-SYNTAX 2:11-12'],
      /全角/,
    ],
    ['no colon at all', ['name 某镇', ...sound.slice(1)], ['SRC-SYNTAX 1:1-8'], /没有冒号/],
    [
      'an unclosed square bracket',
      [...sound, 'aliases: [某镇, 镇政府', 'code: "654202"'],
      ['SRC-SYNTAX 4:10-18'],
      /方括号没有收尾/,
    ],
    [
      'an unclosed square bracket in the last line',
      [...sound, 'aliases: [某镇, 镇政府'],
      ['SRC-SYNTAX 4:10-18'],
      /方括号没有收尾/,
    ],
    [
      'an unclosed square bracket before a comment',
      [...sound, 'aliases: [某镇 # [旧名]', 'code: "654202"'],
      ['SRC-SYNTAX 4:10-13'],
      /方括号没有收尾/,
    ],
    [
      'an unclosed bracket over several lines',
      [...sound, 'aliases: [某镇,', '  镇政府,', '  镇里', 'code: "654202"'],
      ['SRC-SYNTAX 4:10-14'],
      /方括号没有收尾/,
    ],
    [
      'an unclosed curly bracket',
      [...sound, 'years: {from: 2019', 'code: "654202"'],
      ['SRC-SYNTAX 4:8-19'],
      /大括号没有收尾/,
    ],
    [
      'a bracket too many',
      [...sound, 'aliases: [某镇]]', 'code: "654202"'],
      ['SRC-SYNTAX 4:14-15'],
      /不该有“]”/,
    ],
    [
      'a comma at the end of a line',
      [...sound, 'aliases: [某镇],', 'code: "654202"'],
      ['SRC-SYNTAX 4:14-15'],
      /多了“,”/,
    ],
    ['an unclosed double quote', ['name: "某镇', ...sound.slice(1)], ['SRC-SYNTAX 1:7-10'], /引号没有成对/],
    ['an unclosed single quote', ["name: '某镇", ...sound.slice(1)], ['SRC-SYNTAX 1:7-10'], /引号没有成对/],
    [
      'an unclosed quote in the last line',
      [...sound.slice(0, 2), 'level: "township'],
      ['SRC-SYNTAX 3:8-17'],
      /引号没有成对/,
    ],
    [
      'an unclosed quote in a list',
      [...sound, 'aliases: [某镇, "镇政府]', 'code: 654202'],
      ['SRC-SYNTAX 4:15-20'],
      /引号没有成对/,
    ],
    [
      'a line that stands one blank too far',
      [...sound.slice(0, 2), ' level: township'],
      ['SRC-SYNTAX 3:2-17'],
      /缩进多了/,
    ],
    [
      'a text that begins in the first column',
      [...sound, 'aliases:', '某镇', '镇政府', 'code: "654202"'],
      ['SRC-SYNTAX 5:1-3'],
      /没有冒号/,
    ],
    ['a colon inside a text', ['name: 某镇: 镇', ...sound.slice(1)], ['SRC-SYNTAX 1:7-12'], /冒号/],
    ['a reserved sign', ['name: @某镇', ...sound.slice(1)], ['SRC-SYNTAX 1:7-8'], /不能以“@”开头/],
    ['a backslash in double quotes', ['name: "某\\镇"', ...sound.slice(1)], ['SRC-SYNTAX 1:9-10'], /反斜线/],
    ['a dash before a text', ['name: - 某镇', ...sound.slice(1)], ['SRC-SYNTAX 1:7-8'], /不该有“-”/],
    ['two commas', [...sound, 'aliases: [某镇, , 镇政府]'], ['SRC-SYNTAX 4:15-16'], /逗号/],
    ['an anchor', ['name: &镇 某镇', ...sound.slice(1)], ['SRC-SYNTAX 1:7-12'], /锚点/],
    ['an anchor on a name', ['&镇 name: 某镇', ...sound.slice(1)], ['SRC-SYNTAX 1:1-8'], /锚点/],
    ['an alias', [...sound, 'parent: *镇'], ['SRC-SYNTAX 4:9-11'], /锚点/],
    ['a tag', ['name: !!str 某镇', ...sound.slice(1)], ['SRC-SYNTAX 1:7-15'], /类型标记/],
    [
      'a tag of a foreign type',
      ['name: !<tag:js/function> 某镇', ...sound.slice(1)],
      ['SRC-SYNTAX 1:7-28'],
      /类型标记/,
    ],
    ['a text in asterisks', ['name: **某镇**', ...sound.slice(1)], ['SRC-SYNTAX 1:7-13'], /锚点/],
    ['a list for a name', ['[name]: 某镇', ...sound.slice(1)], ['SRC-SYNTAX 1:1-7'], /名字要写成一个词/],
    [
      'a question mark for a name',
      ['? [name]', ': 某镇', ...sound.slice(1)],
      ['SRC-SYNTAX 1:3-9'],
      /名字要写成一个词/,
    ],
    ['a name that is not there', [': 某镇', ...sound.slice(1)], ['SRC-SYNTAX 1:1'], /名字要写成一个词/],
    ['a second document', [...sound, '---', ...sound], ['SRC-SYNTAX 4:1-4'], /两份内容/],
    [
      'a full-width blank for an indent',
      [...sound, 'years:', '　from: 2019'],
      ['SRC-SYNTAX 5:1-2'],
      /全角空格/,
    ],
    [
      'a no-break space for an indent',
      [...sound, 'years:', '\u00a0\u00a0from: 2019'],
      ['SRC-SYNTAX 5:1-3'],
      /全角空格/,
    ],
  ])('%s', (_, lines, found, words) => {
    for (const newline of ['\n', '\r\n']) {
      const diagnostics = inOrgan(lines, newline);
      expect(diagnostics.map(shown)).toEqual(found);
      expect(diagnostics[0]!.message).toMatch(words);
      expect(diagnostics[0]!.hint ?? '').not.toBe('');
    }
  });

  test.each([
    ['name: @某镇', 'SRC-SYNTAX 1:7-8'],
    ['name: "某\\镇"', 'SRC-SYNTAX 1:9-10'],
    ['name: &a 某镇', 'SRC-SYNTAX 1:7-12'],
    ['name: !!str 某镇', 'SRC-SYNTAX 1:7-15'],
  ])('%s is at fault in its value alone, and hides nothing', (line, found) => {
    expect(inOrgan([line, sound[1]!, 'level: town']).map(shown)).toEqual([found, 'DATA-VALUE 3:8-12']);
  });

  test('two slips in two lines are two faults', () => {
    const lines = ['name: @某镇', 'fullName: *某县', 'level: township'];
    expect(inOrgan(lines).map(shown)).toEqual(['SRC-SYNTAX 1:7-8', 'SRC-SYNTAX 2:11-14']);
  });
});

describe('names written twice', () => {
  test('are told at the second, with the first beside it', () => {
    const [diagnostic, ...rest] = inOrgan([...sound, 'name: 别镇']);
    expect(rest).toEqual([]);
    expect(shown(diagnostic!)).toBe('SRC-DUPLICATE-KEY 4:1-5');
    expect(diagnostic!.related).toMatchObject([{ place: { line: 1, column: 1, endColumn: 5 } }]);
  });

  test('do not hide other faults', () => {
    expect(inOrgan([...sound.slice(0, 2), 'level: town', 'name: 别镇']).map(shown)).toEqual([
      'DATA-VALUE 3:8-12',
      'SRC-DUPLICATE-KEY 4:1-5',
    ]);
  });

  test('count three times', () => {
    expect(inOrgan([...sound, 'name: 别镇', '"name": 别镇']).map(shown)).toEqual([
      'SRC-DUPLICATE-KEY 4:1-5',
      'SRC-DUPLICATE-KEY 5:1-7',
    ]);
  });
});

describe('control characters', () => {
  test.each([
    ['NUL', '\u0000', 'U+0000'],
    ['backspace', '\b', 'U+0008'],
    ['escape', '\u001b', 'U+001B'],
    ['delete', '\u007f', 'U+007F'],
    ['a C1 control', '\u0092', 'U+0092'],
    ['a non-character', '\uffff', 'U+FFFF'],
  ])('%s is named, with its place', (_, char, name) => {
    const diagnostics = inOrgan([sound[0]!, `fullName: 某县${char}某镇人民政府`, sound[2]!]);
    expect(diagnostics.map(shown)).toEqual(['SRC-CHARACTER 2:13-14']);
    expect(diagnostics[0]!.message).toContain(name);
  });

  test('do not hide other faults', () => {
    const diagnostics = inOrgan(['name: 某\u0001镇', 'fullName: 某县\u0002', 'level: town']);
    expect(diagnostics.map(shown)).toEqual([
      'SRC-CHARACTER 1:8-9',
      'SRC-CHARACTER 2:13-14',
      'DATA-VALUE 3:8-12',
    ]);
  });

  test('are told once where the file is no text at all', () => {
    const diagnostics = inOrgan(['\u0001'.repeat(1000)]);
    expect(diagnostics.map(shown)).toEqual(['SRC-CHARACTER 1:1-2']);
  });
});

describe('lawful writing', () => {
  test.each<[string, string]>([
    ['a byte order mark', `\ufeff${sound.join('\n')}\n`],
    ['CRLF', `${sound.join('\r\n')}\r\n`],
    ['CR alone, as on an old Mac', `${sound.join('\r')}\r`],
    ['no newline at the end', sound.join('\n')],
    ['one document mark', `---\n${sound.join('\n')}\n`],
    ['comments and blank lines', `# 机关\n\n${sound.join(' # 注\n\n')}\n`],
    ['quoted names and values', '"name": "某镇"\n\'fullName\': \'某县某镇人民政府\'\nlevel: township\n'],
    ['a mapping in brackets', '{name: 某镇, fullName: 某县某镇人民政府, level: township}\n'],
    ['an escape in double quotes', 'name: "\\u67d0镇"\nfullName: 某县某镇人民政府\nlevel: township\n'],
  ])('%s', (_, text) => {
    expect(check({ 'data/organs/zhen/organ.yaml': text }).diagnostics).toEqual([]);
  });
});

test.each(['', '\n', '# 只有注释\n', '---\n', '\ufeff'])('%j is an empty file', (text) => {
  expect(check({ 'data/organs/zhen/organ.yaml': text }).diagnostics.map(shown)).toEqual(['SRC-EMPTY 1:1']);
  expect(checkReport(2023, 'yaml', text).diagnostics.map(shown)).toEqual(['SRC-EMPTY 1:1']);
});

describe('__proto__ and its like are names as any other', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s', (name) => {
    expect(inOrgan([...sound, `${name}: 1`]).map(shown)).toEqual([`DATA-UNKNOWN 4:1-${name.length + 1}`]);
    const data = reportData(2021);
    put(data, 'notes', { remarks: '注' });
    const text = write(data, 'yaml').text.replace('  remarks: |', `  ${name}: |`);
    const line = text.split('\n').findIndex((each) => each.startsWith(`  ${name}`)) + 1;
    expect(checkReport(2023, 'yaml', text).diagnostics.map(shown)).toEqual([
      `DATA-NOTE ${line}:3-${name.length + 3}`,
    ]);
  });

  test('and change nothing elsewhere', () => {
    inOrgan([...sound, '__proto__: {polluted: true}']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('hostile files end quickly, with one fault', () => {
  test.each<[string, string, string]>([
    ['five megabytes', `overview: |\n  ${'字'.repeat(5_000_000)}\n`, 'SRC-SYNTAX 1:1'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'SRC-SYNTAX 1:101'],
    [
      'brackets in a row',
      `form: 2021\ndisclosure: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
      'SRC-SYNTAX 2:113',
    ],
    [
      'thousands of levels',
      Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      'SRC-SYNTAX 201:1',
    ],
    ['thousands of dashes', `a:\n  ${'- '.repeat(5000)}\n`, 'SRC-SYNTAX 2:1'],
  ])('%s', (_, text, only) => {
    expect(checkReport(2023, 'yaml', text).diagnostics.map(shown)).toEqual([only]);
  });

  test.each<[string, string]>([
    ['anchors', '- &a 1\n'],
    ['unknown names', 'NAME: 1\n'],
    ['stray brackets', ']\n'],
    ['quotes', '"\n'],
    ['lines without a colon', 'NAME\n'],
    ['colons without a blank', 'NAME:x\ny: 1\n'],
    ['open brackets', 'NAME: [\n'],
    ['signs of anchors', 'a: &&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&& # c\n  1\n'],
    ['notes', '  NAME: x\n'],
  ])('a hundred thousand %s', (_, line) => {
    const lines = Array.from({ length: 100_000 }, (_, i) => line.replace('NAME', `n${i}`));
    const head = line.startsWith(' ') ? 'notes:\n' : '';
    const { diagnostics } = checkReport(2023, 'yaml', `${head}${lines.join('')}`.slice(0, 900_000));
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThan(300);
  });
});

describe('a broken row does not hide the rest of its report', () => {
  test('its own fault, a fault elsewhere and a broken sum come in one run', () => {
    const data = reportData(2021);
    put(data, 'disclosure.regulations.1', raw('"12'));
    put(data, 'applications.granted.3', raw(''));
    put(data, 'applications.denied.thirdParty.6', raw('['));
    put(data, 'challenges.review.0', 3);
    put(data, 'remarks', raw(''));
    const written = write(data, 'yaml');
    const at = (path: string) => {
      const { line, column, endColumn } = written.value(path);
      return `${line}:${column}${endColumn > column ? `-${endColumn}` : ''}`;
    };
    const { line } = written.key('remarks');
    expect(checkReport(2023, 'yaml', written.text).diagnostics.map(shown)).toEqual([
      `T2-INT ${at('disclosure.regulations.1')}`,
      `T3-BLANK ${at('applications.granted.3')}`,
      `T3-NONNEG-INT ${at('applications.denied.thirdParty.6')}`,
      `T4-REVIEW-SUM ${at('challenges.review.4')}`,
      `DATA-EMPTY-TEXT ${line}:1-8`,
    ]);
  });

  test.each<[string, string, string]>([
    ['a bracket that is not closed', '[0, 0, 0', '5:16-24 方括号没有收尾'],
    ['a bracket that is closed twice', '[0, 0, 0]]', '5:25-26 这里不该有“]”'],
    ['a comma behind the bracket', '[0, 0, 0],', '5:25-26 这里多了“,”'],
    ['a word behind the bracket', '[0, 0, 0] 件', '5:26-27 这里多了“件”'],
    ['a blank cell too many', '[0, 0, , 0]', '5:23-24 两个逗号之间没有数'],
  ])('%s', (_, row, found) => {
    const data = reportData(2021);
    put(data, 'disclosure.regulations', raw(row));
    put(data, 'challenges.review.4', 1);
    const { diagnostics } = checkReport(2023, 'yaml', write(data, 'yaml').text);
    expect(diagnostics.map(({ code }) => code)).toEqual(['SRC-SYNTAX', 'T4-REVIEW-SUM']);
    expect(`${shown(diagnostics[0]!).slice(11)} ${diagnostics[0]!.message.replace(/。$/, '')}`).toBe(found);
    expect(diagnostics[0]).toMatchObject({ cell: 'disclosure.regulations', cellName: '表二 · 规章' });
  });
});
