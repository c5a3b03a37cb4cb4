import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { auditProse, type ProseEntry } from '../../../src/check/prose/audit.ts';
import { textFindings } from './answers.ts';
import { situations } from './tables.ts';

interface Sentence {
  in: string;
  text: string;
  read: string[];
  lists?: string[];
  rules?: string[];
}

const sentences = parse(readFileSync(new URL('sentences.yaml', import.meta.url), 'utf8')) as Sentence[];

/** `31件 agrees newReceived`, `none differs review`, `share 33.9% differs`. */
function told({ kind, text, quantity, verdict, readings, rule }: ProseEntry): string {
  const words =
    kind === 'count'
      ? [text]
      : kind === 'share' || (kind === 'change' && quantity.unit !== '')
        ? [kind, text]
        : [kind];
  const key = rule && kind !== 'share' ? readings[0]?.key : undefined;
  const about =
    key && (verdict === 'agrees' || verdict === 'differs')
      ? [key.slice(key.indexOf(':') + 1).replace(/\|$/, '')]
      : [];
  return [...words, verdict, ...about].join(' ');
}

describe('sentences of reports', () => {
  it('are many', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(900);
  });

  for (const sentence of sentences) {
    it(`${sentence.in}: ${sentence.text}`, () => {
      const { report, lastYear } = situations[sentence.in]!;
      const input = { ...report, sections: new Map([['overview', sentence.text]]) };
      const audit = auditProse(input, lastYear);
      expect(audit.entries.map(told)).toEqual(sentence.read);
      expect(audit.lists.map(({ verdict }) => verdict)).toEqual(sentence.lists ?? []);
      const rules = textFindings(input, lastYear).map(({ rule }) => rule);
      expect(rules.filter((rule) => rule !== 'TX-NOCOUNT').toSorted()).toEqual(
        (sentence.rules ?? []).toSorted(),
      );
      for (const { offset, length, text } of audit.entries) {
        expect(sentence.text.slice(offset, offset + length)).toBe(text);
      }
    });
  }
});
