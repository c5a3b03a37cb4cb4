/** The part of JSON Schema that our schemas and that of SARIF use; an unknown keyword is a fault of the schema. */
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
  id: string,
  $ref: (value) => string(value) && (value as string).startsWith('#/definitions/'),
  definitions: named,
  title: string,
  description: string,
  format: string,
  pattern: (value) => string(value) && regExp(value as string) instanceof RegExp,
  type: (value) => [value].flat().every((type) => types.includes(type as string)),
  default: () => true,
  const: () => true,
  enum: list,
  anyOf: schemas,
  oneOf: schemas,
  properties: named,
  required: strings,
  additionalProperties: schema,
  propertyNames: isSchema,
  items: (value) => schema(value) || schemas(value),
  additionalItems: schema,
  minItems: number,
  maxItems: number,
  uniqueItems: (value) => typeof value === 'boolean',
  minLength: number,
  minimum: number,
  maximum: number,
};

/** Patterns are meant for the mode that knows all of Unicode; one of SARIF's only works in the older one. */
function regExp(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every schema inside a schema, with the way to it. */
export function walk(root: Schema, path = '#'): [path: string, schema: Schema][] {
  const inner = Object.entries(root).flatMap(([keyword, value]): [string, unknown][] => {
    if (
      ['properties', 'definitions'].includes(keyword) ||
      (Array.isArray(value) && ['items', 'anyOf', 'oneOf'].includes(keyword))
    ) {
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

/** What is wrong with a value, as paths; empty where the schema allows it. `root` is what a `$ref` looks into. */
export function valueFaults(rules: Schema, value: unknown, path = '', root = rules): string[] {
  if (typeof rules['$ref'] === 'string') return valueFaults(referred(root, rules['$ref']), value, path, root);
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
  const matches = (keyword: string) =>
    (rules[keyword] as Schema[]).filter((each) => valueFaults(each, value, path, root).length === 0).length;
  if ('anyOf' in rules) need(matches('anyOf') > 0, 'anyOf');
  if ('oneOf' in rules) need(matches('oneOf') === 1, 'oneOf');
  if (typeof value === 'number') {
    need(value >= ((rules['minimum'] as number) ?? -Infinity), 'minimum');
    need(value <= ((rules['maximum'] as number) ?? Infinity), 'maximum');
  }
  if (typeof value === 'string') {
    need(value.length >= ((rules['minLength'] as number) ?? 0), 'minLength');
    need(regExp((rules['pattern'] as string) ?? '').test(value), 'pattern');
    need(formats[rules['format'] as string]?.test(value) ?? true, 'format');
  }
  if (Array.isArray(value)) faults.push(...listFaults(rules, value, path, root));
  else if (typeof value === 'object' && value !== null)
    faults.push(...mapFaults(rules, value as Schema, path, root));
  return faults;
}

/** RFC 3986 allows these characters and percent-encoded bytes, nothing else. */
const address = String.raw`(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-Fa-f]{2})*`;
/** Formats whose breach we want to see; others are not looked at. */
const formats: Record<string, RegExp> = {
  uri: new RegExp(`^[A-Za-z][A-Za-z\\d+.-]*:${address}$`),
  'uri-reference': new RegExp(`^${address}$`),
};

function referred(root: Schema, reference: string): Schema {
  const [, folder, name] = reference.split('/');
  return (root[folder!] as Record<string, Schema>)[name!]!;
}

function listFaults(rules: Schema, value: unknown[], path: string, root: Schema): string[] {
  const { items } = rules;
  const faults = value.flatMap((item, i) => {
    const rule = Array.isArray(items) ? (items[i] ?? rules['additionalItems']) : items;
    if (rule === false) return [`${path}.${i}: additionalItems`];
    return isSchema(rule) ? valueFaults(rule, item, `${path}.${i}`, root) : [];
  });
  if (value.length < ((rules['minItems'] as number) ?? 0)) faults.push(`${path}: minItems`);
  if (value.length > ((rules['maxItems'] as number) ?? Infinity)) faults.push(`${path}: maxItems`);
  const distinct = new Set(value.map((item) => JSON.stringify(item)));
  if (rules['uniqueItems'] === true && distinct.size < value.length) faults.push(`${path}: uniqueItems`);
  return faults;
}

function mapFaults(rules: Schema, value: Schema, path: string, root: Schema): string[] {
  const properties = (rules['properties'] ?? {}) as Record<string, Schema>;
  const missing = ((rules['required'] ?? []) as string[]).filter((key) => !Object.hasOwn(value, key));
  return [
    ...missing.map((key) => `${path}.${key}: required`),
    ...Object.entries(value).flatMap(([key, item]) => {
      const rule = Object.hasOwn(properties, key) ? properties[key] : rules['additionalProperties'];
      if (rule === false) return [`${path}.${key}: additionalProperties`];
      return isSchema(rule) ? valueFaults(rule, item, `${path}.${key}`, root) : [];
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
