import type { Format } from '../index.ts';
import { decodeText } from '../text.ts';

/** A saved page, with or without the portal's navigation; UTF-8, GBK or GB2312. */
export default {
  endings: ['.html', '.htm', '.shtml'],
  async read(bytes, headings) {
    const { htmlBlocks } = await import('../html-blocks.ts');
    return htmlBlocks(decodeText(bytes), headings);
  },
} satisfies Format;
