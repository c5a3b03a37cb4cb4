import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../../src/commands/schema.ts';
import { forms } from '../../src/forms/index.ts';
import { schemaFiles } from '../../src/reports/files.ts';
import { type Schema, schemaFaults, valueFaults, walk } from '../helpers/json-schema.ts';
import { type EditionId, editionIds } from '../helpers/official-form.ts';
import { put, reportData } from '../helpers/report-data.ts';

const data = fileURLToPath(new URL('../../data/', import.meta.url));

describe.each(Object.entries(jsonSchemas()))('%s', (name, schema) => {
  test('is committed as the code generates it', () => {
    expect(readFileSync(`${data}schema/${name}`, 'utf8')).toBe(`${JSON.stringify(schema, null, 2)}\n`);
  });

  test('is sound draft-07', () => {
    expect(schema).toHaveProperty('$schema', 'http://json-schema.org/draft-07/schema#');
    expect(schemaFaults(schema as Schema)).toEqual([]);
  });

  test('has a Chinese title on every property and every cell', () => {
    const untitled = walk(schema as Schema)
      .filter(([path]) => /\/(properties\/[^/]+|items\/\d+)$/.test(path))
      .filter(([, { title }]) => typeof title !== 'string' || !/[\u4e00-\u9fff]/.test(title))
      .map(([path]) => path);
    expect(untitled).toEqual([]);
  });

  test('allows no keys it does not describe', () => {
    const open = walk(schema as Schema)
      .filter(([, each]) => each['type'] === 'object' && each['additionalProperties'] !== false)
      .map(([path]) => path);
    const known: Record<string, string[]> = {
      'site.json': ['#/properties/settings/properties/severities'],
      'organ.json': [],
    };
    expect(open).toEqual(known[name] ?? ['#/properties/notes', '#/properties/source']);
  });
});

test('the folder of schemas holds these files and no other', () => {
  const names = Object.keys(jsonSchemas()).sort();
  expect(readdirSync(`${data}schema`).sort()).toEqual(names);
  expect(schemaFiles(forms).sort()).toEqual(names);
});

describe.each(editionIds)('the schema of edition %i', (id) => {
  const schema = schemaOf(id);

  test('requires what a report must have', () => {
    expect(schema['required']).toEqual([
      'form',
      'overview',
      'disclosure',
      'applications',
      'challenges',
      'problems',
      'remarks',
    ]);
    for (const [path, each] of walk(schema)) {
      if (each['type'] !== 'object' || path === '#' || /notes|source|waivers|corrections/.test(path))
        continue;
      expect(each['required'], path).toEqual(Object.keys(each['properties'] as object));
    }
  });

  test('accepts a report, with words for missing numbers', () => {
    expect(valueFaults(schema, reportData(id))).toEqual([]);
    expect(
      valueFaults(
        schema,
        reportData(id, () => '空'),
      ),
    ).toEqual([]);
    expect(valueFaults(schema, { ...reportData(id), published: '2024-01-15', opening: '依据条例' })).toEqual(
      [],
    );
  });

  test.each([
    ['applications.granted.0', -1],
    ['applications.granted.0', 1.5],
    ['applications.granted.0', '12'],
    ['applications.granted.7', 0],
    ['applications.granted', 0],
    ['challenges.review.4', '无'],
    ['disclosure.regulations.0', -1],
    ['overview', 0],
    ['form', 2020],
    ['extra', 'x'],
    ['applications.extra', 0],
  ])('refuses %s: %j', (path, value) => {
    const report = reportData(id);
    put(report, path, value);
    expect(valueFaults(schema, report)).not.toEqual([]);
  });

  test('gives the editor the official column name of each number', () => {
    const row = walk(schema).find(([path]) => path.endsWith('/applications/properties/carriedOver'))![1];
    expect(row['title']).toBe('二、上年结转政府信息公开申请数量');
    expect((row['items'] as Schema[]).map(({ title }) => title)).toEqual([
      '自然人',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
      '总计',
    ]);
  });
});

test('a change may be negative, money may have decimals, in the schema as in the check', () => {
  const report = reportData(2019, (address, place) =>
    place !== 1 ? 0 : address === 'disclosure.procurement' ? 25.1 : address === 'disclosure.fees' ? -3 : 0,
  );
  expect(valueFaults(schemaOf(2019), report)).toEqual([]);
});

test('every file of the data agrees with its schema', () => {
  const schemas = jsonSchemas() as Record<string, Schema>;
  const read = (file: string) => parse(readFileSync(`${data}${file}`, 'utf8')) as Schema;
  expect(valueFaults(schemas['site.json']!, read('site.yaml'))).toEqual([]);
  let files = 0;
  for (const organ of readdirSync(`${data}organs`)) {
    for (const file of readdirSync(`${data}organs/${organ}`)) {
      const content = read(`organs/${organ}/${file}`);
      const schema = schemas[file === 'organ.yaml' ? 'organ.json' : `report-${content['form']}.json`]!;
      expect(valueFaults(schema, content), `${organ}/${file}`).toEqual([]);
      files++;
    }
  }
  expect(files).toBeGreaterThan(0);
});

function schemaOf(id: EditionId): Schema {
  return jsonSchemas()[`report-${id}.json`] as Schema;
}
