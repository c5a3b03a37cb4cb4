import { exact, findOrAdd, integers, push, type Slots, slots } from './integers.ts';

/**
 * Many fixed phrases looked up at any place of a text. A trie whose steps are kept in one table by hash:
 * the cost of a look-up depends on the length of the match alone, not on the number of phrases.
 */
export interface Phrases {
  /** By node: the position in the list of the phrase that ends here, or -1. The root is 0. */
  at: Int32Array;
  /** By code unit: whether a phrase begins with it. */
  first: Uint8Array;
  steps: Steps;
}

/** By node: the node before it and the code unit between; found by the hash of the two. */
interface Steps {
  table: Slots;
  before: Int32Array;
  unit: Int32Array;
}

/** Of equal phrases the first position is answered. Empty ones are left out. */
export function phraseIndex(list: readonly string[]): Phrases {
  const table = slots();
  const [at, before, unit] = [integers(), integers(), integers()];
  const first = new Uint8Array(0x10000);
  const add = (parent: number, code: number) => {
    push(at, -1);
    push(before, parent);
    push(unit, code);
    return unit.length - 1;
  };
  add(-1, 0);
  list.forEach((phrase, position) => {
    if (phrase === '') return;
    first[phrase.charCodeAt(0)] = 1;
    let node = 0;
    for (let i = 0; i < phrase.length; i++) {
      const parent = node;
      const code = phrase.charCodeAt(i);
      node = findOrAdd(
        table,
        hash(parent, code),
        (child) => before.values[child] === parent && unit.values[child] === code,
        () => add(parent, code),
        (child) => hash(before.values[child]!, unit.values[child]!),
      );
    }
    if (at.values[node]! < 0) at.values[node] = position;
  });
  return { at: exact(at), first, steps: { table, before: exact(before), unit: exact(unit) } };
}

/** The node one character further, or -1. */
export function step({ table: { slots }, before, unit }: Steps, node: number, code: number): number {
  const mask = slots.length - 1;
  for (let slot = hash(node, code) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const child = slots[slot]! - 1;
    if (before[child] === node && unit[child] === code) return child;
  }
  return -1;
}

/** Length of the longest phrase that begins at `start`; 0 if none does. */
export function longestAt(phrases: Phrases, text: string, start: number): number {
  return phraseAt(phrases, text, start)?.length ?? 0;
}

/** The longest phrase that begins at `start`. */
export function phraseAt(
  { at, first, steps }: Phrases,
  text: string,
  start: number,
): { length: number; position: number } | undefined {
  if (first[text.charCodeAt(start)] !== 1) return undefined;
  let length = 0;
  let position = -1;
  let node = 0;
  for (let i = start; i < text.length; i++) {
    node = step(steps, node, text.charCodeAt(i));
    if (node < 0) break;
    if (at[node]! < 0) continue;
    length = i + 1 - start;
    position = at[node]!;
  }
  return position < 0 ? undefined : { length, position };
}

function hash(node: number, code: number): number {
  const h = Math.imul(node ^ (code << 15), 0x9e3779b1);
  return h ^ (h >>> 15);
}
