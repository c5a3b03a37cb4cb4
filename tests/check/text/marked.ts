import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Finding } from '../../../src/check/text/types.ts';

/**
 * A fixture file holds one text a line. What a check must find is marked in the text itself as
 * ⟦kind|text⟧; an unmarked line must find nothing. ⏎ stands for a line break, ␣ for a blank;
 * a line that begins with # is a remark.
 */
export interface Marked {
  line: number;
  text: string;
  expected: { kind: string; start: number; end: number }[];
}

export function readMarked(name: string): Marked[] {
  const source = readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');
  return source
    .split('\n')
    .map((line, i) => ({ ...parse(line), line: i + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('# '));
}

export function parse(line: string): Omit<Marked, 'line'> {
  const expected: Marked['expected'] = [];
  let text = '';
  let rest = line.replaceAll('⏎', '\n').replaceAll('␣', ' ');
  for (let match = mark.exec(rest); match; match = mark.exec(rest)) {
    text += rest.slice(0, match.index);
    const [, kind, marked] = match as unknown as [string, string, string];
    expected.push({ kind, start: text.length, end: text.length + marked.length });
    text += marked;
    rest = rest.slice(match.index + match[0].length);
  }
  return { text: text + rest, expected };
}

const mark = /⟦([\w-]+)\|([^⟦⟧]*)⟧/u;

/** One test per line, named by its number; the file must hold texts of both sorts. */
export function testMarked(name: string, check: (text: string) => readonly Finding[]): void {
  const lines = readMarked(name);
  it(`${name}.txt has at least ten texts with and ten without findings`, () => {
    expect(lines.filter(({ expected }) => expected.length > 0).length).toBeGreaterThanOrEqual(10);
    expect(lines.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(10);
  });
  for (const { line, text, expected } of lines) {
    it(`${name}.txt:${line} ${text.slice(0, 24).replaceAll('\n', '⏎')}`, () => {
      const found = check(text).map(({ kind, start, end }) => ({ kind, start, end }));
      expect(show(text, found)).toEqual(show(text, expected));
    });
  }
}

function show(text: string, findings: Marked['expected']): string[] {
  return findings.map(({ kind, start, end }) => `${start} ${kind} ${text.slice(start, end)}`);
}
