import { type Node as JsonNode, type ParseError, parseTree } from 'jsonc-parser';
import type { Parsed, SourceFault } from './fault.ts';
import { jsonFaults } from './json-faults.ts';
import type { Entry, Node, Span } from './node.ts';
import { plainScalar } from './scalar.ts';

/** Reads strict JSON: no comments, no trailing commas. */
export function parseJson(text: string): Parsed {
  if (text.trim() === '') return { faults: [{ code: 'SRC-EMPTY', what: '', start: 0, end: 0 }] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const faults = jsonFaults(text, errors.slice(0, maxErrors));
  return tree ? { root: convert(text, tree, faults), faults } : { faults };
}

/** As for YAML: each error is looked at in the whole text. */
const maxErrors = 200;

function convert(text: string, node: JsonNode, faults: SourceFault[]): Node {
  const start = node.offset;
  const end = node.offset + node.length;
  if (node.type === 'object') {
    return { kind: 'map', start, end, entries: entries(text, node.children ?? [], faults) };
  }
  if (node.type === 'array') {
    return {
      kind: 'list',
      start,
      end,
      items: (node.children ?? []).map((child) => convert(text, child, faults)),
    };
  }
  const value = node.type === 'number' ? plainScalar(text.slice(start, end)) : (node.value ?? null);
  return { kind: 'scalar', start, end, value };
}

function entries(text: string, properties: JsonNode[], faults: SourceFault[]): Entry[] {
  const seen = new Map<string, Span>();
  return properties.map((property) => {
    const [name, value] = property.children ?? [];
    const key = String(name?.value);
    const keySpan = { start: name?.offset ?? 0, end: (name?.offset ?? 0) + (name?.length ?? 0) };
    const first = seen.get(key);
    if (first) faults.push({ code: 'SRC-DUPLICATE-KEY', what: key, first, ...keySpan });
    seen.set(key, first ?? keySpan);
    return {
      key,
      keySpan,
      value: value
        ? convert(text, value, faults)
        : { kind: 'scalar', value: null, start: keySpan.end, end: keySpan.end },
    };
  });
}
