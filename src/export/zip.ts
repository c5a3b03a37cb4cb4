import { strToU8, type Zippable, zipSync } from 'fflate';

/** Times in a zip have no zone and are read from the local clock, so this day is the same everywhere. */
const epoch = new Date(1980, 0, 1);

/** Office files are zips of XML. The same parts give the same bytes: no clock, and the packing is not the machine's. */
export function zip(parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text);
  return zipSync(files, { level: 6, mtime: epoch });
}
