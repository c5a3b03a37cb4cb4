import { expect, test } from 'vitest';
import { chineseNumber } from '../../src/forms/numerals.ts';

test.each([
  ['零', 0],
  ['〇', 0],
  ['三', 3],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['九十九', 99],
  ['一百', 100],
  ['一百零二', 102],
  ['一百二十', 120],
  ['三百五十六', 356],
  ['一千零一十', 1010],
  ['两千三百', 2300],
  ['一万', 10_000],
  ['一万五千', 15_000],
  ['十二万三千四百五十六', 123_456],
  ['一亿零五十万', 100_500_000],
  ['一万亿', 1_000_000_000_000],
  ['二〇二三', 2023],
  ['一二', 12],
])('%s is %i', (text, number) => {
  expect(chineseNumber(text)).toBe(number);
});

test.each([
  '',
  '件',
  '十二件',
  '约十',
  '12',
  '百',
  '一十百',
  '一二百',
  '万',
  '一百二',
  '两千三',
  '一万五',
  '一万零',
  '万'.repeat(100_000),
  '九'.repeat(31),
])('%j is no number', (text) => {
  expect(chineseNumber(text.slice(0, 200_000))).toBeUndefined();
});
