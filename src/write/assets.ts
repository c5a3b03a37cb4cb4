import { createHash } from 'node:crypto';

export interface Asset {
  name: string;
  /** `assets/site-<fingerprint>.css`: changes with the content, so that it can be cached for good. */
  path: string;
  bytes: Uint8Array;
}

export function fingerprint(assets: readonly { name: string; bytes: Uint8Array }[]): Asset[] {
  return assets.map(({ name, bytes }) => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const dot = name.lastIndexOf('.');
    return { name, bytes, path: `assets/${name.slice(0, dot)}-${hash}${name.slice(dot)}` };
  });
}
