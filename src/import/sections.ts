import { z } from 'zod';
import type { Form } from '../forms/compile.ts';
import { type Block, labelKey, ordinary } from './blocks.ts';

export interface Sections {
  /** Title as printed, without blanks. */
  title?: string;
  organName?: string;
  year?: number;
  /** 公布日期, where the document says it under the title. */
  published?: string;
  /** Between the title and section one. */
  opening: Block[];
  /** By section key, without the heading. */
  sections: Map<string, Block[]>;
  /** Before the title: navigation, dates, index numbers. */
  before: Block[];
}

const titlePattern =
  /^(.*?)(?:(20\d\d)年?度?)?政府信息公开(?:工作)?(?:(20\d\d)年?度?)?(?:年度)?(?:工作)?(?:年度)?报告$/;

/**
 * Takes a document apart at the official headings. They count in the order of the form only, so that
 * 一、 at the head of a paragraph inside section one is no heading, nor is a list of the parts in the opening.
 */
export function splitSections(form: Form, blocks: readonly Block[]): Sections {
  const result: Sections = { opening: [], sections: new Map(), before: [] };
  const chain = headingChain(form, blocks);
  const start = chain[0]?.at ?? blocks.length;
  const titleEnd = blocks.findLastIndex(
    (block, i) => i < start && block.kind === 'text' && readTitle(block.text),
  );
  const titleAt = titleStart(blocks, titleEnd);
  const read = readTitle(textsOf(blocks.slice(titleAt, titleEnd + 1)));
  if (read) Object.assign(result, read);
  result.before = blocks.slice(0, Math.max(0, titleAt));
  const between = blocks.slice(titleEnd + 1, start);
  result.opening = between.filter((block) => !isFurniture(block));
  result.before.push(...between.filter(isFurniture));
  const published = result.before.map(dateOf).find((date) => date !== undefined);
  if (published) result.published = published;
  chain.forEach(({ index, at, rest }, i) => {
    const body = blocks.slice(at + 1, chain[i + 1]?.at ?? blocks.length);
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

/** Lines that the page sets under the title: date, source, size of type. */
function isFurniture(block: Block): boolean {
  if (block.kind !== 'text') return false;
  const text = ordinary(block.text);
  return (
    /^[[【(（]?(发布|公布|公开|成文|发文|生成|更新)?(日期|时间)\s*[:：]|^(信息)?(来源|索引号|发布机构|发文字号|文号|字体|字号|浏览次数|访问量|作者|责任编辑|有效性|主题分类|名称|标题)\s*[:：]/.test(
      text,
    ) ||
    /^[[【(（]?(打印|关闭|分享|收藏|大|中|小|下载)[\]】)）]?$/.test(text) ||
    /^20\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?(\s*\d{1,2}:\d{2}(:\d{2})?)?$/.test(text)
  );
}

/** 公布日期：2024年1月15日, also 发布日期 and 2024-01-15. */
function dateOf(block: Block): string | undefined {
  if (block.kind !== 'text') return undefined;
  const [, year, month, day] =
    /^[[【(（]?(?:发布|公布|公开)(?:日期|时间)[:：](20\d\d)[-/年.](\d{1,2})[-/月.](\d{1,2})(?!\d)/.exec(
      ordinary(block.text).replaceAll(' ', ''),
    ) ?? [];
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return year && z.iso.date().safeParse(date).success ? date : undefined;
}

interface Heading {
  index: number;
  /** Which block. */
  at: number;
  /** What else stands in its line. */
  rest: string;
}

/** The headings in the order of the form; of several runs, as when the page has a list of contents, the last longest. */
function headingChain(form: Form, blocks: readonly Block[]): Heading[] {
  const found = blocks.flatMap((block, at): Heading[] => {
    const heading = block.kind === 'text' ? headingAt(form, block.text) : undefined;
    return heading ? [{ ...heading, at }] : [];
  });
  let best: Heading[] = [];
  for (const start of found) {
    if (best.length > 0 && start.index !== best[0]!.index) continue;
    const chain: Heading[] = [];
    for (const heading of found) {
      if (heading.at >= start.at && heading.index > (chain.at(-1)?.index ?? -1)) chain.push(heading);
    }
    if (chain.length >= best.length) best = chain;
  }
  return best;
}

/** The section a line is the heading of; its number may be missing or written in another way. */
function headingAt(form: Form, text: string): { index: number; rest: string } | undefined {
  const line = ordinary(text);
  const key = labelKey(line);
  for (let index = 0; index < form.sections.length; index++) {
    const full = labelKey(form.sections[index]!.heading);
    const title = full.replace(/^[一二三四五六]/, '');
    const bare = key.replace(/^(第?[一二三四五六\d]+(部分)?|\([一二三四五六\d]+\))?\.?/, '');
    if (bare === title) return { index, rest: '' };
    if (index === form.sections.length - 1 && key.startsWith(full))
      return { index, rest: afterTitle(line, title) };
  }
  return undefined;
}

/** Text that stands in the line of its heading: 六、其他需要报告的事项：无。 */
function afterTitle(line: string, title: string): string {
  const end = line.indexOf(title.slice(-4)) + 4;
  return line.slice(end).replace(/^[\s:：。]+/, '');
}

/** Takes the title of a report apart; undefined for any other line. The year may be missing. */
export function readTitle(text: string): Pick<Sections, 'title' | 'organName' | 'year'> | undefined {
  const title = ordinary(text).replace(/\s+/g, '').replace(/[〇○]/g, '0');
  const match = title.length <= 60 ? titlePattern.exec(title) : null;
  if (!match) return undefined;
  const year = match[2] ?? match[3];
  return { title, organName: match[1]!.replace(/^关于/, ''), ...(year ? { year: Number(year) } : {}) };
}
