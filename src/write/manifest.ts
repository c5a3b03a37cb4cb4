import { createHash } from 'node:crypto';
import { z } from 'zod';
import { compareText } from '../diagnostics/diagnostic.ts';

export const manifestName = 'manifest.json';

const schema = z.object({
  version: z.literal(1),
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })),
});
/** What the site consists of; a file that is not in it is not ours. */
export type Manifest = z.infer<typeof schema>;

export function manifestEntry(path: string, content: Uint8Array): Manifest['files'][number] {
  return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

export function printManifest(files: Manifest['files']): string {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path));
  return `${JSON.stringify({ version: 1, files: sorted }, null, 1)}\n`;
}

/** Undefined for anything that is not a manifest of ours. */
export function readManifest(text: string): Manifest | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
