/**
 * Numbers that stand for a short text: two hashes that tell whether two texts are equal, a sketch of
 * its pairs of characters that tells how much of them two texts have in common, and anchors that near
 * equal texts probably share. Everything is 32-bit integer arithmetic, the same on every machine.
 */

/** Length of a sketch in 32-bit words. */
export const sketchWords = 4;
/** An anchor is made of the least hashes under this many orders of the character pairs. */
const rowsPerAnchor = 3;
export const anchorCount = 3;

/** A text as code units, in a buffer that holds other texts too. */
export interface Units {
  codes: Uint16Array;
  from: number;
  to: number;
}

/** The finaliser of MurmurHash3 (public domain): every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A 32-bit hash of a text; different seeds give independent hashes. */
export function hashText({ codes, from, to }: Units, seed: number): number {
  let h = seed | 0;
  for (let i = from; i < to; i++) h = Math.imul(h ^ codes[i]!, 0x01000193);
  return mix(h ^ (to - from));
}

const orders = Array.from({ length: rowsPerAnchor * anchorCount }, (_, i) => mix(i + 1));
const least = new Int32Array(orders.length);

/**
 * Writes the sketch of a text into `sketches` at `at`, and its anchors into `anchors`.
 * Two texts of which the share s of all character pairs is common agree in one anchor with the
 * probability s³ (MinHash with bands of three rows).
 */
export function fingerprint(
  { codes, from, to }: Units,
  sketches: Int32Array,
  at: number,
  anchors: Int32Array,
): void {
  sketches.fill(0, at, at + sketchWords);
  least.fill(0x7fffffff);
  for (let i = from; i + 1 < to; i++) {
    const h = mix((codes[i]! << 16) | codes[i + 1]!);
    sketches[at + ((h >>> 5) & (sketchWords - 1))]! |= 1 << (h & 31);
    for (let k = 0; k < orders.length; k++) {
      const value = Math.imul(h ^ orders[k]!, 0x9e3779b1);
      const ordered = value ^ (value >>> 15);
      if (ordered < least[k]!) least[k] = ordered;
    }
  }
  for (let a = 0; a < anchorCount; a++) {
    let h = a + 1;
    for (let r = 0; r < rowsPerAnchor; r++) h = mix(Math.imul(h, 31) ^ least[a * rowsPerAnchor + r]!);
    anchors[a] = h;
  }
}

/** How many bits a sketch has. */
export function sketchSize(sketches: Int32Array, at: number): number {
  let bits = 0;
  for (let i = 0; i < sketchWords; i++) bits += bitCount(sketches[at + i]!);
  return bits;
}

/** Two texts are nearly the same from this overlap of their character pairs on. */
const nearly = 0.66;

/**
 * Dice coefficient of two sketches at their places and with their sizes; 0 where the texts are not
 * nearly the same. Pairs that fall on the same bit can raise it a little, never lower it much.
 */
export function overlap(sketches: Int32Array, a: number, sizeA: number, b: number, sizeB: number): number {
  const least = (nearly * (sizeA + sizeB)) / 2;
  if (sizeA < least || sizeB < least) return 0;
  let bits = 0;
  for (let i = 0; i < sketchWords; i++) bits += bitCount(sketches[a + i]! & sketches[b + i]!);
  return bits < least ? 0 : (2 * bits) / (sizeA + sizeB);
}

function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
