import { z } from 'zod';
import type { Path } from '../source/node.ts';

/** What stands at a path of a schema; undefined where it has nothing there. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let current: unknown = schema;
  for (const key of path) {
    current = bare(current);
    if (current instanceof z.ZodArray) current = current.element;
    else if (current instanceof z.ZodRecord) current = current.valueType;
    else if (current instanceof z.ZodObject && Object.hasOwn(current.shape, key))
      current = current.shape[String(key)];
    else return undefined;
  }
  return current as z.ZodType | undefined;
}

/** A schema without the leave to be absent. */
export function bare(schema: unknown): unknown {
  const wrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
  return wrapped ? bare(schema.unwrap()) : schema;
}

/** The official name of what stands at a path: the schema's title, or the nearest one above. */
export function titleAt(schema: z.ZodType, path: Path): string {
  for (let length = path.length; length > 0; length--) {
    const title = schemaAt(schema, path.slice(0, length))?.meta()?.title;
    if (title) return title;
  }
  return '这个文件';
}

export function descriptionAt(schema: z.ZodType, path: Path): string | undefined {
  return schemaAt(schema, path)?.meta()?.description;
}
