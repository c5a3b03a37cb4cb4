import { createHash } from 'node:crypto';
import type { Site } from '../../model/site.ts';
import type { FileKind, Made } from '../page.ts';
import { type DataFile, dataFiles, dataPath } from './data-files.ts';

/** The data package, its files and their checksums. Files come first: what is said of them is known when they are written. */
function* build(site: Site, made: Made): ReturnType<FileKind['build']> {
  const written: Written[] = [];
  for (const file of dataFiles(site)) {
    const hash = createHash('sha256');
    let bytes = 0;
    const chunks = counted(file.chunks(), (piece) => {
      hash.update(piece);
      bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
    });
    yield { path: dataPath(file), text: { chunks } };
    made.bytes.set(dataPath(file), bytes);
    written.push({ file, bytes, sha256: hash.digest('hex') });
  }
  const json = `${JSON.stringify(dataPackage(site, written), null, 2)}\n`;
  yield { path: 'data/datapackage.json', text: json };
  const lines = [
    ...written.map(({ file, sha256 }) => `${sha256}  ${file.name}\n`),
    `${createHash('sha256').update(json).digest('hex')}  datapackage.json\n`,
  ];
  yield { path: 'data/sha256sums.txt', text: lines.join('') };
}

interface Written {
  file: DataFile;
  bytes: number;
  sha256: string;
}

function* counted<T>(chunks: Iterable<T>, count: (chunk: T) => void): Iterable<T> {
  for (const chunk of chunks) {
    count(chunk);
    yield chunk;
  }
}

/** Frictionless Data Package, version 2. A workbook with three rows of names is a file, and no table of its own. */
function dataPackage(site: Site, written: readonly Written[]) {
  const { title, description, publisher, baseUrl } = site.config;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'government-disclosure-annual-reports',
    title: `${title}：开放数据`,
    ...(description ? { description } : {}),
    ...(baseUrl ? { homepage: baseUrl } : {}),
    contributors: [{ title: publisher, roles: ['publisher'] }],
    resources: written.map(({ file, bytes, sha256 }) => ({
      name: file.resource,
      path: file.name,
      title: file.title,
      description: file.description,
      ...(file.table ? { type: 'table' } : {}),
      format: file.format,
      mediatype: file.mediatype,
      ...(file.format === 'csv' ? { encoding: 'utf-8' } : {}),
      bytes,
      hash: `sha256:${sha256}`,
      ...(file.table ? { schema: tableSchema(file.table, file.format) } : {}),
    })),
  };
}

function tableSchema(
  { fields, primaryKey, foreignKeys }: NonNullable<DataFile['table']>,
  format: DataFile['format'],
) {
  return {
    fields,
    ...(primaryKey ? { primaryKey } : {}),
    ...(foreignKeys
      ? {
          foreignKeys: foreignKeys.map(({ fields: own, resource, references }) => ({
            fields: own,
            reference: { resource, fields: references },
          })),
        }
      : {}),
    ...(format === 'csv' ? { missingValues: [''] } : {}),
  };
}

export default { name: 'open-data', build } satisfies FileKind;
