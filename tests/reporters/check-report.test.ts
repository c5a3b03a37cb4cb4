import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkReport, checkReportFile, checkReportJsonSchema } from '../../src/commands/check-report.ts';
import { reporters } from '../../src/diagnostics/reporters/index.ts';
import type { Result } from '../../src/diagnostics/result.ts';
import { forms } from '../../src/forms/index.ts';
import { runCheck } from '../../src/pipeline.ts';
import { dataFolder } from '../../src/reports/folder.ts';
import { brokenFiles, brokenResult, hostileResult, plainContext } from '../helpers/broken-site.ts';
import { checkout } from '../helpers/built.ts';
import { type Schema, schemaFaults, valueFaults, walk } from '../helpers/json-schema.ts';
import { base, type Files, memory } from '../helpers/memory.ts';
import { random } from '../helpers/random.ts';
import { put, raw, reportData } from '../helpers/report-data.ts';
import { endings, write } from '../helpers/written.ts';

const schema = checkReportJsonSchema() as Schema;

/** The schema with every object closed: what the reporter prints must be described, all of it. */
function closed(): Schema {
  const copy = structuredClone(schema);
  for (const [, each] of walk(copy)) {
    if (each['type'] === 'object') each['additionalProperties'] = false;
  }
  return copy;
}

function printed(result: Result): unknown {
  return JSON.parse(reporters.json(result, plainContext));
}

function run(files: Files, before?: Files): Result {
  const data = memory({ ...base, ...files });
  return runCheck({
    data,
    forms,
    progress: () => {},
    ...(before ? { base: memory({ ...base, ...before }) } : {}),
  });
}

test('the schema is committed as the code generates it', () => {
  const file = readFileSync(new URL(`../../${checkReportFile}`, import.meta.url), 'utf8');
  expect(file).toBe(`${JSON.stringify(schema, null, 2)}\n`);
});

test('the schema is sound, and open to keys that later versions add', () => {
  expect(schemaFaults(schema)).toEqual([]);
  const objects = walk(schema).filter(([, each]) => each['type'] === 'object');
  expect(objects.length).toBeGreaterThan(10);
  expect(objects.every(([, each]) => each['additionalProperties'] !== false)).toBe(true);
});

function proseOf(root: string): Result {
  return runCheck({ data: dataFolder(root), forms, prose: () => true, progress: () => {} });
}

describe('what --format json prints is described by the schema, all of it', () => {
  const edited = write(
    reportData(2021, (_, place) => place),
    'yaml',
  ).text;
  const older = write(reportData(2019), 'yaml').text;
  const cases: [string, () => Result][] = [
    ['a broken site', brokenResult],
    ['findings with everything they may carry', hostileResult],
    ['an empty folder', () => run({ 'data/site.yaml': '' })],
    ['no data at all', () => runCheck({ data: memory({}), forms, progress: () => {} })],
    ['a clean site', () => run({ 'data/organs/zhen/2023.yaml': write(reportData(2021), 'yaml').text })],
    ['the numbers in the texts of real data', () => proseOf(checkout)],
    ['changes since another state', () => run(brokenFiles(), { 'data/organs/zhen/2023.yaml': edited })],
    [
      'a report in another edition than before, and a new organ',
      () =>
        run(
          {
            'data/organs/zhen/2020.yaml': older,
            'data/organs/xiang/organ.yaml': String(base['data/organs/zhen/organ.yaml']),
          },
          { 'data/organs/zhen/2020.yaml': edited, 'data/site.yaml': 'title: 旧\npublisher: 某县\n' },
        ),
    ],
  ];
  test.each(cases)('%s', (_, make) => {
    const value = printed(make());
    expect(valueFaults(closed(), value)).toEqual([]);
    expect(checkReport.safeParse(value).success).toBe(true);
  });

  test('two hundred sites broken at random', () => {
    const { below, pick } = random(20_231);
    const tokens = [
      '１２',
      '1,234',
      '007',
      '-1',
      '1.5',
      '空',
      "'x'",
      '',
      'null',
      '[1]',
      '{a: 1}',
      '9e9',
      '}',
      '- 1',
    ];
    let findings = 0;
    for (let i = 0; i < 200; i++) {
      const report = reportData(2021);
      const rows = [
        'disclosure.licensing',
        'disclosure.fees',
        'applications.granted',
        'challenges.review',
        'remarks',
      ];
      for (const row of rows) {
        const token = pick(tokens);
        if (below(3) === 0)
          put(report, row, raw(row.endsWith('granted') ? `[${token}, 0, 0, 0, 0, 0, 1]` : token));
      }
      const ending = pick(endings);
      const result = run({ [`data/organs/zhen/2023.${ending}`]: write(report, ending).text });
      findings += result.diagnostics.length;
      expect(valueFaults(closed(), printed(result))).toEqual([]);
    }
    expect(findings).toBeGreaterThan(200);
  });
});

test('the schema refuses what is not the format', () => {
  const value = printed(brokenResult()) as { version: number; diagnostics: { severity: string }[] };
  expect(valueFaults(schema, { ...value, version: 2 })).toEqual(['.version: const']);
  expect(valueFaults(schema, { ...value, counts: {} })).not.toEqual([]);
  value.diagnostics[0]!.severity = 'fatal';
  expect(valueFaults(schema, value)).toEqual(['.diagnostics.0.severity: enum']);
});
