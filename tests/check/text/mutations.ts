import { type RandomNumbers, randomNumbers, type Texts } from '../../../bench/report-texts.js';

/** What copyists do to a text. Each takes the texts of a report and a seed. */

const strange = [...'鑫淼焱垚犇骉羴晶磊矗聂轰'];

/** One character of every clause becomes another one. */
export function changeCharacters(texts: Texts, seed: number): Texts {
  const r = randomNumbers(seed);
  return each(texts, (text) => {
    const characters = [...text];
    for (const { 0: clause, index: start } of text.matchAll(/[^。！？；\n，：]+/g)) {
      const end = start + clause.length;
      const places = range(start, end).filter((i) => /\p{Script=Han}/u.test(text[i]!));
      if (places.length >= 6) characters[r.pick(places)] = r.pick(strange);
    }
    return characters.join('');
  });
}

/** The sentences of each text in another order. */
export function reorder(texts: Texts, seed: number): Texts {
  const r = randomNumbers(seed);
  return each(texts, (text) => shuffled(sentences(text), r).join(''));
}

export function changeNumbers(texts: Texts, seed: number): Texts {
  const r = randomNumbers(seed);
  return each(texts, (text) => text.replace(/\d+(?=[条件份轮])/gu, () => String(r.below(900) + 1)));
}

export function rename(texts: Texts, from: string, to: string): Texts {
  return each(texts, (text) => text.replaceAll(from, to));
}

/** Every other sentence from either text. */
export function mixed(a: Texts, b: Texts): Texts {
  const odd = (n: number) => (_: string, i: number) => i % 2 === n;
  return each(a, (text, key) =>
    [...sentences(text).filter(odd(0)), ...sentences(b[key]).filter(odd(1))].join(''),
  );
}

/** Commas and stops set anew, and Markdown added. */
export function repunctuate(texts: Texts): Texts {
  return each(texts, (text) =>
    text
      .replaceAll('。', '；')
      .replaceAll('、', '，')
      .replace(/（一）/u, '**（一）**'),
  );
}

function each(texts: Texts, change: (text: string, key: keyof Texts) => string): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, change(text, key as keyof Texts)]),
  ) as Texts;
}

function sentences(text: string): string[] {
  return (text.match(/[^。！？；\n]+[。！？；]?[”’）》]*/g) ?? []).map((sentence) => sentence.trim());
}

function shuffled<T>(list: readonly T[], r: RandomNumbers): T[] {
  return list
    .map((item) => ({ item, key: r.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
