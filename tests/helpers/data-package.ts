import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseCsv } from './csv.ts';

/**
 * What Data Package 2.0 and Table Schema 2.0 ask of a package of tables, written down from the specification: the
 * descriptor, and the files against it. https://datapackage.org/standard/data-package/
 */
const field = z.looseObject({
  name: z.string().min(1),
  type: z.enum(['string', 'integer', 'number', 'year', 'date']),
  constraints: z
    .strictObject({
      required: z.boolean().optional(),
      enum: z.array(z.string()).min(1).optional(),
      minimum: z.number().optional(),
    })
    .optional(),
});
const key = z.array(z.string()).min(1);
const file = z.looseObject({
  name: z.string().regex(/^[a-z0-9._-]+$/),
  /** Relative, in the folder of the descriptor or below. */
  path: z.string().regex(/^(?!\/|\.\.)[^\\]+$/),
  mediatype: z.string().regex(/^[a-z]+\/[a-z.-]+$/),
  bytes: z.int().min(0),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});
const schema = z.looseObject({
  fields: z.array(field).min(1),
  primaryKey: key.optional(),
  foreignKeys: z
    .array(z.strictObject({ fields: key, reference: z.strictObject({ resource: z.string(), fields: key }) }))
    .optional(),
});
const csv = file.extend({
  type: z.literal('table'),
  format: z.literal('csv'),
  encoding: z.literal('utf-8'),
  schema: schema.extend({ missingValues: z.tuple([z.literal('')]) }),
});
const resource = z.discriminatedUnion('format', [
  csv,
  file.extend({ type: z.literal('table'), format: z.literal('parquet'), schema }),
  /** Not a table, since several rows name the columns. */
  file.extend({
    type: z.undefined().optional(),
    format: z.literal('xlsx'),
    schema: z.undefined().optional(),
  }),
]);
const descriptor = z.looseObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[a-z0-9._/-]+$/),
  homepage: z.url().optional(),
  contributors: z.array(z.looseObject({ title: z.string(), roles: z.array(z.string()) })).min(1),
  resources: z.array(resource).min(1),
});
type Table = z.infer<typeof csv>;

const writings: Record<z.infer<typeof field>['type'], RegExp> = {
  string: /./s,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  year: /^\d{4}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

/** Everything wrong with a package; `read` gives the bytes of a file beside the descriptor. */
export function packageFaults(json: string, read: (path: string) => Uint8Array): string[] {
  const parsed = descriptor.safeParse(JSON.parse(json));
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const { resources } = parsed.data;
  const names = resources.map(({ name }) => name);
  const faults = names.filter((name, i) => names.indexOf(name) !== i).map((name) => `${name} twice`);
  const tables = new Map(
    resources
      .filter(({ format }) => format === 'csv')
      .map((each) => [each.name, parseCsv(Buffer.from(read(each.path)).toString())]),
  );
  for (const each of resources) {
    const say = (fault: string) => faults.push(`${each.name}: ${fault}`);
    const bytes = read(each.path);
    if (bytes.length !== each.bytes) say(`${bytes.length} bytes`);
    if (`sha256:${createHash('sha256').update(bytes).digest('hex')}` !== each.hash) say('hash');
    if (each.format === 'csv') tableFaults(each, tables, say);
  }
  return faults;
}

function tableFaults(
  { name, schema: { fields, primaryKey, foreignKeys = [] } }: Table,
  tables: ReadonlyMap<string, string[][]>,
  say: (fault: string) => void,
): void {
  const [head = [], ...rows] = tables.get(name)!;
  if (head.join() !== fields.map((each) => each.name).join()) say(`columns ${head.join()}`);
  for (const row of rows) {
    if (row.length !== fields.length) say(`row of ${row.length}: ${row.join()}`);
    fields.forEach((each, i) => {
      const value = row[i] ?? '';
      const { required, enum: words, minimum } = each.constraints ?? {};
      if (value === '') {
        if (required) say(`${each.name} is missing: ${row.join()}`);
      } else if (
        !writings[each.type].test(value) ||
        words?.includes(value) === false ||
        (minimum !== undefined && Number(value) < minimum)
      )
        say(`${each.name} “${value}”`);
    });
  }
  if (primaryKey) {
    const keys = rows.map(keyOf(head, primaryKey));
    if (new Set(keys).size !== keys.length) say('two rows with one key');
  }
  for (const { fields: own, reference } of foreignKeys) {
    const [otherHead = [], ...others] = tables.get(reference.resource) ?? [];
    const known = new Set(others.map(keyOf(otherHead, reference.fields)));
    for (const row of rows)
      if (!known.has(keyOf(head, own)(row))) say(`no ${reference.resource} for ${row.join()}`);
  }
}

const keyOf = (head: readonly string[], names: readonly string[]) => (row: readonly string[]) =>
  JSON.stringify(names.map((name) => row[head.indexOf(name)]));
