import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Form } from '../forms/compile.ts';
import { forms } from '../forms/index.ts';
import { reportSchema } from '../forms/schema.ts';
import { schemaName } from '../forms/yaml-lines.ts';
import { organSchema } from '../reports/organ.ts';
import { siteSchema } from '../reports/site.ts';
import { checkReportFile, checkReportJsonSchema } from './check-report.ts';
import { exitCodes, type Terminal } from './environment.ts';

/** `gouji schema`: writes the JSON Schemas that editors use to `data/schema/`, and that of the result of a check. */
export function schemaCommand({ root }: { root: string }, terminal: Terminal): number {
  const files = {
    ...Object.fromEntries(
      Object.entries(jsonSchemas()).map(([name, schema]) => [`data/schema/${name}`, schema]),
    ),
    [checkReportFile]: checkReportJsonSchema(),
  };
  for (const [path, schema] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `${JSON.stringify(schema, null, 2)}\n`);
    terminal.err(`写好 ${path}\n`);
  }
  return exitCodes.clean;
}

/** Those of `data/schema/` by file name; the same list as `schemaFiles`. */
export function jsonSchemas(among: readonly Form[] = forms): Record<string, object> {
  const draft7 = (schema: z.ZodType) =>
    z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  return {
    'site.json': draft7(siteSchema),
    'organ.json': draft7(organSchema),
    ...Object.fromEntries(among.map((form) => [schemaName(form), draft7(reportSchema(form))])),
  };
}
