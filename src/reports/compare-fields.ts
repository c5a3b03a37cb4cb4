import { z } from 'zod';
import type { FieldChange } from '../diagnostics/changes.ts';
import { isMapping } from '../source/node.ts';
import { bare } from './schema-at.ts';

/** Which keys of a file differ, by the titles of its schema; groups of keys are looked into. */
export function compareFields(
  schema: z.ZodType,
  before: object,
  after: object,
  skip: readonly string[] = [],
): FieldChange[] {
  const [from, to] = [before, after] as Record<string, unknown>[];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => !skip.includes(key))
    .flatMap((key) => compareField(schema, key, from![key], to![key]));
}

function compareField(schema: z.ZodType, field: string, from: unknown, to: unknown): FieldChange[] {
  const inner = fieldSchema(schema, field);
  const name = inner?.meta()?.title ?? field;
  if (isMapping(from) && isMapping(to)) {
    return compareFields(inner ?? z.unknown(), from, to).map((change) => ({
      ...change,
      field: `${field}.${change.field}`,
      name: `${name} · ${change.name}`,
    }));
  }
  if (from === undefined) return [{ kind: 'added', field, name, ...text('to', to) }];
  if (to === undefined) return [{ kind: 'removed', field, name, ...text('from', from) }];
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  const [a, b] = [text('from', from), text('to', to)];
  return [{ kind: 'changed', field, name, ...('from' in a && 'to' in b ? { ...a, ...b } : {}) }];
}

function text<K extends 'from' | 'to'>(key: K, value: unknown): { [key in K]?: string } {
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return plain ? ({ [key]: String(value) } as { [key in K]: string }) : {};
}

function fieldSchema(schema: z.ZodType, key: string): z.ZodType | undefined {
  const outer = bare(schema);
  return outer instanceof z.ZodObject ? (outer.shape[key] as z.ZodType | undefined) : undefined;
}
