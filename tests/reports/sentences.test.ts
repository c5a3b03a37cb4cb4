import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { excerpt } from '../../src/diagnostics/excerpt.ts';
import { compareSentences, sentence, sentences } from '../../src/reports/sentences.ts';
import { random } from '../helpers/random.ts';

test('a sentence keeps its stop and the quotation marks that close it; a line ends one too', () => {
  expect(sentences('他说：“好。”又来了！\n第二行；还有，没有句号\r\n\n1.5万元。？')).toEqual([
    '他说：“好。”',
    '又来了！',
    '第二行；',
    '还有，没有句号',
    '1.5万元。？',
  ]);
  expect(sentences('')).toEqual([]);
});

test('the scripts of the pages part sentences by the same pattern', () => {
  const script = readFileSync(new URL('../../templates/assets/tools.js', import.meta.url), 'utf8');
  expect(script).toContain(`const sentence = ${sentence};`);
});

test.each([
  ['甲。乙。', '甲。乙。', []],
  ['甲。乙。', '甲。丙丁。乙。', [{ to: '丙丁。' }]],
  ['甲。丙丁。乙。', '甲。乙。', [{ from: '丙丁。' }]],
  ['', '甲。', [{ to: '甲。' }]],
  [
    '收到申请12件。其余照旧。',
    '收到申请13件。其余照旧。',
    [{ from: '收到申请12件。', to: '收到申请13件。' }],
  ],
  ['全年发布信息。', '没有收费。', [{ from: '全年发布信息。' }, { to: '没有收费。' }]],
  [
    '收到申请12件。办结12件。',
    '新写的一句话。收到申请13件。办结13件。',
    [
      { to: '新写的一句话。' },
      { from: '收到申请12件。', to: '收到申请13件。' },
      { from: '办结12件。', to: '办结13件。' },
    ],
  ],
  ['第一段。\r\n第二段。', '第一段。\n第二段。', []],
])('%j → %j', (before, after, changes) => {
  expect(compareSentences(before, after)).toEqual(changes);
});

test('the changes make one text of the other', () => {
  const { below, pick } = random(3);
  for (let i = 0; i < 300; i++) {
    const text = () =>
      Array.from({ length: below(12) }, () => `${pick([...'甲乙丙丁'])}${pick([...'一二'])}。`);
    const [a, b] = [text(), text()];
    const changes = compareSentences(a.join(''), b.join(''));
    const gone = changes.flatMap(({ from }) => from ?? []);
    const come = changes.flatMap(({ to }) => to ?? []);
    const without = (all: string[], some: string[]) => {
      const left = [...all];
      for (const each of some) left.splice(left.indexOf(each), 1);
      return left.sort();
    };
    expect(without(a, gone)).toEqual(without(b, come));
  }
});

test('texts without measure do not take without measure', () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i}。`).join('');
  const start = performance.now();
  const changes = compareSentences(long('甲'), long('乙'));
  expect(changes.filter(({ from }) => from !== undefined)).toHaveLength(20_000);
  expect(changes.filter(({ to }) => to !== undefined)).toHaveLength(20_000);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('an excerpt begins a little before the first difference', () => {
  const same = '开'.repeat(100);
  expect(excerpt(`${same}一${same}`, `${same}二${same}`)).toBe(`…${'开'.repeat(8)}一${'开'.repeat(31)}…`);
  expect(excerpt('短。', '长。')).toBe('短。');
  expect(excerpt(`${same}尾`)).toBe(`${'开'.repeat(40)}…`);
});
