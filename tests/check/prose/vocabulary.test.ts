import { describe, expect, it } from 'vitest';
import { lexicon } from '../../../src/check/prose/lexicon.ts';
import { plainText } from '../../../src/check/prose/plain-text.ts';
import { tokenize } from '../../../src/check/prose/tokens.ts';
import { topics } from '../../../src/check/prose/topics.ts';
import { bareRequestWords, request, verbs } from '../../../src/check/prose/topics-applications.ts';
import { vocabularyOf } from '../../../src/check/prose/vocabulary.ts';
import { forms } from '../../../src/forms/index.ts';

const sources = [
  ...topics.map(({ words }) => words),
  request.words,
  bareRequestWords,
  ...Object.values(verbs).map(({ words }) => words),
  ...Object.values(lexicon),
];

describe('the vocabulary', () => {
  it('gives each word one meaning', () => {
    const places = new Map<string, number[]>();
    sources.forEach((words, i) => {
      for (const word of new Set(words)) places.set(word, [...(places.get(word) ?? []), i]);
    });
    expect([...places].filter(([, at]) => at.length > 1).map(([word]) => word)).toEqual([]);
  });

  it.each(forms.map((form) => [form.id, form] as const))(
    'of the edition of %i knows every printed label',
    (_, form) => {
      const vocabulary = vocabularyOf(form);
      const labels = form.rows.map(({ label }) =>
        label.replace(/^(?:（.）|.、|\d\.)/, '').replace(/（.*$/, ''),
      );
      for (const label of labels.filter((text) => text.length > 2)) {
        const [token, ...others] = tokenize(plainText(label), vocabulary);
        expect([token, others], label).toMatchObject([{ kind: 'topic' }, []]);
      }
    },
  );
});
