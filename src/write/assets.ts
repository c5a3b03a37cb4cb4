import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { isSafe } from './publish.ts';

export interface Asset {
  name: string;
  /** `assets/site-<fingerprint>.css`: changes with the content, so that it can be cached for good. */
  path: string;
  bytes: Uint8Array;
}

/** The frame comes first, so that other sheets may change it, and paper last. */
const stylePlaces = ['tokens.css', 'site.css', 'figures.css', undefined, 'print.css'];
const placeOf = (name: string) => stylePlaces.indexOf(stylePlaces.includes(name) ? name : undefined);

/** All style sheets as one, `site.css`: the frame, the others by name, print, and the rules that follow from the form. */
export function bundleStyles(
  assets: readonly { name: string; bytes: Uint8Array }[],
  generated: string,
): { name: string; bytes: Uint8Array }[] {
  const styles = assets
    .filter(({ name }) => name.endsWith('.css'))
    .sort((a, b) => placeOf(a.name) - placeOf(b.name));
  const rest = assets.filter(({ name }) => !name.endsWith('.css'));
  const text = [...styles.map(({ bytes }) => Buffer.from(bytes).toString('utf8')), generated].join('\n');
  return [{ name: 'site.css', bytes: Buffer.from(text) }, ...rest];
}

export function fingerprint(assets: readonly { name: string; bytes: Uint8Array }[]): Asset[] {
  return assets.map(({ name, bytes }) => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const ending = posix.extname(name);
    return { name, bytes, path: `assets/${name.slice(0, name.length - ending.length)}-${hash}${ending}` };
  });
}

/** Names that could not stand in an address. */
export function assetProblems(assets: readonly { name: string }[]): Diagnostic[] {
  return assets
    .filter(({ name }) => !isSafe(name))
    .map(({ name }) => {
      const file = `templates/assets/${name}`;
      const why = '网页要用的文件，名字只用字母、数字、连字符、下划线和点';
      const place = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
      return diagnose('FILE-NAME', { what: name, why }, { place });
    });
}
