import { type Block, ordinary } from './blocks.ts';
import { withoutRadicals } from './radicals.ts';

export interface TextDifference {
  /** What only the document has, and what only the data has. */
  document: string;
  data: string;
}

/** Compares the text of a document with what was made of it, character by character; blanks do not count. */
export function compareText(document: readonly Block[], data: string): TextDifference | undefined {
  const a = characters(document.map(textOf).join(''));
  const b = characters(data);
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  if (start === a.length && start === b.length) return undefined;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return {
    document: a.slice(start, a.length - end).join(''),
    data: b.slice(start, b.length - end).join(''),
  };
}

/** All that stands in a block, as the document has it. */
function textOf(block: Block): string {
  if (block.kind === 'text') return `${block.mark ?? ''}${block.text}`;
  return block.rows.map((cells) => cells.map(({ text }) => text).join('')).join('');
}

function characters(text: string): string[] {
  return [...withoutRadicals(ordinary(text)).replace(/\s/g, '')];
}
