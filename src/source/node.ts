/** A span of the source text, in UTF-16 code units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A value with its place in the text; YAML and JSON are read into the same tree. */
export type Node = MapNode | ListNode | ScalarNode;

export interface MapNode extends Span {
  kind: 'map';
  entries: Entry[];
}
export interface Entry {
  key: string;
  keySpan: Span;
  value: Node;
}
export interface ListNode extends Span {
  kind: 'list';
  items: Node[];
}
export interface ScalarNode extends Span {
  kind: 'scalar';
  value: string | number | boolean | null;
}

export type Path = readonly (string | number)[];

/** The value without positions. Of a key written twice the first counts. */
export function toValue(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toValue);
  const value: Record<string, unknown> = {};
  for (const entry of node.entries) {
    if (Object.hasOwn(value, entry.key)) continue;
    // The one name that an assignment would take for something else; defining the others costs ten times as much.
    if (entry.key === '__proto__') define(value, entry.key, toValue(entry.value));
    else value[entry.key] = toValue(entry.value);
  }
  return value;
}

function define(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Whether a value is what a map becomes. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The node at a path, and the span of its key where it has one. */
export function nodeAt(root: Node, path: Path): { node: Node; key?: Span } | undefined {
  let found: { node: Node; key?: Span } = { node: root };
  for (const step of path) {
    const { node } = found;
    if (node.kind === 'map') {
      const entry = node.entries.find((e) => e.key === String(step));
      if (!entry) return undefined;
      found = { node: entry.value, key: entry.keySpan };
    } else if (node.kind === 'list' && typeof step === 'number' && node.items[step]) {
      found = { node: node.items[step] };
    } else {
      return undefined;
    }
  }
  return found;
}
