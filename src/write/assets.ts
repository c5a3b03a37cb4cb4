import { createHash } from 'node:crypto';

export interface Asset {
  name: string;
  /** `assets/site-<fingerprint>.css`: changes with the content, so that it can be cached for good. */
  path: string;
  bytes: Uint8Array;
}

/** All style sheets as one, `site.css`, in the order of their names, with the rules that follow from the form last. */
export function bundleStyles(
  assets: readonly { name: string; bytes: Uint8Array }[],
  generated: string,
): { name: string; bytes: Uint8Array }[] {
  const styles = assets.filter(({ name }) => name.endsWith('.css'));
  const rest = assets.filter(({ name }) => !name.endsWith('.css'));
  const text = [...styles.map(({ bytes }) => Buffer.from(bytes).toString('utf8')), generated].join('\n');
  return [{ name: 'site.css', bytes: Buffer.from(text) }, ...rest];
}

export function fingerprint(assets: readonly { name: string; bytes: Uint8Array }[]): Asset[] {
  return assets.map(({ name, bytes }) => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const dot = name.lastIndexOf('.');
    return { name, bytes, path: `assets/${name.slice(0, dot)}-${hash}${name.slice(dot)}` };
  });
}
