/**
 * Many fixed phrases looked up at any place of a text. A trie whose steps are kept in one table by hash:
 * the cost of a look-up depends on the length of the match alone, not on the number of phrases.
 */
export interface Phrases {
  /** By code unit: whether a phrase begins with it. */
  first: Uint8Array;
  /** Places of four numbers: the node before, the code unit, the node after, the phrase that ends there. */
  steps: Int32Array;
}

const width = 4;
/** Of a place: the node after the step; 0, which is the root, where there is no such step. */
export const nodeAfter = 2;
/** Of a place: the position in the list of the phrase that ends with the step, or -1. */
export const phraseEnd = 3;

/** Of equal phrases the first position is answered. Empty ones are left out. */
export function phraseIndex(list: readonly string[]): Phrases {
  const first = new Uint8Array(0x10000);
  let steps: Int32Array = new Int32Array(256 * width);
  let nodes = 1;
  list.forEach((phrase, position) => {
    if (phrase === '') return;
    first[phrase.charCodeAt(0)] = 1;
    let node = 0;
    let place = 0;
    for (let i = 0; i < phrase.length; i++) {
      if (nodes * 2 * width > steps.length) steps = enlarged(steps);
      const code = phrase.charCodeAt(i);
      place = stepPlace(steps, node, code);
      if (steps[place + nodeAfter] === 0) steps.set([node, code, nodes++, -1], place);
      node = steps[place + nodeAfter]!;
    }
    if (steps[place + phraseEnd]! < 0) steps[place + phraseEnd] = position;
  });
  return { first, steps };
}

function enlarged(steps: Int32Array): Int32Array {
  const larger = new Int32Array(steps.length * 2);
  for (let place = 0; place < steps.length; place += width) {
    if (steps[place + nodeAfter] === 0) continue;
    larger.set(steps.subarray(place, place + width), stepPlace(larger, steps[place]!, steps[place + 1]!));
  }
  return larger;
}

/** The place of the step from a node with a code unit, or the empty one where it would be. */
export function stepPlace(steps: Int32Array, node: number, code: number): number {
  const mask = steps.length - 1;
  const hash = Math.imul(node ^ (code << 15), 0x9e3779b1);
  let place = Math.imul(hash ^ (hash >>> 15), width) & mask;
  while (steps[place + nodeAfter] !== 0 && (steps[place] !== node || steps[place + 1] !== code)) {
    place = (place + width) & mask;
  }
  return place;
}

/** Length of the longest phrase that begins at `start`; 0 if none does. */
export function longestAt(phrases: Phrases, text: string, start: number): number {
  return phraseAt(phrases, text, start)?.length ?? 0;
}

/** The longest phrase that begins at `start`. */
export function phraseAt(
  { first, steps }: Phrases,
  text: string,
  start: number,
): { length: number; position: number } | undefined {
  if (first[text.charCodeAt(start)] !== 1) return undefined;
  let found: { length: number; position: number } | undefined;
  let node = 0;
  for (let i = start; i < text.length; i++) {
    const place = stepPlace(steps, node, text.charCodeAt(i));
    node = steps[place + nodeAfter]!;
    if (node === 0) break;
    const position = steps[place + phraseEnd]!;
    if (position >= 0) found = { length: i + 1 - start, position };
  }
  return found;
}
