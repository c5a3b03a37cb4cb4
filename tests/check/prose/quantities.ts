import { originOf, plainText } from '../../../src/check/prose/plain-text.ts';
import type { Quantity } from '../../../src/check/prose/quantity.ts';
import { tokenize } from '../../../src/check/prose/tokens.ts';
import { vocabularyOf } from '../../../src/check/prose/vocabulary.ts';
import { formForYear } from '../../../src/forms/index.ts';

const vocabulary = vocabularyOf(formForYear(2023)!);

/** The quantities of a text, each with its words there. */
export function readQuantities(source: string): (Quantity & { words: string })[] {
  const plain = plainText(source);
  return tokenize(plain, vocabulary).flatMap((token) => {
    if (token.kind !== 'quantity') return [];
    const words = source.slice(originOf(plain, token.at), originOf(plain, token.end - 1) + 1);
    return [{ ...token.said, words }];
  });
}
