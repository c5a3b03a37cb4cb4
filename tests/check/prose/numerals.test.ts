import { describe, expect, it } from 'vitest';
import { written } from '../../../src/check/prose/exact.ts';
import { chineseNumber } from '../../../src/forms/numerals.ts';
import { readQuantities } from './quantities.ts';

const digits = '零一二三四五六七八九';
const units = ['', '十', '百', '千'];

/** 汉字 writing of a number below 10,000. */
function below10000(number: number): string {
  const places = String(number).split('').map(Number);
  return places
    .map((digit, i) => (digit === 0 ? '零' : digits[digit]! + units[places.length - 1 - i]!))
    .join('')
    .replace(/零+/g, '零')
    .replace(/(?<=.)零$/, '');
}

/** 汉字 writing as officials use it: 十二, 一百零五, 三万零五十. */
function hanzi(number: number): string {
  const [high, low] = [Math.floor(number / 10_000), number % 10_000];
  const tail = low === 0 ? '' : low < 1000 ? `零${below10000(low)}` : below10000(low);
  return (high === 0 ? below10000(low) : `${below10000(high)}万${tail}`).replace(/^一十/, '十');
}

/** Every number to 20,000, then a spread to 99,999,999. */
function* numbers(): Generator<number> {
  for (let n = 0; n <= 20_000; n++) yield n;
  for (let n = 20_001; n <= 99_999_999; n += 9973) yield n;
  for (let unit = 10; unit <= 10_000_000; unit *= 10) for (let n = 1; n <= 9; n++) yield n * unit;
  yield 99_999_999;
}

const full = (text: string) =>
  text.replace(/[0-9.%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const read = (text: string) =>
  readQuantities(text).map(({ value, unit, hedge }) => `${written(value)}${unit}${hedge ?? ''}`);

describe('汉字 numerals', () => {
  it('from 0 to 99,999,999 are read back', () => {
    const wrong = [...numbers()].filter((n) => chineseNumber(hanzi(n)) !== n);
    expect(wrong).toEqual([]);
  });

  it('with 两 for 二', () => {
    expect(['两', '两百', '两千三百', '两万', '两万两千'].map(chineseNumber)).toEqual([
      2, 200, 2300, 20_000, 22_000,
    ]);
  });

  it.each(['一百二', '三万五', '两千八', '十百', '百', '万', '一二万三', '千五', '', '一个'])(
    '%s is not guessed at',
    (text) => {
      expect(chineseNumber(text)).toBeUndefined();
    },
  );
});

describe('numbers in a sentence', () => {
  it('mean the same in digits, full-width digits and 汉字', () => {
    for (const n of [...numbers()].filter((_, i) => i % 37 === 0 && i > 0)) {
      const expected = [`${n}件`];
      expect(read(`共收到${n}件。`)).toEqual(expected);
      expect(read(`共收到${full(String(n))}件。`)).toEqual(expected);
      if (n >= 10) expect(read(`共收到${hanzi(n)}件。`)).toEqual(expected);
    }
  });

  it('keep every decimal', () => {
    for (let n = 1; n < 10_000; n += 7) {
      const text = `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
      const expected = [String(Number(text))];
      expect(readQuantities(`占${text}%。`).map(({ value }) => written(value))).toEqual(expected);
      expect(readQuantities(`占${full(`${text}%`)}。`).map(({ value }) => written(value))).toEqual(expected);
    }
  });

  it('grow with 万 and 亿 exactly', () => {
    expect(read('3.2万件，0.1万件，12.345678万元，1.5亿元，3百件，2千余件')).toEqual([
      '32000件',
      '1000件',
      '123456.78元',
      '150000000元',
      '300件',
      '2000件more',
    ]);
  });
});
