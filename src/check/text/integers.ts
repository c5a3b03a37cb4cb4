/** A list of 32-bit integers that grows; four bytes each, where an array of numbers may take three times that. */
export interface Integers {
  values: Int32Array;
  length: number;
}

export function integers(): Integers {
  return { values: new Int32Array(1024), length: 0 };
}

export function push(list: Integers, value: number): void {
  reserve(list, 1);
  list.values[list.length++] = value;
}

/** Makes room for `count` more. */
export function reserve(list: Integers, count: number): void {
  if (list.length + count <= list.values.length) return;
  const larger = new Int32Array(Math.max(list.length + count, Math.ceil(list.values.length * 1.5)));
  larger.set(list.values.subarray(0, list.length));
  list.values = larger;
}

/** The numbers in an array of their length; the list gives up its room. */
export function exact(list: Integers): Int32Array {
  const values = list.values.slice(0, list.length);
  list.values = new Int32Array(0);
  return values;
}

/**
 * Numbers by hash, without a map: `slots` hold position + 1, or 0. The caller compares, so that the
 * table costs four bytes a slot and nothing for the keys.
 */
export interface Slots {
  slots: Int32Array;
  used: number;
}

export function slots(): Slots {
  return { slots: new Int32Array(2048), used: 0 };
}

/** The position whose hash this is, or where `isIt` never agrees, `make()` entered under this hash. */
export function findOrAdd(
  table: Slots,
  hash: number,
  isIt: (position: number) => boolean,
  make: () => number,
  hashOf: (position: number) => number,
): number {
  if (table.used * 3 > table.slots.length * 2) grow(table, hashOf);
  const mask = table.slots.length - 1;
  let slot = hash & mask;
  while (table.slots[slot] !== 0) {
    const position = table.slots[slot]! - 1;
    if (isIt(position)) return position;
    slot = (slot + 1) & mask;
  }
  const position = make();
  table.slots[slot] = position + 1;
  table.used++;
  return position;
}

function grow(table: Slots, hashOf: (position: number) => number): void {
  const larger = new Int32Array(table.slots.length * 2);
  const mask = larger.length - 1;
  for (const entry of table.slots) {
    if (entry === 0) continue;
    let slot = hashOf(entry - 1) & mask;
    while (larger[slot] !== 0) slot = (slot + 1) & mask;
    larger[slot] = entry;
  }
  table.slots = larger;
}
