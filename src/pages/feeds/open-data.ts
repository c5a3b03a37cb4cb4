import { createHash, type Hash } from 'node:crypto';
import type { Site } from '../../model/site.ts';
import type { FileKind } from '../page.ts';
import { type DataTable, dataPath } from './data-table.ts';
import { csvChunks, dataTables } from './data-tables.ts';

/** The data package, its files and their checksums. Files come first: what is said of them is known when they are written. */
function* build(site: Site): ReturnType<FileKind['build']> {
  const written = new Map<DataTable, Written>();
  for (const table of dataTables) {
    const facts: Written = { bytes: 0, hash: createHash('sha256') };
    written.set(table, facts);
    yield { path: dataPath(table), text: { chunks: counted(csvChunks(table, site), facts) } };
  }
  const sums = [...written].map(([table, { bytes, hash }]) => ({ table, bytes, sha256: hash.digest('hex') }));
  const json = `${JSON.stringify(dataPackage(site, sums), null, 2)}\n`;
  yield { path: 'data/datapackage.json', text: json };
  const lines = [
    ...sums.map(({ table, sha256 }) => `${sha256}  ${table.name}.csv\n`),
    `${createHash('sha256').update(json).digest('hex')}  datapackage.json\n`,
  ];
  yield { path: 'data/sha256sums.txt', text: lines.join('') };
}

interface Written {
  bytes: number;
  hash: Hash;
}

function* counted(chunks: Iterable<string>, facts: Written): Iterable<string> {
  for (const chunk of chunks) {
    facts.bytes += Buffer.byteLength(chunk);
    facts.hash.update(chunk);
    yield chunk;
  }
}

/** Frictionless Data Package, version 2. */
function dataPackage(site: Site, sums: readonly { table: DataTable; bytes: number; sha256: string }[]) {
  const { title, description, publisher, baseUrl } = site.config;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'government-disclosure-annual-reports',
    title: `${title}：开放数据`,
    ...(description ? { description } : {}),
    ...(baseUrl ? { homepage: baseUrl } : {}),
    contributors: [{ title: publisher, roles: ['publisher'] }],
    resources: sums.map(({ table, bytes, sha256 }) => ({
      name: table.name,
      path: `${table.name}.csv`,
      title: table.title,
      description: table.description,
      type: 'table',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
      schema: {
        fields: table.fields,
        ...(table.primaryKey ? { primaryKey: table.primaryKey } : {}),
        ...(table.foreignKeys
          ? {
              foreignKeys: table.foreignKeys.map(({ fields, resource, references }) => ({
                fields,
                reference: { resource, fields: references },
              })),
            }
          : {}),
        missingValues: [''],
      },
    })),
  };
}

export default { name: 'open-data', build } satisfies FileKind;
