import { z } from 'zod';

/** What a template may reach in a value: keys of an object, entries of a list, nothing below a word. */
export type Shape =
  | { kind: 'object'; keys: ReadonlyMap<string, Shape> }
  | { kind: 'list'; item: Shape }
  | { kind: 'word' }
  | { kind: 'any' };

export const any: Shape = { kind: 'any' };
export const word: Shape = { kind: 'word' };

/** Reads the shape off a view schema; a custom type is opaque and left to the filter that prints it. */
export function shapeOf(schema: unknown): Shape {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return shapeOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return { kind: 'list', item: shapeOf(schema.element) };
  if (schema instanceof z.ZodObject) {
    return { kind: 'object', keys: new Map(Object.entries(schema.shape).map(([k, v]) => [k, shapeOf(v)])) };
  }
  if (schema instanceof z.ZodCustom) return any;
  return word;
}

/** What `value.key` is; undefined where a template cannot have it. */
export function member(shape: Shape, key: string): Shape | undefined {
  if (shape.kind === 'any') return any;
  if (shape.kind === 'object') return shape.keys.get(key);
  if (shape.kind === 'list' && /^\d+$/.test(key)) return shape.item;
  return key === 'length' ? word : undefined;
}
