import { inflateRawSync } from 'node:zlib';
import { ImportFault } from './fault.ts';

/** What all parts of a report may come to when unpacked. */
const largest = 100_000_000;
const mostParts = 3000;

interface Part {
  name: string;
  packed: number;
  size: number;
  offset: number;
  stored: boolean;
  encrypted: boolean;
}

/**
 * Looks an Office file over before a library unpacks it: that it is whole, not encrypted, and no bomb. The sizes it
 * states are checked by unpacking, part by part and never beyond them. Gives its parts by name, to be unpacked.
 */
export function checkZip(bytes: Uint8Array): Map<string, () => Uint8Array> {
  const parts = listParts(bytes);
  if (parts.some(({ encrypted }) => encrypted)) throw new ImportFault('文件加了密码，去掉密码再读。');
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  if (total > largest) throw new ImportFault('解开以后太大，不像一份年度报告。');
  for (const part of parts) checkPart(bytes, part);
  return new Map(parts.map((part) => [part.name, () => unpack(packedPart(bytes, part), part)]));
}

function listParts(bytes: Uint8Array): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const truncated = () => new ImportFault('文件不完整，可能没有下载完。');
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < lowest) throw truncated();
  const count = view.getUint16(end + 10, true);
  if (count > mostParts) throw new ImportFault('里面的部件太多，不像一份年度报告。');
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw truncated();
    const nameLength = view.getUint16(at + 28, true);
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      stored: view.getUint16(at + 10, true) === 0,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function packedPart(bytes: Uint8Array, { name, packed, offset }: Part): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length) throw broken(name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw broken(name);
  return bytes.subarray(start, start + packed);
}

function broken(name: string): ImportFault {
  return new ImportFault(`文件已损坏（${name}）。`);
}

function checkPart(bytes: Uint8Array, part: Part): void {
  const { name, size } = part;
  const packed = packedPart(bytes, part);
  try {
    const content = unpack(packed, part);
    if (content.length !== size) throw broken(name);
    if (/\.(xml|rels)$/.test(name) && isTooDeep(content))
      throw new ImportFault('层次套得太深，不像一份年度报告。');
  } catch (error) {
    throw error instanceof ImportFault ? error : broken(name);
  }
}

function unpack(packed: Uint8Array, { size, stored }: Part): Uint8Array {
  return stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
}

/** Far more than Word writes, and far fewer than libraries can follow. */
const maxDepth = 300;

/** Opening tags that are not closed, counted byte by byte: `<` and a name, `</`, `/>`. */
function isTooDeep(xml: Uint8Array): boolean {
  const [open, slash, mark, question, close] = [...'</!?>'].map((char) => char.charCodeAt(0));
  let depth = 0;
  for (let at = xml.indexOf(open!); at >= 0; at = xml.indexOf(open!, at + 1)) {
    const next = xml[at + 1];
    if (next === mark || next === question) continue;
    if (next === slash) depth--;
    else {
      const end = xml.indexOf(close!, at);
      if (end < 0 || xml[end - 1] !== slash) depth++;
    }
    if (depth > maxDepth) return true;
  }
  return false;
}
