import { createRequire } from 'node:module';
import type { SchemaElement } from 'hyparquet';
import type { CellColumn } from './cells-table.ts';
import type { Field } from './data-table.ts';

/** Rows of a group: what is held at a time, some fifty reports. Larger ones make the file smaller and cost more time. */
const groupSize = 10_000;

type Types = Pick<SchemaElement, 'type' | 'converted_type'>;

const text: Types = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
/** Whole numbers as such; an amount in 万元 has decimals. Days stay as they are written. */
const types: Record<Field['type'], Types> = {
  string: text,
  date: text,
  year: { type: 'INT32' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
};

/**
 * Parquet in groups of rows, each written as soon as it is full; no block is larger than a group. Words are kept once
 * for each group. Without lowest and highest values of each group, which cost more than all the rest and save a reader
 * little in files this small.
 */
export function* parquetChunks(
  fields: readonly Field[],
  blocks: Iterable<{ rows: number; columns: readonly CellColumn[] }>,
): Iterable<Uint8Array> {
  // Loaded here and not before: what only checks does without.
  const load = createRequire(import.meta.url);
  const { ByteWriter, ParquetWriter } = load('hyparquet-writer') as typeof import('hyparquet-writer');
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    createdBy: 'gouji',
    statistics: false,
    schema: [
      { name: 'root', num_children: fields.length },
      ...fields.map(({ name, type, constraints }): SchemaElement => {
        const repetition = constraints?.required ? 'REQUIRED' : 'OPTIONAL';
        return { name, ...types[type], repetition_type: repetition };
      }),
    ],
  });
  const taken = () => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  const held = fields.map(() => new Array<string | number | undefined>(groupSize));
  let rows = 0;
  const write = () => {
    if (rows === 0) return;
    const columnData = fields.map(({ name, type }, i) => ({
      name,
      data: held[i]!.slice(0, rows),
      ...(type === 'number' ? {} : { encoding: 'RLE_DICTIONARY' as const }),
    }));
    parquet.write({ columnData, rowGroupSize: rows, pageSize: 0 });
    rows = 0;
  };
  for (const block of blocks) {
    if (rows + block.rows > groupSize) {
      write();
      yield taken();
    }
    block.columns.forEach((column, i) => {
      const into = held[i]!;
      if (typeof column !== 'object') into.fill(column, rows, rows + block.rows);
      else for (let row = 0; row < block.rows; row++) into[rows + row] = column[row];
    });
    rows += block.rows;
  }
  write();
  parquet.finish();
  yield taken();
}
