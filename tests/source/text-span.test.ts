import { describe, expect, it, test } from 'vitest';
import { readDocument } from '../../src/source/document.ts';
import { nodeAt, type ScalarNode } from '../../src/source/node.ts';
import { spanInSource } from '../../src/source/text-span.ts';
import { makeRandom } from '../helpers/mutate.ts';

function scalar(file: string, text: string): ScalarNode {
  const document = readDocument(file, text);
  expect(document.faults).toEqual([]);
  const node = nodeAt(document.root!, ['overview'])?.node;
  expect(node?.kind).toBe('scalar');
  return node as ScalarNode;
}

/** What stands in the file at the place of a word of the value. */
function found(file: string, text: string, word: string): { at: string; line: number; column: number } {
  const node = scalar(file, text);
  const start = String(node.value).indexOf(word);
  expect(start, 'the word is in the value').toBeGreaterThanOrEqual(0);
  const span = spanInSource(text, node, { start, end: start + word.length })!;
  const before = text.slice(0, span.start).split('\n');
  return {
    at: text.slice(span.start, span.end),
    line: before.length,
    column: before.at(-1)!.length + 1,
  };
}

describe('a passage of a text is found in the file', () => {
  const cases: [style: string, text: string, line: number, column: number, at?: string][] = [
    ['literal', 'form: 2021\noverview: |\n  第一行。\n  共公开XX条。\n', 4, 6],
    ['literal, deeper', 'overview: |\n      第一行。\n\n      共公开XX条。\nremarks: 无\n', 4, 10],
    ['literal, lines that stand further in', 'overview: |\n  第一行\n    共公开XX条\n', 3, 8],
    ['literal with a stated indentation', 'overview: |2\n    首行缩进\n  共公开XX条\n', 3, 6],
    ['literal, first line further in', 'overview: |1\n   共公开XX条\n', 2, 7],
    ['literal, blank lines first', 'overview: |\n\n\n  共公开XX条\n', 4, 6],
    ['literal, blank lines with blanks', 'overview: |\n  一\n      \n  共公开XX条\n', 4, 6],
    ['literal, remark after the mark', 'overview: |- # 一\n  共公开XX条', 2, 6],
    ['literal, kept end', 'overview: |+\n  共公开XX条\n\n\nremarks: 无\n', 2, 6],
    ['literal, Windows lines', 'overview: |\r\n  第一行\r\n  共公开XX条\r\n', 3, 6],
    ['literal, full-width blanks', 'overview: |\n  　　共公开XX条\n', 2, 8],
    ['folded', 'overview: >\n  第一行\n  共公开XX条\n', 3, 6],
    ['folded, paragraphs', 'overview: >-\n  第一段\n\n\n  共公开XX条\n', 5, 6],
    ['folded, lines that stand further in', 'overview: >\n  第一段\n    共公开\n     XX条\n  二\n', 4, 6],
    ['plain', 'overview: 共公开XX条。\n', 1, 14],
    ['plain over lines', 'overview: 第一行\n  共公开XX条\n\n  再一段\n', 2, 6],
    ['single quotes', "overview: '是''公开''：XX条'\n", 1, 20],
    ['single quotes over lines', "overview: '第一行  \n\n   共公开XX条'\n", 3, 7],
    ['double quotes', 'overview: "共公开XX条"\n', 1, 15],
    ['double quotes, escapes', 'overview: "\\u5171\\x41\\n\\"公开\\" XX条"\n', 1, 31],
    ['double quotes, escaped words', 'overview: "共\\u0058X条"\n', 1, 13, '\\u0058X'],
    ['double quotes over lines', 'overview: "第一行\n\n  共公开 XX条"\n', 3, 7],
    ['double quotes, joined lines', 'overview: "第一行\\\n    共公开XX条"\n', 2, 8],
    ['double quotes, beyond the plane', 'overview: "\\U00020000共XX条"\n', 1, 23],
  ];
  it.each(cases)('%s', (_, text, line, column, at = 'XX') => {
    expect(found('2023.yaml', text, 'XX')).toEqual({ at, line, column });
  });

  it.each([
    ['plain', '{"overview": "共公开XX条"}', 18],
    ['escapes', '{\n"overview": "第一行\\n\\t\\"共\\u516c开\\/\\"XX条"}', 35],
    ['surrogates', '{"overview": "\\ud840\\udc00 共XX条"}', 29],
  ])('JSON, %s', (_, text, column) => {
    expect(found('2023.json', text, 'XX')).toMatchObject({ at: 'XX', column });
  });

  it('with its blanks', () => {
    expect(found('2023.yaml', 'overview: |\n  公开信息  条\n', '信息  条').at).toBe('信息  条');
    expect(found('2023.yaml', 'overview: >\n  公开信息  条\n', '  条').column).toBe(7);
  });

  it('over lines, from the first character to the last', () => {
    expect(found('2023.yaml', 'overview: |\n  一二\n  三四\n', '二\n三').at).toBe('二\n  三');
    expect(found('2023.yaml', 'overview: >\n  一二\n  三四\n', '二 三').at).toBe('二\n  三');
  });
});

test('an empty passage, one beyond the end and a value that is no text have no place', () => {
  const text = 'overview: 共公开\nremarks: 12\n';
  const node = scalar('2023.yaml', text);
  expect(spanInSource(text, node, { start: 1, end: 1 })).toBeUndefined();
  expect(spanInSource(text, node, { start: 1, end: 9 })).toBeUndefined();
  expect(spanInSource(text, { kind: 'scalar', start: 19, end: 21, value: 12 }, { start: 0, end: 1 })).toBe(
    undefined,
  );
  expect(spanInSource('overview: 另一份', { ...node }, { start: 0, end: 2 })).toBeUndefined();
});

describe('whatever the layout', () => {
  const random = makeRandom('text-span');
  const { pick } = random;
  const words = ['公开', '共', 'a', '12', ' ', '  ', '　', '\n', '\n\n', '\n  ', '。', ' \n', '"', "'", '条'];
  const text = () => Array.from({ length: random.int(1, 12) }, () => pick(words)).join('');
  const asDouble = (value: string) =>
    [...JSON.stringify(value)]
      .map((c) =>
        /[㐀-鿿]/.test(c) && random.chance(0.3) ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : c,
      )
      .join('');
  const block = (value: string, mark: string) => {
    const indent = pick([1, 2, 4]);
    const lines = value.split('\n').map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
    return `${mark}${indent}${pick(['', '-', '+'])}\n${lines.join('\n')}\n`;
  };
  const single = (value: string) => `'${value.replaceAll("'", "''").replaceAll('\n', '\n   ')}'`;
  const styles: [string, (value: string) => string][] = [
    ['literal', (value) => block(value, '|')],
    ['folded', (value) => block(value, '>')],
    ['single', single],
    ['double', asDouble],
    ['plain', (value) => `字${value.replaceAll('\n', '\n  ').replace(/\s+$/, '')}`],
  ];

  it.each(styles)('%s: every character is found where it stands', (_, write) => {
    let read = 0;
    for (let round = 0; round < 600; round++) {
      const source = `form: 2021\noverview: ${write(text())}\nremarks: 无\n`;
      const { root, faults } = readDocument('2023.yaml', source);
      const node = root && nodeAt(root, ['overview'])?.node;
      if (faults.length > 0 || node?.kind !== 'scalar' || typeof node.value !== 'string') continue;
      const { value } = node;
      let last = -1;
      for (let i = 0; i < value.length; i++) {
        const span = spanInSource(source, node, { start: i, end: i + 1 });
        expect(span, JSON.stringify({ source, value, i })).toBeDefined();
        const raw = source.slice(span!.start, span!.end);
        const here = raw.startsWith('\\') ? (JSON.parse(`"${raw}"`) as string) : raw === "''" ? "'" : raw;
        if (/\S|　/.test(value[i]!)) expect(here, JSON.stringify({ source, i })).toBe(value[i]);
        else expect(here === '' || /^\s+$/.test(here), JSON.stringify({ source, i, raw })).toBe(true);
        expect(span!.start).toBeGreaterThanOrEqual(last);
        last = span!.start;
      }
      if (value !== '') read++;
    }
    expect(read).toBeGreaterThan(200);
  });
});
