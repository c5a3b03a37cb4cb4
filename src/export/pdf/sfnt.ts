/** What a font file says of one face in it. */
export interface Face {
  /** Family names in all languages. */
  families: string[];
  has(codePoint: number): boolean;
}

/** The faces of a .ttf, .otf, .ttc or .otc file; none for anything else. Reads the tables `name` and `cmap` of OpenType. */
export function facesOf(bytes: Uint8Array): Face[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const collection = view.getUint32(0) === tag('ttcf');
    const starts = collection
      ? Array.from({ length: view.getUint32(8) }, (_, i) => view.getUint32(12 + 4 * i))
      : [0];
    return starts.map((start) => face(view, start));
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function tag(name: string): number {
  return [...name].reduce((sum, char) => sum * 256 + char.charCodeAt(0), 0);
}

function face(view: DataView, start: number): Face {
  const tables = new Map<number, number>();
  for (let i = 0; i < view.getUint16(start + 4); i++) {
    const record = start + 12 + 16 * i;
    tables.set(view.getUint32(record), view.getUint32(record + 8));
  }
  const [name, cmap] = [tables.get(tag('name')), tables.get(tag('cmap'))];
  const ranges = cmap === undefined ? [] : rangesOf(view, cmap);
  return { families: name === undefined ? [] : familiesOf(view, name), has: (code) => within(ranges, code) };
}

const windows = 3;
/** The family with four styles, and the one that holds all weights. */
const familyNames = [1, 16];

function familiesOf(view: DataView, table: number): string[] {
  const strings = table + view.getUint16(table + 4);
  const found = new Set<string>();
  for (let i = 0; i < view.getUint16(table + 2); i++) {
    const record = table + 6 + 12 * i;
    if (view.getUint16(record) !== windows || !familyNames.includes(view.getUint16(record + 6))) continue;
    const [length, offset] = [view.getUint16(record + 8), view.getUint16(record + 10)];
    const units = Array.from({ length: length / 2 }, (_, unit) =>
      view.getUint16(strings + offset + 2 * unit),
    );
    found.add(
      String.fromCharCode(...units)
        .replaceAll('\0', '')
        .trim(),
    );
  }
  return [...found];
}

type Range = readonly [from: number, to: number];

/** From the richest of the tables for Unicode: format 12, or format 4, which ends at U+FFFF. */
function rangesOf(view: DataView, table: number): Range[] {
  const subtables = Array.from({ length: view.getUint16(table + 2) }, (_, i) => {
    const offset = table + view.getUint32(table + 8 + 8 * i);
    return { offset, format: view.getUint16(offset) };
  });
  const full = subtables.find(({ format }) => format === 12)?.offset;
  if (full !== undefined) {
    return Array.from({ length: view.getUint32(full + 12) }, (_, i): Range => {
      const group = full + 16 + 12 * i;
      return [view.getUint32(group), view.getUint32(group + 4)];
    });
  }
  const basic = subtables.find(({ format }) => format === 4)?.offset;
  if (basic === undefined) return [];
  const doubled = view.getUint16(basic + 6);
  return Array.from({ length: doubled / 2 }, (_, i): Range => {
    const end = basic + 14 + 2 * i;
    return [view.getUint16(end + doubled + 2), view.getUint16(end)];
  });
}

/** Ranges are in rising order. */
function within(ranges: readonly Range[], code: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] < code) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range[0] <= code && code <= range[1];
}
