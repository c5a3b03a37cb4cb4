import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { forms } from '../../src/forms/index.ts';
import { runCheck } from '../../src/pipeline.ts';
import { base, memory, reportPath } from '../helpers/memory.ts';
import { random } from '../helpers/random.ts';
import { put, raw, reportData } from '../helpers/report-data.ts';
import { write } from '../helpers/written.ts';

/** A report with a sum that does not come out, a cell that is no number and a name that does not exist. */
function faulty(): string[] {
  const data = reportData(2021);
  put(data, 'applications.granted.0', 3);
  put(data, 'challenges.review.1', raw('１'));
  put(data, 'notes', { applications: '其中网上收到的0件。', 'challenges.review.upheld': '无。' });
  const { text } = write(data, 'yaml');
  const more = [
    'published: 2024-01-15',
    'logo: none',
    'corrections:',
    '  - cell: applications.carriedOver.natural',
    '    old: 1',
    '    new: 0',
    '    date: 2024-03-01',
    '    reason: 录入错误。',
  ];
  return [...text.trimEnd().split('\n'), ...more];
}

const lines = faulty();

function find(written: readonly string[], newline = '\n'): readonly Diagnostic[] {
  const files = { ...base, [reportPath(2023, 'yaml')]: written.join(newline) + newline };
  const { diagnostics } = runCheck({ data: memory(files), forms, today: '2024-06-01', progress: () => {} });
  return diagnostics.filter(({ code }) => code !== 'PB-COVER');
}

const shownLine = ({ code, place }: Diagnostic) => `${code} ${place!.line}`;
const known = find(lines).map(shownLine);

/** Kinds of slips; what cannot be slipped so in a line gives undefined. */
const slips: Record<string, (line: string) => string | undefined> = {
  'a full-width colon': (line) => changed(line, /(?<=^[\s-]*[\w.]+): ?/, '：'),
  'a full-width colon and a blank': (line) => changed(line, /(?<=^[\s-]*[\w.]+):/, '：'),
  'no blank behind the colon': (line) => changed(line, /(?<=^[\s-]*[\w.]+): /, ':'),
  'a full-width blank behind the colon': (line) => changed(line, /(?<=^[\s-]*[\w.]+): /, ':　'),
  'no colon': (line) => changed(line, /(?<=^[\s-]*[\w.]+):/, ''),
  'no colon and no blank': (line) => changed(line, /(?<=^[\s-]*[\w.]+): (?=[|[])/, ''),
  'one blank too many': (line) => ` ${line}`,
  'one blank too few': (line) => changed(line, /^ /, ''),
  'a tab before the line': (line) => `\t${line}`,
  'a tab for the blanks': (line) => changed(line, /^ +/, '\t'),
  'a full-width blank before the line': (line) => `　${line}`,
  'a bracket that is not closed': (line) => changed(line, /\]$/, ''),
  'a quote that is not closed': (line) => changed(line, /(?<=: )(?=[\d一-龥])/, '"'),
  'a name with half of its quotes': (line) => changed(line, /(?<=^[\s-]*)(?=[A-Za-z][\w.]*:)/, '"'),
  'a full-width bar': (line) => changed(line, /\|$/, '｜'),
};

function changed(line: string, pattern: RegExp, replacement: string): string | undefined {
  const result = line.replace(pattern, replacement);
  return result === line ? undefined : result;
}

const moves = ['one blank too many', 'one blank too few'];

/** A text of one line may begin where it likes, if it is further right than its name. */
function isLawful(kind: string, i: number): boolean {
  return moves.includes(kind) && /^ +[一-龥]/.test(lines[i]!);
}

const depth = (i: number) => /^ */.exec(lines[i] ?? '')![0].length;

/**
 * The last row of a group with a blank too few, and the row behind a group with a blank too many, stand just between
 * the two; a tab alone says nothing of where they stand. Such a row is set aside, and its sums are not known.
 */
function isDoubtful(kind: string, i: number): boolean {
  const last = depth(i) === 4 && depth(i + 1) === 2 && kind !== 'one blank too many';
  const next = depth(i) === 2 && depth(i - 1) === 4 && kind !== 'one blank too few';
  return (last || next) && [...moves, 'a tab for the blanks'].includes(kind) && lines[i]!.endsWith(']');
}

/** A number with half of its quotes is a fault of its cell. */
function told(kind: string, i: number): string {
  const cell = kind === 'a quote that is not closed' && /^ {2}[a-z]+: \d+$/.test(lines[i]!);
  return `${cell ? 'T2-INT' : 'SRC-SYNTAX'} ${i + 1}`;
}

test('the faults that the slips might hide', () => {
  expect(known).toEqual(['T3-ROW-SUM 14', 'T3-RESULT-SUM 39', 'T4-NONNEG-INT 42', 'DATA-UNKNOWN 55']);
});

/** What is found with a slip in each of some lines. */
function findSlipped(slipped: ReadonlyMap<number, string>, newline?: string): string[] {
  return find(
    lines.map((line, i) => slipped.get(i) ?? line),
    newline,
  ).map(shownLine);
}

describe.each(Object.entries(slips))('%s', (kind, slip) => {
  test('is told once in its line, and hides nothing', () => {
    lines.forEach((line, i) => {
      const slipped = slip(line);
      if (slipped === undefined || isLawful(kind, i)) return;
      const found = findSlipped(new Map([[i, slipped]]), i % 2 === 0 ? '\n' : '\r\n');
      const rest = known.filter((each) => !isDoubtful(kind, i) || !each.startsWith('T3-RESULT-SUM'));
      expect([slipped, ...found.sort()]).toEqual([slipped, ...[...rest, told(kind, i)].sort()]);
    });
  });
});

test('a line written twice is told once, and hides nothing', () => {
  lines.forEach((line, i) => {
    if (!/^ *[\w.]+:/.test(line)) return;
    const twice = find(lines.flatMap((each, n) => (n === i ? [each, each] : [each])));
    const moved = (each: string) =>
      each.replace(/\d+$/, (n) => String(Number(n) > i + 1 ? Number(n) + 1 : n));
    const expected = [...known.map(moved), `SRC-DUPLICATE-KEY ${i + 2}`];
    expect([line, ...twice.map(shownLine).sort()]).toEqual([line, ...expected.sort()]);
  });
});

test('two slips at a time are both told, and nothing that is not there', () => {
  const { below, pick } = random(20);
  const kinds = Object.keys(slips);
  let whole = 0;
  for (let run = 0; run < 300; ) {
    const both = [pick(kinds), pick(kinds)].map((kind) => ({ kind, i: below(lines.length) }));
    const slipped = new Map(both.map(({ kind, i }) => [i, slips[kind]!(lines[i]!)]));
    if (
      slipped.size < 2 ||
      both.some(({ kind, i }) => isLawful(kind, i)) ||
      [...slipped.values()].includes(undefined)
    )
      continue;
    run++;
    const found = findSlipped(slipped as Map<number, string>);
    const expected = both.map(({ kind, i }) => told(kind, i));
    expect([...slipped.values(), ...found.filter((each) => !known.includes(each)).sort()]).toEqual([
      ...slipped.values(),
      ...expected.sort(),
    ]);
    if (known.every((each) => found.includes(each))) whole++;
  }
  // The others have a row of which nobody can say where it stands, so that its sums are not known.
  expect(whole).toBeGreaterThan(280);
});

describe('slips of several lines', () => {
  const at = (name: string) => lines.findIndex((line) => line.startsWith(name));
  const overview = at('overview');
  /** The report with other lines in the place of some, and no more lines than before. */
  const withLines = (from: number, ...put: string[]) => lines.toSpliced(from, put.length, ...put);

  test.each<[string, string[], number]>([
    ['a text at the margin', withLines(overview + 1, lines[overview + 1]!.trim()), overview + 2],
    [
      'a text behind full-width blanks',
      withLines(overview + 1, lines[overview + 1]!.replace('  ', '　　')),
      overview + 2,
    ],
    ['a name alone above its text', withLines(overview, 'overview'), overview + 1],
    ['two entries in a line', withLines(0, 'form: 2021 organ: 某镇'), 1],
    ['words between the sections', withLines(at('logo'), '以上属实'), at('logo') + 1],
    [
      'the first row at the margin',
      withLines(at('challenges') + 1, lines[at('challenges') + 1]!.trim()),
      at('challenges') + 2,
    ],
  ])('%s', (_, written, line) => {
    const found = find(written).map(shownLine);
    const rest = known.filter((each) => each !== `DATA-UNKNOWN ${line}`);
    expect(found.sort()).toEqual([...rest, `SRC-SYNTAX ${line}`].sort());
  });

  test('a table that is indented with tabs throughout is told in each line, and summed', () => {
    const [from, to] = [at('applications:') + 1, at('challenges:')];
    const tabs = lines.map((line, i) =>
      i < from || i >= to ? line : line.replace(/^ +/, (lead) => '\t'.repeat(lead.length / 2)),
    );
    const told = Array.from({ length: to - from }, (_, i) => `SRC-SYNTAX ${from + i + 1}`);
    expect(find(tabs).map(shownLine).sort()).toEqual([...known, ...told].sort());
  });
});
