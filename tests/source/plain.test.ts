import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { generate } from '../../bench/generate.js';
import * as formList from '../../src/forms/index.ts';
import { scaffold } from '../../src/forms/scaffold.ts';
import { hidesTheRest } from '../../src/source/fault.ts';
import { toValue } from '../../src/source/node.ts';
import { readPlain } from '../../src/source/plain.ts';
import { parseAnyYaml, parseYaml } from '../../src/source/yaml.ts';
import { makeRandom, mutate } from '../helpers/mutate.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const committed = readdirSync(data, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(data, path), 'utf8') }));
const generated = [
  ...generate({ organs: 21, years: 6, seed: 3 }, { ...formList, scaffold }),
  ...generate({ organs: 3, years: 4, edition: 2021 }, { ...formList, scaffold }),
];

/** Whether the fast reader answers; where it does, it must say exactly what the full parser says. */
function answers(text: string): boolean {
  const root = readPlain(text);
  if (!root) return false;
  const full = parseAnyYaml(text);
  if (full.faults.length > 0 || !isDeepStrictEqual(root, full.root)) {
    expect({ text, root, faults: [] }).toEqual({ text, ...full });
  }
  return true;
}

describe('the plain layout is read as by the full parser', () => {
  it.each(committed)('data/$path', ({ text }) => {
    // Few reports have a list of mappings, and no plain reader.
    expect(answers(text)).toBe(!/^(waivers|corrections):/m.test(text));
  });

  it('generated reports', () => {
    expect(generated.length).toBeGreaterThan(140);
    expect(generated.filter(({ text }) => !answers(text))).toEqual([]);
  });

  it('a blank report that has been filled in, with all its remarks', () => {
    for (const form of formList.forms) {
      const filled = scaffold(form)
        .replace('published:', 'published: 2024-01-15')
        .replace(/^ {2}$/gm, '  无。\n');
      expect(answers(filled)).toBe(true);
    }
  });
});

describe('changed files', () => {
  const whole = [...committed, ...generated.slice(0, 40)].map(({ text }) => text);
  /** Real files by their first-level names: what is changed is mostly layout, and the full parser has less to read. */
  const parts = whole.flatMap((text) => text.split(/^(?=\w)/m));
  /** Small files meet a change in every part of the grammar; long ones mostly in their prose. */
  const small = [
    'name: 柏树乡\nlevel: township\naliases: [柏树乡政府, 柏树乡人民政府]\nexample: true\n',
    'a: 1\nb:\n  c: [0, 1]\n  d:\n    e: |\n      一\n\n      二\n    f: "x"\n  # g\n  g: 2\n\n# h\nh: |-\n  # i\n   j\n',
    'overview: |\n\n  一\n   二\n \n\n  三\nx: -1.50 # y\nz: http://a.b/c#d\n',
    'applications:\n  # 自然人\n  newReceived:   [ 0,  12, 空, 0 ] # 新收\n  denied: # 不予公开\n    a: []\ntotal: 2024-01-15\n',
  ];

  it.each([
    { name: 'real files', from: whole, count: 8_000, least: 0.3 },
    { name: 'parts of real files', from: parts, count: 20_000, least: 0.2 },
    { name: 'small files', from: small, count: 12_000, least: 0.2 },
  ])('$name', { timeout: 120_000 }, ({ from, count, least }) => {
    const random = makeRandom('changed files');
    let changed = 0;
    let answered = 0;
    for (let i = 0; i < count; i++) {
      const text = random.pick(from);
      const mutant = mutate(text, random);
      if (mutant === text) continue;
      changed++;
      if (answers(mutant)) answered++;
    }
    expect(changed).toBeGreaterThan(count * 0.9);
    expect(answered).toBeGreaterThan(changed * least);
    expect(answered).toBeLessThan(changed * 0.95);
  });
});

it('lines put together at random', () => {
  const random = makeRandom('lines');
  const pieces = [
    'a:',
    'b: 1\n',
    'c: |\n',
    'd:\n',
    '\n',
    ' ',
    '  ',
    '    ',
    '# c\n',
    'e: [0, 1]\n',
    'text\n',
    'i: |- # j\n',
  ];
  const count = 100_000;
  let answered = 0;
  for (let i = 0; i < count; i++) {
    const text = Array.from({ length: random.int(2, 12) }, () => random.pick(pieces)).join('');
    if (answers(text)) answered++;
  }
  expect(answered).toBeGreaterThan(count * 0.02);
});

describe('time grows with the length alone', () => {
  const length = 900_000;
  const times = (piece: string) => piece.repeat(Math.ceil(length / piece.length));
  it.each([
    ['blanks at the end', `a: 1\n${times(' ')}`],
    ['blanks in a value', `a: 1${times(' ')}x\n`],
    ['blanks in a row', `a: [0${times(' ')}x`],
    ['blanks after a name', `a:${times(' ')}x: y`],
    ['blanks after a bar', `a: |${times(' ')}x\n`],
    ['blank lines', times('\n')],
    ['blank lines before a text', `a: |\n${times(' \n')}  x`],
    ['blank lines after a text', `a: |\n  x\n${times(' \n')}`],
    ['number signs', `a: ${times('x#')}`],
    ['colons', `a: ${times('x:')}`],
    ['a row without end', `a: [${times('0, ')}`],
    ['a number without end', `a: [${times('0')}`],
    ['a quotation without end', `a: "${times('x')}`],
    ['a name without end', times('a')],
    ['comments', times('# a\n')],
    ['names', Array.from({ length: length / 10 }, (_, i) => `k${i}: 1\n`).join('')],
    ['depth', Array.from({ length: 1300 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['texts', Array.from({ length: length / 20 }, (_, i) => `k${i}: |\n  x\n\n\n`).join('')],
  ])('%s', (_, text) => {
    const start = performance.now();
    readPlain(text);
    // A time that grew with the square of the length would be minutes.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('what is not plain is left to the full parser', () => {
  it.each([
    ['nothing', ''],
    ['only comments', '# a\n'],
    ['a byte order mark', '\ufeffa: 1\n'],
    ['a carriage return', 'a: 1\r\nb: 2\r\n'],
    ['a tab', 'a:\t1\n'],
    ['a document marker', '---\na: 1\n'],
    ['a second document', 'a: 1\n---\nb: 2\n'],
    ['a document end', 'a: 1\n...\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['an anchor', 'a: &x 1\n'],
    ['an alias', 'a: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a single quote', "a: 'b'\n"],
    ['an escape', 'a: "\\n"\n'],
    ['a quotation over two lines', 'a: "b\n  c"\n'],
    ['something after a quotation', 'a: "b" c\n'],
    ['a flow map', 'a: {b: 1}\n'],
    ['a list over two lines', 'a: [0,\n  0]\n'],
    ['a list in a list', 'a: [[0]]\n'],
    ['a gap in a list', 'a: [0, , 0]\n'],
    ['a comma at the end of a list', 'a: [0, ]\n'],
    ['a comma at the beginning of a list', 'a: [, 0]\n'],
    ['a map in a list', 'a: [b: 1]\n'],
    ['a quotation in a list', 'a: ["0"]\n'],
    ['full-width commas', 'a: [0，0]\n'],
    ['something after a list', 'a: [0] 1\n'],
    ['a comment that touches a list', 'a: [0]# b\n'],
    ['a list that is not closed', 'a: [0, 0\n'],
    ['a list with dashes', 'a:\n  - 1\n'],
    ['an explicit key', '? a\n: 1\n'],
    ['a key in quotes', '"a": 1\n'],
    ['a key in 汉字', '名: 1\n'],
    ['a key written twice', 'a: 1\na: 2\n'],
    ['a key written twice below', 'a:\n  b: 1\n  c: 2\n  b: 3\n'],
    ['a key without a blank after the colon', 'a:1\n'],
    ['a key with a blank before the colon', 'a : 1\n'],
    ['a key with a full-width colon', 'a：1\n'],
    ['an over-long key', `${'a'.repeat(1100)}: 1\n`],
    ['no value', 'a:\n'],
    ['no value before another', 'a:\nb: 1\n'],
    ['a colon in a value', 'a: b: c\n'],
    ['a colon at the end of a value', 'a: b:\n'],
    ['a value over two lines', 'a: b\n  c\n'],
    ['a value on the next line', 'a:\n  b\n'],
    ['names deeper than a value', 'a: b\n  c: 1\n'],
    ['a root that is indented', ' a: 1\n'],
    ['lines out of line', 'a:\n    b: 1\n  c: 2\n'],
    ['a comment out of line', 'a:\n  b: 1\n    # c\n  d: 1\n'],
    ['a comment that belongs to the map before', 'a:\n  b: 1\n  # c\nd: 1\n'],
    ['an indented comment at the end', 'a:\n  b: 1\n  # c\n'],
    ['a folded text', 'a: >\n  b\n'],
    ['a text that keeps its end', 'a: |+\n  b\n\n'],
    ['a text with an indentation given', 'a: |2\n   b\n'],
    ['a text without lines', 'a: |\nb: 1\n'],
    ['a text that is blank', 'a: |\n  \n\nb: 1\n'],
    ['a text that is not indented', 'a: |\nb\n'],
    ['a text after blanks wider than itself', 'a: |\n    \n  b\n'],
    ['a text with wider blanks at its end', 'a: |\n  b\n      \n'],
    ['a text with a comment that touches the bar', 'a: |#b\n  c\n'],
    ['a text that goes on beside the bar', 'a: | b\n  c\n'],
    ['a text that goes back too little', 'a: |\n    b\n  c\n'],
    ['a bar at the very end', 'a: |'],
    ['a reserved character', 'a: @b\n'],
    ['a scalar', 'abc\n'],
    ['a control character', 'a: b\u0002c\n'],
  ])('%s', (_, text) => {
    expect(readPlain(text)).toBeUndefined();
    const full = parseAnyYaml(text);
    const parsed = parseYaml(text);
    // What the full parser cannot read either is mended and read again.
    const broken = full.faults.some(hidesTheRest) || /^a[:：]1/.test(text);
    if (broken) expect(parsed.faults).not.toEqual([]);
    else expect(parsed).toEqual(full);
  });

  it.each([
    ['a name of an object property', 'constructor: 1\n__proto__: 2\nx: 3\n', undefined],
    [
      'words for nothing and for truth',
      'a: null\nb: True\nc: false\nd: no\n',
      { a: null, b: true, c: false, d: 'no' },
    ],
    ['a list with blanks', 'a: [ 0 ,1,  空 ]   \n', { a: [0, 1, '空'] }],
    ['an empty list', 'a: []\nb: [ ] # c\n', { a: [], b: [] }],
    [
      'numbers that are not plain',
      'a: [007, 1e3, 1.0, -0, -5, 12.5]\n',
      { a: ['007', '1e3', '1.0', '-0', -5, 12.5] },
    ],
    ['a number sign in a word', 'a: b#c\nd: e #f\n', { a: 'b#c', d: 'e' }],
    ['a colon in a word', 'a: https://b.c/#d\n', { a: 'https://b.c/#d' }],
    ['number signs and colons in a text', 'a: |\n  # b\n  c: d\n  [\n', { a: '# b\nc: d\n[\n' }],
    ['blank lines in a text', 'a: |\n\n  b\n \n\n  c\n\n\nd: 1\n', { a: '\nb\n\n\nc\n', d: 1 }],
    ['indentation in a text', 'a: |\n  b\n    c\n  d\n', { a: 'b\n  c\nd\n' }],
    ['a text without an end of line', 'a: |\n  b', { a: 'b\n' }],
    ['a text without its last end of line', 'a: |-  # b\n  c\n\n', { a: 'c' }],
    ['a text within', 'a:\n  b: |\n   c\n  d: 1\n', { a: { b: 'c\n', d: 1 } }],
    [
      'comments of the names below them',
      '# a\n\n# b\nc:\n  # d\n  e: 1\n# f\ng: 1\n# h\n',
      { c: { e: 1 }, g: 1 },
    ],
    ['a quotation', 'a: "000000" # b\nc: ""\n', { a: '000000', c: '' }],
    ['blanks at the end of lines', 'a:  \n   b: 1  \n  \n', { a: { b: 1 } }],
    ['no end of line', 'a: [0]', { a: [0] }],
  ])('but %s is read', (_, text, value) => {
    if (value === undefined) expect(answers(text)).toBe(false);
    else {
      expect(answers(text)).toBe(true);
      expect(toValue(readPlain(text)!)).toEqual(value);
    }
  });
});
