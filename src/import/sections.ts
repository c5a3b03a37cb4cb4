import type { Form } from '../forms/compile.ts';
import type { Block } from './blocks.ts';
import { dateOf, endOfText, isFurniture } from './furniture.ts';
import { type Heading, headingChain, isContents } from './headings.ts';
import { readTitle, type Title, yearBelow } from './title.ts';

export interface Sections extends Partial<Title> {
  /** 公布日期, where the document says it under the title. */
  published?: string;
  /** Between the title and section one. */
  opening: Block[];
  /** By section key, without the heading. */
  sections: Map<string, Block[]>;
  /** Before the title and below the text: navigation, dates, index numbers, a list of contents, the signature. */
  around: Block[];
  /** Headings that are worded in another way. */
  odd: Heading[];
}

/**
 * Takes a document apart at the official headings. They count in the order of the form only, so that
 * 一、 at the head of a paragraph inside section one is no heading, nor is a list of the parts in the opening.
 */
export function splitSections(form: Form, blocks: readonly Block[]): Sections {
  const result: Sections = { opening: [], sections: new Map(), around: [], odd: [] };
  const chain = headingChain(form, blocks);
  result.odd = chain.filter(({ resembles }) => resembles !== undefined);
  const start = chain[0]?.at ?? blocks.length;
  let titleEnd = blocks.findLastIndex(
    (block, i) => i < start && block.kind === 'text' && readTitle(block.text),
  );
  const titleAt = titleStart(blocks, titleEnd);
  const read = readTitle(textsOf(blocks.slice(titleAt, titleEnd + 1)));
  if (read) Object.assign(result, read);
  const below = blocks[titleEnd + 1];
  const year = read && below?.kind === 'text' && titleEnd + 1 < start ? yearBelow(below.text) : undefined;
  if (year) titleEnd++;
  if (year && !read?.year) result.year = year;
  const between = blocks.slice(titleEnd + 1, start);
  // The name of the organ may need two lines: 发布机构：示例县…… and the rest below.
  const isRestOfName = (i: number) =>
    i > 0 &&
    !!result.organName &&
    isFurniture(between[i - 1]!) &&
    textsOf(between.slice(i - 1, i + 1))
      .replace(/\s/g, '')
      .endsWith(result.organName);
  const isAround = (block: Block, i: number) =>
    isFurniture(block) || isContents(form, block) || isRestOfName(i);
  result.opening = between.filter((block, i) => !isAround(block, i));
  result.around = [...blocks.slice(0, Math.max(0, titleAt)), ...between.filter(isAround)];
  const published = result.around.map(dateOf).find((date) => date !== undefined);
  if (published) result.published = published;
  chain.forEach(({ index, at, rest }, i) => {
    const all = blocks.slice(at + 1, chain[i + 1]?.at ?? blocks.length);
    const end = i === chain.length - 1 ? endOfText(all, result.organName) : all.length;
    const body = all.slice(0, end);
    result.around.push(...all.slice(end));
    const first: Block[] = rest === '' ? [] : [{ ...blocks[at]!, text: rest } as Block];
    result.sections.set(form.sections[index]!.key, [...first, ...body]);
  });
  return result;
}

/** A title may be set over several lines: 某县某镇人民政府2023年, below it 政府信息公开工作年度报告. */
function titleStart(blocks: readonly Block[], end: number): number {
  let start = end;
  for (let at = end; at >= 0 && at > end - mostTitleLines; at--) {
    const known = readTitle(textsOf(blocks.slice(start, end + 1)));
    if (known?.organName && known.year) break;
    const more =
      at === end
        ? known
        : isFurniture(blocks[at]!)
          ? undefined
          : readTitle(textsOf(blocks.slice(at, end + 1)));
    if (!more) break;
    if (more.organName || more.year) start = at;
  }
  return start;
}

const mostTitleLines = 3;

function textsOf(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'text' ? block.text : '\n')).join('');
}
