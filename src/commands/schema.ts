import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Form } from '../forms/compile.ts';
import { forms } from '../forms/index.ts';
import { reportJsonSchema } from '../forms/schema.ts';
import { organSchema } from '../reports/organ.ts';
import { siteSchema } from '../reports/site.ts';
import { exitCodes, type Terminal } from './environment.ts';

/** `gouji schema`: writes the JSON Schemas that editors use to `data/schema/`. */
export function schemaCommand({ root }: { root: string }, terminal: Terminal): number {
  const folder = join(root, 'data', 'schema');
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
    terminal.err(`写好 data/schema/${name}\n`);
  }
  return exitCodes.clean;
}

/** By file name; the same list as `schemaFiles`. */
export function jsonSchemas(among: readonly Form[] = forms): Record<string, object> {
  const draft7 = (schema: z.ZodType) =>
    z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  return {
    'site.json': draft7(siteSchema),
    'organ.json': draft7(organSchema),
    ...Object.fromEntries(among.map((form) => [`report-${form.id}.json`, reportJsonSchema(form)])),
  };
}
