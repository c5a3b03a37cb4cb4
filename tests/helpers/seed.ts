import { readFileSync } from 'node:fs';
import { checkout } from './built.ts';
import { officialHeadings } from './official-tables.ts';

/**
 * The seed is a report as it was published, saved as text: a cell a line after a tab, a blank line after each row,
 * an empty cell where a cell of a row above reaches down.
 */
export interface Seed {
  paragraphs: Map<string, string[]>;
  tables: Map<string, string[][]>;
}

export function readSeed(): Seed {
  const text = readFileSync(`${checkout}/tests/fixtures/seed/四棵树镇-2023.txt`, 'utf8');
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line === officialHeadings[sections.size]) {
      lines = [];
      sections.set(line, lines);
    } else lines.push(line);
  }
  const seed: Seed = { paragraphs: new Map(), tables: new Map() };
  for (const [heading, body] of sections) {
    if (body[0]!.startsWith('\t')) seed.tables.set(heading, readTable(body.join('\n')));
    else
      seed.paragraphs.set(
        heading,
        body.filter((line) => line !== ''),
      );
  }
  return seed;
}

function readTable(text: string): string[][] {
  return text
    .trimEnd()
    .split('\n\n')
    .map((row) =>
      row
        .replace(/^\t/, '')
        .split('\n\t')
        .map((cell) => cell.replace(/\s/g, '')),
    );
}
