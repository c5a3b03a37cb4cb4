import type { Format } from '../index.ts';
import { checkZip } from '../zip.ts';

/** Word; mammoth turns it into HTML with its spans, which is then read like a page. */
export default {
  endings: ['.docx'],
  async read(bytes, headings) {
    checkZip(bytes);
    const [{ default: mammoth }, { htmlBlocks }] = await Promise.all([
      import('mammoth'),
      import('../html-blocks.ts'),
    ]);
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { ignoreEmptyParagraphs: true },
    );
    return htmlBlocks(`<body>${value}</body>`, headings);
  },
} satisfies Format;
