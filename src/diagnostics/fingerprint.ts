import type { Diagnostic } from './diagnostic.ts';

/**
 * A name for each finding that stays the same while lines move: made of code, file, cell, and the how-manieth of
 * its kind it is. In the order of the findings.
 */
export function fingerprints(diagnostics: readonly Diagnostic[]): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, place, organ, year, cell }) => {
    const kind = JSON.stringify([code, place?.file ?? '', organ ?? '', year ?? '', cell ?? '']);
    const occurrence = seen.get(kind) ?? 0;
    seen.set(kind, occurrence + 1);
    return fnv1a(`${kind}${occurrence}`);
  });
}

const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/** FNV-1a, 64 bits, over the code units of the text, in hexadecimal. It tells findings apart; it protects nothing. */
export function fnv1a(text: string): string {
  let hash = offset;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (const byte of [unit & 0xff, unit >> 8]) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
    }
  }
  return hash.toString(16).padStart(16, '0');
}
