/** The part of JSON Schema draft-07 that our schemas use; an unknown keyword is a fault of the schema. */
export interface Schema {
  [keyword: string]: unknown;
}

const string = (value: unknown) => typeof value === 'string';
const number = (value: unknown) => typeof value === 'number';
const list = (value: unknown) => Array.isArray(value);
const strings = (value: unknown) => Array.isArray(value) && value.every(string);
const schema = (value: unknown) => typeof value === 'boolean' || isSchema(value);
const schemas = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isSchema);
const named = (value: unknown) => isSchema(value) && Object.values(value).every(isSchema);
const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

/** The form of every keyword's value. */
const keywords: Record<string, (value: unknown) => boolean> = {
  $schema: string,
  title: string,
  description: string,
  format: string,
  pattern: (value) => string(value) && new RegExp(value as string, 'u') instanceof RegExp,
  type: (value) => [value].flat().every((type) => types.includes(type as string)),
  default: () => true,
  const: () => true,
  enum: list,
  anyOf: schemas,
  properties: named,
  required: strings,
  additionalProperties: schema,
  propertyNames: isSchema,
  items: (value) => schema(value) || schemas(value),
  additionalItems: schema,
  minItems: number,
  maxItems: number,
  minLength: number,
  minimum: number,
  maximum: number,
};

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every schema inside a schema, with the way to it. */
export function walk(root: Schema, path = '#'): [path: string, schema: Schema][] {
  const inner = Object.entries(root).flatMap(([keyword, value]): [string, unknown][] => {
    if (keyword === 'properties' || (Array.isArray(value) && ['items', 'anyOf'].includes(keyword))) {
      return Object.entries(value as Schema).map(([key, each]) => [`${path}/${keyword}/${key}`, each]);
    }
    return ['items', 'additionalProperties', 'additionalItems', 'propertyNames'].includes(keyword)
      ? [[`${path}/${keyword}`, value]]
      : [];
  });
  return [[path, root], ...inner.flatMap(([at, value]) => (isSchema(value) ? walk(value, at) : []))];
}

/** What is wrong with a schema as such. */
export function schemaFaults(root: Schema): string[] {
  return walk(root).flatMap(([path, each]) => [
    ...Object.entries(each)
      .filter(([keyword, value]) => !keywords[keyword]?.(value))
      .map(([keyword]) => `${path}: ${keyword}`),
    ...((each['required'] ?? []) as string[])
      .filter((key) => !Object.hasOwn((each['properties'] ?? {}) as Schema, key))
      .map((key) => `${path}: requires ${key}, which it does not describe`),
  ]);
}

/** What is wrong with a value, as paths; empty where the schema allows it. */
export function valueFaults(rules: Schema, value: unknown, path = ''): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, keyword: string) => {
    if (!holds) faults.push(`${path}: ${keyword}`);
  };
  if ('type' in rules) {
    const allowed = [rules['type']].flat() as string[];
    need(
      allowed.some((type) => isOfType(type, value)),
      'type',
    );
  }
  if ('const' in rules) need(value === rules['const'], 'const');
  if ('enum' in rules) need((rules['enum'] as unknown[]).includes(value), 'enum');
  if ('anyOf' in rules) {
    need(
      (rules['anyOf'] as Schema[]).some((each) => valueFaults(each, value).length === 0),
      'anyOf',
    );
  }
  if (typeof value === 'number') {
    need(value >= ((rules['minimum'] as number) ?? -Infinity), 'minimum');
    need(value <= ((rules['maximum'] as number) ?? Infinity), 'maximum');
  }
  if (typeof value === 'string') {
    need(value.length >= ((rules['minLength'] as number) ?? 0), 'minLength');
    need(new RegExp((rules['pattern'] as string) ?? '', 'u').test(value), 'pattern');
  }
  if (Array.isArray(value)) faults.push(...listFaults(rules, value, path));
  else if (typeof value === 'object' && value !== null)
    faults.push(...mapFaults(rules, value as Schema, path));
  return faults;
}

function listFaults(rules: Schema, value: unknown[], path: string): string[] {
  const { items } = rules;
  const faults = value.flatMap((item, i) => {
    const rule = Array.isArray(items) ? (items[i] ?? rules['additionalItems']) : items;
    if (rule === false) return [`${path}.${i}: additionalItems`];
    return isSchema(rule) ? valueFaults(rule, item, `${path}.${i}`) : [];
  });
  if (value.length < ((rules['minItems'] as number) ?? 0)) faults.push(`${path}: minItems`);
  if (value.length > ((rules['maxItems'] as number) ?? Infinity)) faults.push(`${path}: maxItems`);
  return faults;
}

function mapFaults(rules: Schema, value: Schema, path: string): string[] {
  const properties = (rules['properties'] ?? {}) as Record<string, Schema>;
  const missing = ((rules['required'] ?? []) as string[]).filter((key) => !Object.hasOwn(value, key));
  return [
    ...missing.map((key) => `${path}.${key}: required`),
    ...Object.entries(value).flatMap(([key, item]) => {
      const rule = Object.hasOwn(properties, key) ? properties[key] : rules['additionalProperties'];
      if (rule === false) return [`${path}.${key}: additionalProperties`];
      return isSchema(rule) ? valueFaults(rule, item, `${path}.${key}`) : [];
    }),
  ];
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'object') return isSchema(value);
  return typeof value === type;
}
