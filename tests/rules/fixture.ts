import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type Checked, check, rulesFor } from '../../src/check/index.ts';
import type { Rule } from '../../src/check/rule.ts';
import type { Diagnostic, Place, Severity } from '../../src/diagnostics/diagnostic.ts';
import type { Form, FormTable } from '../../src/forms/compile.ts';
import { formById, formForYear, forms } from '../../src/forms/index.ts';
import { type Dataset, loadData } from '../../src/reports/load.ts';

/**
 * A fixture is a small data folder in one YAML file:
 *
 *     about: what it shows
 *     counts: { pass: 5, fail: 2 }        answers of the folder's rule; what is left out is 0
 *     organs:                              as in organ.yaml; an organ not listed is a township
 *       zhen: { level: township }
 *     reports:                             every report begins as all zero
 *       zhen/2023:
 *         published: 2024-01-15
 *         applications.carriedOver: [2, 0, 0, 0, 0, 0, 2] # ! T3-CARRY@natural T3-CARRY@total
 *
 * A mark `# ! CODE@column:severity` (column and severity may be left out; then the severity is the rule's) stands
 * in the line where the finding must be, and every finding must have its mark. In a text, where `column` is the very
 * words pointed at, the mark is taken out before the text is read. `rule`, `today`, `settings` and
 * `reasons` (the times each reason was given for not applicable or unknown) are optional. Reports whose edition is not that of their year write `form`; a row `(absent)` is left out.
 */
export interface Fixture {
  name: string;
  about: string;
  rule: string;
  counts: Partial<Record<Outcome, number>>;
  reasons?: Record<string, number>;
  today?: string;
  marks: Mark[];
  data: Dataset;
  loading: Diagnostic[];
  texts: ReadonlyMap<string, string>;
  /** For each generated file the fixture's line of each of its lines. */
  lines: ReadonlyMap<string, readonly number[]>;
}

export interface Mark {
  line: number;
  code: string;
  column?: string;
  severity?: Severity;
}

export type Outcome = 'pass' | 'fail' | 'unknown' | 'notApplicable' | 'waived';
export const outcomes: readonly Outcome[] = ['pass', 'fail', 'unknown', 'notApplicable', 'waived'];

const folder = fileURLToPath(new URL('.', import.meta.url));

export function readFixtures(): Fixture[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(folder, name))
        .sort()
        .map((file) => readFixture(name, file)),
    );
}

function readFixture(group: string, file: string): Fixture {
  const text = readFileSync(join(folder, group, file), 'utf8');
  const parsed = parse(text) as Parsed;
  const { texts, lines } = generate(text, parsed);
  const loaded = loadData(
    {
      list: () => [...texts.keys()].map((path) => ({ path })),
      read: (path) => new TextEncoder().encode(texts.get(path)),
    },
    forms,
  );
  return {
    name: `${group}/${file}`,
    about: parsed.about,
    rule: parsed.rule ?? group,
    counts: parsed.counts,
    ...(parsed.reasons ? { reasons: parsed.reasons } : {}),
    ...(parsed.today ? { today: parsed.today } : {}),
    marks: text.split('\n').flatMap((line, i) => marksOf(line, i + 1)),
    data: loaded.value,
    loading: loaded.diagnostics,
    texts,
    lines,
  };
}

interface Parsed {
  about: string;
  rule?: string;
  today?: string;
  counts: Fixture['counts'];
  reasons?: Record<string, number>;
  organs?: Record<string, object>;
  settings?: object;
  reports: Record<string, Record<string, unknown> | null>;
}

function marksOf(line: string, at: number): Mark[] {
  const list = /# ! (.*)$/.exec(line)?.[1];
  return (list?.trim().split(/\s+/) ?? []).map((mark) => {
    const [, code, column, severity] = /^([^@:]+)(?:@(.+?))?(?::(error|warning|info))?$/.exec(mark)!;
    return {
      line: at,
      code: code!,
      ...(column ? { column } : {}),
      ...(severity ? { severity: severity as Severity } : {}),
    };
  });
}

/** The files of the data folder, and where each of their lines comes from. */
function generate(text: string, parsed: Parsed) {
  const source = text.split('\n');
  const texts = new Map<string, string>();
  const lines = new Map<string, number[]>();
  const write = (path: string, content: readonly Line[]) => {
    texts.set(path, `${content.map(([line]) => line).join('\n')}\n`);
    lines.set(
      path,
      content.map(([, from]) => from),
    );
  };
  const settings = block(source, 'settings:', 0);
  write('data/site.yaml', [['title: 网站', 0], ['publisher: 单位', 0], ...settings]);
  for (const [slug, organ] of organsOf(parsed)) {
    const from = source.findIndex((line) => line.startsWith(`  ${slug}:`)) + 1;
    const all = { name: slug, fullName: `${slug}人民政府`, level: 'township', ...organ };
    write(
      `data/organs/${slug}/organ.yaml`,
      Object.entries(all).map(([key, value]): Line => [`${key}: ${JSON.stringify(value)}`, from]),
    );
  }
  for (const [name, keys] of Object.entries(parsed.reports)) {
    const [slug, year] = name.split('/');
    const form = formById(keys?.['form']) ?? formForYear(Number(year)) ?? forms[0]!;
    const own = Object.keys(keys ?? {}).map((key) => ({ key, lines: entry(source, name, key) }));
    write(`data/organs/${slug}/${year}.yaml`, reportLines(form, own));
  }
  return { texts, lines };
}

/** A line of a generated file and the line of the fixture it stems from, 0 for none. */
type Line = [text: string, from: number];

function organsOf({ organs = {}, reports }: Parsed): Map<string, object> {
  const slugs = Object.keys(reports).map((name) => name.split('/')[0]!);
  return new Map([...slugs.map((slug): [string, object] => [slug, {}]), ...Object.entries(organs)]);
}

/** A line and what is indented below it, moved to the left margin. */
function block(source: readonly string[], head: string, indent: number, from = 0): Line[] {
  const start = source.findIndex((line, i) => i >= from && line.startsWith(' '.repeat(indent) + head));
  if (start < 0) return [];
  const deeper = (line: string) => line.trim() === '' || line.startsWith(' '.repeat(indent + 1));
  let end = start + 1;
  while (end < source.length && deeper(source[end]!)) end++;
  return source
    .slice(start, end)
    .map((line, i): Line => [line.slice(indent).replace(/ *# ! .*$/, ''), start + i + 1]);
}

function entry(source: readonly string[], report: string, key: string): Line[] {
  return block(source, `${key}:`, 4, source.indexOf(`  ${report}:`));
}

/** An all-zero report of the edition in which the fixture's lines replace or add rows and texts. */
function reportLines(form: Form, own: readonly { key: string; lines: Line[] }[]): Line[] {
  const given = new Map(own.map(({ key, lines }) => [key, lines]));
  const tables = form.sections.filter(({ table }) => table).map(({ key }) => `${key}.`);
  const inTable = (key: string) => tables.some((table) => key.startsWith(table));
  const result: Line[] = given.has('form') ? [] : [[`form: ${form.id}`, 0]];
  result.push(...own.filter(({ key }) => !inTable(key)).flatMap(({ lines }) => lines));
  for (const { key, table } of form.sections) {
    if (table) result.push(...tableLines(table, given));
    else if (!given.has(key)) result.push([`${key}: 文字。`, 0]);
  }
  return result;
}

/** A row given as `(absent)` is left out, one the table does not have is put in below its group. */
function tableLines(table: FormTable, given: ReadonlyMap<string, Line[]>): Line[] {
  const result: Line[] = [];
  const open: string[] = [];
  const rowLine = (address: string, value: string, from: number) => {
    const path = address.split('.');
    result.push([`${'  '.repeat(path.length - 1)}${path.at(-1)}:${value}`, from]);
  };
  const value = (address: string) => given.get(address)?.[0]?.[0].slice(address.length + 1);
  const absent = (address: string) => value(address)?.startsWith(' (absent)') ?? false;
  const known = new Set(table.rows.map((row) => row.address));
  for (const row of table.rows) {
    row.path.slice(0, -1).forEach((part, depth) => {
      if (open[depth] === part) return;
      open.splice(depth, open.length, part);
      const group = open.join('.');
      const below = [...given.keys()].filter((key) => key.slice(0, key.lastIndexOf('.')) === group);
      const gap = below.find(absent);
      rowLine(group, '', gap ? given.get(gap)![0]![1] : 0);
      for (const extra of below.filter((key) => !known.has(key))) {
        rowLine(extra, value(extra)!, given.get(extra)![0]![1]);
      }
    });
    if (absent(row.address)) continue;
    const zeros = row.cells.map(() => 0).join(', ');
    const zero = ` ${row.single ? zeros : `[${zeros}]`}`;
    rowLine(row.address, value(row.address) ?? zero, given.get(row.address)?.[0]?.[1] ?? 0);
  }
  return result;
}

/** What is proposed beside failed sums is no finding of a rule. */
const proposal = 'REPAIR';

/** Runs the fixture's rule, or what stands in its place. */
export function runFixture(
  fixture: Fixture,
  rules: readonly Rule[] = rulesFor().filter((rule) => rule.id === fixture.rule),
): { checked: Checked; diagnostics: Diagnostic[] } {
  const { value, diagnostics } = check(fixture.data, { rules, today: fixture.today });
  return { checked: value, diagnostics: [...fixture.loading, ...diagnostics] };
}

/** What differs from what the fixture expects; empty where all is as marked. */
export function differences(fixture: Fixture, rules?: readonly Rule[]): string[] {
  const { checked, diagnostics } = runFixture(fixture, rules);
  const found = diagnostics
    .filter(({ code }) => code !== proposal)
    .map((diagnostic) => describe(diagnostic, fixture));
  const wanted = fixture.marks.map(({ line, code, column, severity }) => {
    const same = found.find((f) => f.line === line && f.code === code && (!column || f.column === column));
    const usual = severity ?? same?.usual ?? 'error';
    return { line, code, column: column ?? same?.column, severity: usual };
  });
  const key = (f: { line: number; code: string; column?: string | undefined; severity: string }) =>
    `line ${f.line} ${f.code}${f.column ? `@${f.column}` : ''}:${f.severity}`;
  const count = checked.rules.get(fixture.rule);
  return [
    ...missing(wanted.map(key), found.map(key)).map((mark) => `not found: ${mark}`),
    ...missing(found.map(key), wanted.map(key)).map((finding) => `not marked: ${finding}`),
    ...outcomes
      .filter((outcome) => (count?.[outcome] ?? 0) !== (fixture.counts[outcome] ?? 0))
      .map((outcome) => `${outcome}: ${count?.[outcome] ?? 0}, expected ${fixture.counts[outcome] ?? 0}`),
    ...Object.entries(fixture.reasons ?? {})
      .filter(([reason, times]) => count?.reasons.get(reason) !== times)
      .map(([reason, times]) => `${reason}: ${count?.reasons.get(reason) ?? 0}, expected ${times}`),
  ];
}

function describe({ code, severity, place, cell }: Diagnostic, fixture: Fixture) {
  const line = place ? (fixture.lines.get(place.file)?.[place.line - 1] ?? 0) : 0;
  const usual = usualSeverity.get(code) ?? severity;
  const column = cell?.split('.').at(-1) ?? (place && wordsAt(place, fixture));
  return { line, code, severity, usual, ...(column ? { column } : {}) };
}

const usualSeverity = new Map(rulesFor().map(({ id, severity }) => [id, severity]));

/** What stands at a place in one line of a text; blanks, which no mark can hold, are left out. */
function wordsAt(place: Place, fixture: Fixture): string | undefined {
  const text = fixture.texts.get(place.file)?.split('\n')[place.line - 1] ?? '';
  const words = text.slice(place.column - 1, place.endColumn - 1).replace(/\s/g, '');
  return place.endLine === place.line && words !== '|' ? words : undefined;
}

/** What the first list has and the second has not, counting repetitions. */
function missing(all: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return all.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
