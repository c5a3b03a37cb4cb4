// @ts-check

/**
 * Numbers that look random and are the same on every machine for the same seed.
 * @typedef {object} Random
 * @property {() => number} next  From 0 up to, not including, 1.
 * @property {(low: number, high: number) => number} int  A whole number; both ends can come.
 * @property {(chance: number) => boolean} chance
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {<T>(list: readonly T[], count: number) => T[]} some  So many of the list, in its order.
 */

/**
 * Mulberry32 over a hash of the seed.
 * @param {string} seed
 * @returns {Random}
 */
export function makeRandom(seed) {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  /** @type {Random['int']} */
  const int = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (chance) => next() < chance,
    pick: (list) => /** @type {any} */ (list[int(0, list.length - 1)]),
    some: (list, count) => {
      const left = list.map((_, i) => i);
      while (left.length > count) left.splice(int(0, left.length - 1), 1);
      return left.map((i) => /** @type {any} */ (list[i]));
    },
  };
}

/**
 * FNV-1a.
 * @param {string} text
 */
function hash(text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}
