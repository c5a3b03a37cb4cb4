import type { Token } from 'markdown-it';
import { parseMarkdown, plainParagraphs } from './markdown.ts';

/** A stretch of text set in one way. */
export interface Run {
  text: string;
  strong?: true;
  emphasis?: true;
  /** Where a link leads. */
  href?: string;
}

/** One paragraph of official prose, or one item of a list. */
export interface NarrativeBlock {
  runs: Run[];
  /** What stands before an item: `-`, or its number as it was written (`2.`, `3)`). */
  mark?: string;
  /** Lists around it; 0 for a paragraph. */
  depth: number;
}

/** The safe profile as paragraphs of runs: what `renderMarkdown` says in HTML, for documents of other kinds. */
export function narrativeBlocks(text: string): NarrativeBlock[] {
  const plain = plainParagraphs(text);
  if (plain) return plain.map((line) => ({ runs: [{ text: line }], depth: 0 }));
  const blocks: NarrativeBlock[] = [];
  let depth = 0;
  let mark: string | undefined;
  for (const token of parseMarkdown(text)) {
    if (token.type.endsWith('_list_open')) depth++;
    else if (token.type.endsWith('_list_close')) depth--;
    else if (token.type === 'list_item_open') mark = token.info === '' ? '-' : token.info + token.markup;
    else if (token.type === 'inline') {
      blocks.push({ runs: runsOf(token.children ?? []), ...(mark ? { mark } : {}), depth });
      mark = undefined;
    }
  }
  return blocks;
}

function runsOf(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  const open = { strong: 0, em: 0 };
  let href: string | undefined;
  for (const token of tokens) {
    if (token.type === 'strong_open' || token.type === 'em_open') open[token.tag as 'strong' | 'em']++;
    else if (token.type === 'strong_close' || token.type === 'em_close') open[token.tag as 'strong' | 'em']--;
    else if (token.type === 'link_open') href = String(token.attrGet('href'));
    else if (token.type === 'link_close') href = undefined;
    else if (token.content !== '') {
      runs.push({
        text: token.content,
        ...(open.strong > 0 ? { strong: true } : {}),
        ...(open.em > 0 ? { emphasis: true } : {}),
        ...(href === undefined ? {} : { href }),
      });
    }
  }
  return runs;
}
