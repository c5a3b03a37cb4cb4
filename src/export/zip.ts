import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

/** A part of an office file, packed. */
export interface Packed {
  deflated: Uint8Array;
  size: number;
  crc: number;
}

const utf8 = new TextEncoder();

/** Packed by fflate, which gives the same bytes on every machine; what Node has inside does not promise that. */
export function pack(text: string): Packed {
  const bytes = utf8.encode(text);
  return { deflated: deflateSync(bytes, { level: 6 }), size: bytes.length, crc: crc32(bytes) };
}

const sizes = { local: 30, central: 46, end: 22 };
const deflate = 8;
const version = 20;
/** 1980-01-01, the first day a zip can name: the same parts give the same bytes whatever the clock says. */
const date = 0x21;

/** Office files are zips of XML. Names are ASCII; a part that never changes can be packed once. */
export function zip(parts: Readonly<Record<string, string | Packed>>): Uint8Array {
  const files = Object.entries(parts).map(([name, part]) => ({
    name: utf8.encode(name),
    ...(typeof part === 'string' ? pack(part) : part),
  }));
  const central = files.reduce(
    (sum, { name, deflated }) => sum + sizes.local + name.length + deflated.length,
    0,
  );
  const length = files.reduce((sum, { name }) => sum + sizes.central + name.length, 0);
  const bytes = new Uint8Array(central + length + sizes.end);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const put16 = (value: number) => {
    view.setUint16(at, value, true);
    at += 2;
  };
  const put32 = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const put = (data: Uint8Array) => {
    bytes.set(data, at);
    at += data.length;
  };
  const common = ({ name, deflated, size, crc }: (typeof files)[number]) => {
    for (const value of [version, 0, deflate, 0, date]) put16(value);
    for (const value of [crc, deflated.length, size]) put32(value);
    put16(name.length);
    put16(0);
  };
  const starts = files.map((file) => {
    const start = at;
    put32(0x04034b50);
    common(file);
    put(file.name);
    put(file.deflated);
    return start;
  });
  files.forEach((file, i) => {
    put32(0x02014b50);
    put16(version);
    common(file);
    for (let zeros = 0; zeros < 3; zeros++) put16(0);
    put32(0);
    put32(starts[i]!);
    put(file.name);
  });
  put32(0x06054b50);
  put32(0);
  put16(files.length);
  put16(files.length);
  put32(length);
  put32(central);
  put16(0);
  return bytes;
}
