import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ruleText } from '../../src/commands/rule-text.ts';
import { reporters } from '../../src/diagnostics/reporters/index.ts';
import type { Result } from '../../src/diagnostics/result.ts';
import { brokenResult, hostileResult, plainContext } from '../helpers/broken-site.ts';
import { type Schema, schemaFaults, valueFaults } from '../helpers/json-schema.ts';

const schema = JSON.parse(
  readFileSync(new URL('../fixtures/sarif/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'),
) as Schema;

interface Log {
  runs: {
    tool: {
      driver: { rules: { id: string; shortDescription: { text: string }; help?: { text: string } }[] };
    };
    columnKind: string;
    results: Finding[];
  }[];
}
interface Finding {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: Located[];
  relatedLocations?: (Located & { id: number; message: { text: string } })[];
  partialFingerprints: Record<string, string>;
  fixes?: { artifactChanges: { replacements: { insertedContent: { text: string } }[] }[] }[];
  properties?: object;
}
interface Located {
  physicalLocation?: { artifactLocation: { uri: string }; region: object };
}

function run(result: Result, context: object = {}) {
  const log = JSON.parse(reporters.sarif(result, { ...plainContext, rule: ruleText, ...context })) as Log;
  return { log, ...log.runs[0]! };
}

test('the schema of SARIF is one that the check understands whole', () => {
  expect(schemaFaults(schema).filter((fault) => !fault.includes('which it does not describe'))).toEqual([]);
});

test('the check refuses what SARIF does not allow', () => {
  const { log } = run(brokenResult());
  const broken = (change: (log: Log) => void) => {
    const copy = structuredClone(log);
    change(copy);
    return valueFaults(schema, copy);
  };
  expect(broken((log) => Object.assign(log.runs[0]!, { columnKind: 'bytes' }))).toEqual([
    '.runs.0.columnKind: enum',
  ]);
  expect(broken((log) => Object.assign(log.runs[0]!.results[0]!, { severity: 'error' }))).toEqual([
    '.runs.0.results.0.severity: additionalProperties',
  ]);
  expect(broken((log) => Object.assign(log.runs[0]!.results[0]!, { message: {} }))).not.toEqual([]);
  const uri = '.runs.0.results.0.locations.0.physicalLocation.artifactLocation.uri: format';
  expect(
    broken((log) => {
      log.runs[0]!.results[0]!.locations[0]!.physicalLocation!.artifactLocation.uri = '说明 1.yaml';
    }),
  ).toEqual([uri]);
});

describe.each([
  ['a broken site', brokenResult],
  ['hostile texts', hostileResult],
  ['a clean site', () => ({ ...brokenResult(), ok: true, diagnostics: [] })],
])('the SARIF log of %s', (_, make) => {
  const result = make();
  const { log, tool, results } = run(result);

  test('is valid by the schema', () => {
    expect(valueFaults(schema, log)).toEqual([]);
  });

  test('has a result for every finding, with its rule, level and place', () => {
    expect(results.map(({ ruleId }) => ruleId)).toEqual(result.diagnostics.map(({ code }) => code));
    for (const [i, found] of results.entries()) {
      const { severity, place } = result.diagnostics[i]!;
      expect(tool.driver.rules[found.ruleIndex]!.id).toBe(found.ruleId);
      expect(found.level).toBe({ error: 'error', warning: 'warning', info: 'note' }[severity]);
      expect(found.locations.map(({ physicalLocation }) => physicalLocation?.region)).toEqual(
        place
          ? [
              {
                startLine: place.line,
                startColumn: place.column,
                endLine: place.endLine,
                endColumn: place.endColumn,
              },
            ]
          : [],
      );
    }
  });

  test('tells every rule once, with its text', () => {
    const ids = tool.driver.rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(result.diagnostics.map(({ code }) => code))].sort());
    for (const { id, shortDescription } of tool.driver.rules) {
      expect(shortDescription.text).toMatch(/^X-/.test(id) ? /^X-/ : /[\u4e00-\u9fff]/);
    }
  });
});

test('columns are counted as ours are', () => {
  expect(run(brokenResult()).columnKind).toBe('utf16CodeUnits');
});

test('addresses of files come back as the paths they stand for', () => {
  const result = brokenResult();
  const { results } = run(result, { folder: '年报' });
  const paths = results.map(({ locations }) =>
    decodeURIComponent(locations[0]!.physicalLocation!.artifactLocation.uri),
  );
  expect(paths).toEqual(result.diagnostics.map(({ place }) => `年报/${place!.file}`));
  expect(paths).toContain('年报/data/organs/zhen/说明 50%[1](2)|`a`<b>&"c".txt');
});

test('a failed sum carries its addends with numbers and texts', () => {
  const sum = run(brokenResult()).results.find(({ ruleId }) => ruleId === 'T3-ROW-SUM')!;
  expect(sum.relatedLocations!.map(({ id, message }) => [id, message.text])).toEqual([
    [1, '各类申请人相加：自然人 3'],
    [2, '各类申请人相加：商业企业 1'],
    [3, '各类申请人相加：科研机构 0'],
    [4, '各类申请人相加：社会公益组织 0'],
    [5, '各类申请人相加：法律服务机构 1'],
    [6, '各类申请人相加：其他 0'],
    [7, '总计：总计 4'],
  ]);
  expect(sum.relatedLocations!.every(({ physicalLocation }) => physicalLocation !== undefined)).toBe(true);
  expect(sum.properties).toMatchObject({ cell: 'applications.newReceived.total', left: 5, right: 4 });
});

test('the text of a rule says what it asks and on what ground', () => {
  const rule = run(brokenResult()).tool.driver.rules.find(({ id }) => id === 'T3-ROW-SUM')!;
  expect(rule.help!.text).toMatch(/要求：.*\n依据：/s);
});

test('data that looks like a link of SARIF is none', () => {
  const { results } = run(hostileResult());
  for (const { message, relatedLocations = [] } of results) {
    for (const { text } of [message, ...relatedLocations.map((each) => each.message)]) {
      expect(text).not.toContain('](');
    }
  }
});

test('every proposal is a fix of the file', () => {
  const { fixes } = run(hostileResult()).results.find(({ ruleId }) => ruleId === 'T3-ROW-SUM')!;
  expect(fixes).toHaveLength(2);
  expect(fixes![0]!.artifactChanges[0]!.replacements[0]!.insertedContent.text).toBeTruthy();
});
