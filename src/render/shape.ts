import { z } from 'zod';

/** What a template may reach in a value: keys of an object, entries of a list, nothing below a word. */
export type Shape =
  | { kind: 'object'; keys: ReadonlyMap<string, Shape> }
  | { kind: 'list'; item: Shape }
  | { kind: 'word' }
  | { kind: 'any' };

const any: Shape = { kind: 'any' };

/** Reads the shape off a view schema; a custom type is opaque and left to the filter that prints it. */
export function shapeOf(schema: unknown): Shape {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return shapeOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return { kind: 'list', item: shapeOf(schema.element) };
  if (schema instanceof z.ZodObject) {
    return { kind: 'object', keys: new Map(Object.entries(schema.shape).map(([k, v]) => [k, shapeOf(v)])) };
  }
  if (schema instanceof z.ZodCustom) return any;
  return { kind: 'word' };
}

/** What `value.key` is; undefined where a template cannot have it. */
export function member(shape: Shape, key: string): Shape | undefined {
  if (shape.kind === 'any') return any;
  if (shape.kind === 'object') return shape.keys.get(key);
  return key === 'length' ? { kind: 'word' } : undefined;
}
