/**
 * Many fixed phrases looked up at any place of a text, the longest first. A trie in one map:
 * the cost of a look-up depends on the length of the match alone, not on the number of phrases.
 */
export interface Phrases {
  /** `node * 65536 + code unit` to the next node. The root is 0. */
  next: ReadonlyMap<number, number>;
  /** By node: position in the list of phrases, or -1. */
  at: readonly number[];
  /** By code unit: whether a phrase begins with it. */
  first: Uint8Array;
}

const width = 0x10000;

/** Of equal phrases the first position is answered. Empty ones are left out. */
export function phraseIndex(list: readonly string[]): Phrases {
  const next = new Map<number, number>();
  const at = [-1];
  const first = new Uint8Array(width);
  list.forEach((phrase, position) => {
    if (phrase === '') return;
    first[phrase.charCodeAt(0)] = 1;
    let node = 0;
    for (let i = 0; i < phrase.length; i++) {
      const key = node * width + phrase.charCodeAt(i);
      let child = next.get(key);
      if (child === undefined) {
        child = at.length;
        next.set(key, child);
        at.push(-1);
      }
      node = child;
    }
    if (at[node]! < 0) at[node] = position;
  });
  return { next, at, first };
}

/** Length of the longest phrase that begins at `start`; 0 if none does. */
export function longestAt(phrases: Phrases, text: string, start: number): number {
  return walk(phrases, text, start)?.length ?? 0;
}

/** The longest phrase that begins at `start`. */
export function phraseAt(
  phrases: Phrases,
  text: string,
  start: number,
): { length: number; position: number } | undefined {
  return walk(phrases, text, start);
}

function walk({ next, at, first }: Phrases, text: string, start: number) {
  if (first[text.charCodeAt(start)] !== 1) return undefined;
  let node: number | undefined = 0;
  let found: { length: number; position: number } | undefined;
  for (let i = start; i < text.length; i++) {
    node = next.get(node * width + text.charCodeAt(i));
    if (node === undefined) break;
    const position = at[node]!;
    if (position >= 0) found = { length: i - start + 1, position };
  }
  return found;
}
