import type { Format } from '../index.ts';
import { shownText } from '../word-xml.ts';
import { checkZip } from '../zip.ts';

/** Word; mammoth turns it into HTML with its spans, which is then read like a page. */
export default {
  endings: ['.docx'],
  async read(bytes, headings) {
    const parts = checkZip(bytes);
    const [{ default: mammoth }, { htmlBlocks }] = await Promise.all([
      import('mammoth'),
      import('../html-blocks.ts'),
    ]);
    const { value } = await mammoth.convertToHtml(
      { buffer: await withShownText(bytes, parts) },
      { ignoreEmptyParagraphs: true },
    );
    return htmlBlocks(`<body>${value}</body>`, headings);
  },
} satisfies Format;

/** The same file where its texts need no change. */
async function withShownText(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, () => Uint8Array>,
): Promise<Buffer> {
  const changed = [...parts].flatMap(([name, unpack]): [string, Uint8Array][] => {
    if (!/^word\/(document\d*|footnotes|endnotes)\.xml$/.test(name)) return [];
    const xml = new TextDecoder().decode(unpack());
    const shown = shownText(xml);
    return shown === xml ? [] : [[name, new TextEncoder().encode(shown)]];
  });
  if (changed.length === 0) return Buffer.from(bytes);
  const { zipSync } = await import('fflate');
  const all = [...parts].map(([name, unpack]): [string, Uint8Array] => [name, unpack()]);
  return Buffer.from(zipSync(Object.fromEntries([...all, ...changed]), { level: 0 }));
}
