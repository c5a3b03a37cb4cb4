import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Href, Links } from './links.ts';
import {
  attributeOf,
  bitOf,
  has,
  readTags,
  type Tag,
  type TagName,
  textOf,
  valueEnd,
  valueStart,
} from './tags.ts';
import { meant, type Word, type Words } from './words.ts';

/**
 * Characters above which a page is slow on a phone. A report of a township has about 40,000; pages that list every
 * organ grow with the site.
 */
const budgets: readonly (readonly [paths: RegExp, budget: number])[] = [
  [/^organs\/[^/]+\/\d+\.html$/, 75_000],
  [/^(index|search|compare|404)\.html$|^years\//, 500_000],
];
const pageBudget = 150_000;

function budgetOf(path: string): number {
  return budgets.find(([paths]) => paths.test(path))?.[1] ?? pageBudget;
}

const id = attributeOf('id');
const href = attributeOf('href');
const src = attributeOf('src');
const rel = attributeOf('rel');
const type = attributeOf('type');
const scope = attributeOf('scope');
const alt = attributeOf('alt');
const style = attributeOf('style');

/** Attributes that name other elements of the page by their id. */
const naming = (
  ['aria-labelledby', 'aria-describedby', 'aria-controls', 'popovertarget', 'for'] as const
).map((name) => ({ name, number: attributeOf(name) }));
const namingBits = bitsOf(naming.map(({ number }) => number));
const linking = bitsOf([href, src]);
/** What tells of a drawing, or says that there is nothing to tell. */
const telling = bitsOf((['aria-labelledby', 'aria-label', 'aria-hidden'] as const).map(attributeOf));

function bitsOf(attributes: readonly number[]): number {
  return attributes.reduce((bits, attribute) => bits | bitOf(attribute), 0);
}

export interface Page {
  path: string;
  html: string;
  /** No other page has it. */
  number: number;
  ids: Words;
  links: Links;
}

interface Link {
  at: number;
  href: Href;
}

/** A tag that is still spoken of when the next ones are read. */
type Place = Pick<Tag, 'at' | 'nameEnd'>;

/**
 * What one page shows by itself. Gives its ids and the links that are to be followed: not those out of the site, nor
 * those that lead to an id of the page.
 */
export function auditPage(
  { path, html, number, ids, links }: Page,
  found: Diagnostic[],
): { ids: Word[]; links: Link[] } {
  const own: Word[] = [];
  const leading: Link[] = [];
  const named: (Place & { attribute: string; goal: string })[] = [];
  const lines = lineCounter(html);
  const report = ({ at, nameEnd }: Place, what: string) => {
    const { line, column } = lines(at);
    const place = { file: path, line, column, endLine: line, endColumn: column + nameEnd - at };
    found.push(diagnose('AUD-PAGE', { what }, { place }));
  };
  const follow = (tag: Tag, attribute: number) => {
    const address = links.read(html, valueStart(tag, attribute), valueEnd(tag, attribute));
    if (!address.outside) leading.push({ at: tag.at, href: address });
    else if (attribute === src || (tag.name === 'link' && textOf(tag, rel) !== 'canonical')) {
      if (!address.href.startsWith('data:')) report(tag, `要向别的网站取东西（${address.href}）`);
    }
  };
  let heading = 0;
  let openTable: Place | undefined;
  readTags(html, (tag) => {
    const { name, at, nameEnd, present } = tag;
    if (has(tag, id)) {
      const word = meant(ids.read(html, valueStart(tag, id), valueEnd(tag, id)));
      if (word.page === number) report(tag, `两处用了同一个 id “${word.text}”`);
      else own.push(word);
      word.page = number;
    }
    if ((present & namingBits) !== 0) {
      for (const attribute of naming) {
        const goals = textOf(tag, attribute.number)?.split(' ') ?? [];
        for (const goal of goals) named.push({ at, nameEnd, attribute: attribute.name, goal });
      }
    }
    if (isInline(tag)) report(tag, '有内联的样式或脚本，浏览器按安全策略不会执行');
    if (openTable && name !== 'caption') report(openTable, '表格没有标题（caption）');
    openTable = name === 'table' ? { at, nameEnd } : undefined;
    if (name !== undefined) {
      if (name === 'th' && !has(tag, scope)) report(tag, '表头没有说明管行还是管列（scope）');
      if (name === 'img' && !has(tag, alt)) report(tag, '图片没有替代文字（alt）');
      if (name === 'svg' && (present & telling) === 0) report(tag, '图形没有名称，也没有对读屏软件隐藏');
      const level = headingLevel(name);
      if (level > 0) {
        if (level > heading + 1)
          report(tag, heading === 0 ? '第一个标题不是一级标题' : `标题从${heading}级跳到${level}级`);
        if (level === 1 && heading > 0) report(tag, '一页有两个一级标题');
        heading = level;
      }
    }
    if ((present & linking) === 0 || name === 'base') return;
    if (has(tag, href)) follow(tag, href);
    if (has(tag, src)) follow(tag, src);
  });
  for (const { attribute, goal, ...tag } of named) {
    if (ids.of(goal).page !== number) report(tag, `${attribute} 指的 “${goal}” 这一页没有`);
  }
  const budget = budgetOf(path);
  if (html.length > budget) {
    const place = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    found.push(diagnose('AUD-SIZE', { size: html.length, budget }, { place }));
  }
  const outward = leading.filter(({ href: { path, id } }) => path !== undefined || id?.page !== number);
  return { ids: own, links: outward };
}

/** Styles and scripts that stand in the page; a block of data is no script. */
function isInline(tag: Tag): boolean {
  if (tag.name === 'style') return true;
  if (tag.name === 'script' && !has(tag, src)) return textOf(tag, type) !== 'application/ld+json';
  return tag.acts || has(tag, style);
}

/** 1 to 6, 0 for what is no heading. */
function headingLevel(name: TagName): number {
  return name.length === 2 && name[0] === 'h' ? Number(name[1]) : 0;
}

/** Positions are mostly asked for in rising order; each is counted on from the one before. */
export function lineCounter(text: string): (offset: number) => { line: number; column: number } {
  let line = 1;
  let start = 0;
  return (offset) => {
    if (offset < start) [line, start] = [1, 0];
    for (let next = text.indexOf('\n', start); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
      line++;
      start = next + 1;
    }
    return { line, column: offset - start + 1 };
  };
}
