import { type Block, ordinary } from './blocks.ts';

/** Paragraphs as Markdown of the data's profile; a paragraph is a line, with an empty line between two. */
export function narrative(blocks: readonly Block[]): string {
  const lines: { text: string; item: boolean }[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') {
      for (const row of block.rows)
        lines.push({ text: row.map((cell) => ordinary(cell.text)).join('　'), item: false });
      continue;
    }
    const text = ordinary(block.text);
    if (text !== '')
      lines.push({ text: block.mark ? `${block.mark} ${text}` : text, item: block.mark !== undefined });
  }
  return lines
    .map(({ text, item }, i) => (i > 0 && !(item && lines[i - 1]!.item) ? `\n${text}` : text))
    .join('\n');
}
