import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ReporterContext } from '../diagnostics/reporters/index.ts';
import { decode } from '../source/decode.ts';
import { ruleText } from './rule-text.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** What the reporters need to know besides the result. */
export function reporterContext(root: string, color: boolean): ReporterContext {
  return {
    color,
    folder: folderOf(root),
    version,
    rule: ruleText,
    text: (file) => {
      try {
        const decoded = decode(readFileSync(join(root, file)));
        return 'encoding' in decoded ? undefined : decoded.text;
      } catch {
        return undefined;
      }
    },
  };
}

/** Services run a command in the folder of the repository, so the way from here is the way from there. */
function folderOf(root: string): string {
  const way = relative('', root).split(sep);
  return way[0] === '..' || way.some((part) => part.includes(':')) ? '' : way.join('/');
}
