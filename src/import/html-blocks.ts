import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';
import { type Block, labelKey, type SourceCell } from './blocks.ts';
import { ImportFault } from './fault.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const skipped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'aside',
  'footer',
  'button',
  'select',
  'svg',
  'head',
  'iframe',
  'object',
]);
/** What begins and ends a paragraph; anything else, also what no standard knows, stands within one. */
const blockNames = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody ' +
    'td tfoot th thead tr ul'
  ).split(' '),
);

/** Paragraphs and tables of a page, in reading order; only the part that holds the official headings, where there is one. */
export function htmlBlocks(html: string, headings: readonly string[]): Block[] {
  if (isTooDeep(html)) throw new ImportFault('网页的层次套得太深，不像一份年度报告。');
  const document = parse(html);
  const body = find(document, 'body') ?? document;
  return collect(mainPart(body, headings.map(labelKey)));
}

/** Far more than any page has, and far fewer than can be followed on any machine. */
const maxDepth = 1000;

/** Elements that have to be closed, and are not: counted before anything is built. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (unclosed.has(name!.toLowerCase())) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    if (depth > maxDepth) return true;
  }
  return false;
}

/** Elements without an end tag, or with one that may be left out. */
const unclosed = new Set(
  (
    'area base body br col colgroup dd dt embed head hr html img input li link meta option p param source tbody td ' +
    'tfoot th thead tr track wbr'
  ).split(' '),
);

/** The smallest part of the page that holds the first and the last heading and nearly all there is in tables. */
function mainPart(node: Node, headings: readonly string[]): Node {
  const first = headings[0];
  const last = headings.at(-1);
  if (first === undefined || last === undefined || !('childNodes' in node)) return node;
  const weight = weigh(node);
  const inner = node.childNodes.find((child) => {
    if (weigh(child) < weight * 0.7) return false;
    const text = labelKey(textOf(child));
    return text.includes(first) && text.includes(last);
  });
  return inner && 'childNodes' in inner ? mainPart(inner, headings) : node;
}

/** How much of a report a part holds: its table cells, or its letters where it has none. */
function weigh(node: Node): number {
  const cells = countCells(node);
  return cells > 0 ? cells * 1000 : textOf(node).length;
}

function countCells(node: Node): number {
  if (!('childNodes' in node)) return 0;
  const own = tree.isElementNode(node) && (node.tagName === 'td' || node.tagName === 'th') ? 1 : 0;
  return node.childNodes.reduce((sum, child) => sum + countCells(child), own);
}

function collect(root: Node): Block[] {
  const blocks: Block[] = [];
  let line = '';
  let mark: string | undefined;
  let paragraphs = 0;
  let tables = 0;
  const flush = () => {
    if (line.trim() !== '') {
      paragraphs++;
      blocks.push({ kind: 'text', text: line, where: `第${paragraphs}段`, ...(mark ? { mark } : {}) });
    }
    line = '';
    mark = undefined;
  };
  const visit = (node: Node) => {
    if (tree.isTextNode(node)) {
      line += node.value.replace(/[\r\n\t ]+/g, ' ');
      return;
    }
    if (!('childNodes' in node)) return;
    if (!tree.isElementNode(node)) return void node.childNodes.forEach(visit);
    const name = node.tagName;
    if (skipped.has(name) || isNoteMark(node)) return;
    if (name === 'li' && isNote(node)) {
      flush();
      const text = textOf(node).replace(/[↑\s]+$/, '');
      if (text !== '')
        blocks.push({
          kind: 'text',
          text,
          where: `脚注${node.attrs[0]!.value.replace(/\D+/g, '')}`,
          note: true,
        });
      return;
    }
    if (name === 'br') return flush();
    if (name === 'table' && isData(node)) {
      flush();
      tables++;
      blocks.push({ kind: 'table', rows: tableRows(node, tables), where: `第${tables}个表` });
      return;
    }
    if (!blockNames.has(name)) {
      const strong = (name === 'strong' || name === 'b') && isWholeParagraph(node) === false;
      if (strong) line += '**';
      node.childNodes.forEach(visit);
      if (strong) line += '**';
      return;
    }
    flush();
    if (name === 'li') mark = parentName(node) === 'ol' ? `${indexInList(node)}.` : '-';
    node.childNodes.forEach(visit);
    flush();
  };
  visit(root);
  flush();
  return blocks;
}

/** A table of figures; one that only holds the page together is read as paragraphs. */
function isData(table: Element): boolean {
  return find(table, 'table', true) === undefined && cellsOf(table).length > 3;
}

function tableRows(table: Element, number: number): SourceCell[][] {
  /** Up to which row each column is taken by a cell from above. */
  const taken: number[] = [];
  return rowsOf(table).map((row, r) => {
    let column = 0;
    return children(row, ['td', 'th']).map((cell, c) => {
      while ((taken[column] ?? 0) > r) column++;
      const start = column;
      const end = start + spanOf(cell, 'colspan');
      for (; column < end; column++) taken[column] = r + spanOf(cell, 'rowspan');
      return {
        text: cellText(cell),
        column: start,
        where: `第${number}个表第${r + 1}行第${c + 1}格`,
      };
    });
  });
}

/** HTML allows no more than 1000; a table of the form is narrow. */
function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const written = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(written) && written > 1 ? Math.min(written, 100) : 1;
}

function rowsOf(table: Element): Element[] {
  return children(table, ['tr']).concat(
    children(table, ['thead', 'tbody', 'tfoot']).flatMap((part) => children(part, ['tr'])),
  );
}

function cellsOf(table: Element): Element[] {
  return rowsOf(table).flatMap((row) => children(row, ['td', 'th']));
}

function children(node: Element, names: readonly string[]): Element[] {
  return node.childNodes.filter(
    (child): child is Element => tree.isElementNode(child) && names.includes(child.tagName),
  );
}

function find(node: Node, name: string, below = false): Element | undefined {
  if (!below && tree.isElementNode(node) && node.tagName === name) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

/** A raised link in a cell leads to a note; it is not part of the number. */
function isFootnoteLink(node: Element): boolean {
  return node.tagName === 'sup' && find(node, 'a') !== undefined;
}

/** 34 with a raised ① or 1. */
function isRaisedMark(node: Element): boolean {
  return node.tagName === 'sup' && /^[\s[［(（【注]*[\d①-⑳*＊※]*[\s\]］)）】]*$/.test(textOf(node));
}

const struck = new Set(['del', 's', 'strike']);

/** What a reader of a cell does not see, or sees struck out. */
function isUnseen({ tagName, attrs }: Element): boolean {
  const of = (name: string) => attrs.find((attribute) => attribute.name === name)?.value;
  return (
    struck.has(tagName) ||
    of('hidden') !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(of('style') ?? '')
  );
}

/** A field of a form shows its value; a picture shows what nobody can read here. */
function shownBy({ tagName, attrs }: Element): string | undefined {
  if (tagName === 'img') return picture;
  if (tagName !== 'input') return undefined;
  const of = (name: string) => attrs.find((attribute) => attribute.name === name)?.value ?? '';
  return /^(text|number|)$/i.test(of('type')) ? of('value') : '';
}

const picture = '［图片］';

/** The text of a cell as a reader sees it. What is only struck out, raised or hidden is no number, and is no blank. */
function cellText(cell: Element): string {
  const text = innerText(cell);
  const words = text.replaceAll(picture, '');
  if (words.trim() !== '' || text.trim() !== '') return words.trim() === '' ? text : words;
  const unseen = innerText(cell, true).trim();
  return unseen === '' ? '' : `［${unseen}］`;
}

/** Lines and paragraphs of a cell stay apart: 1 over 2 is not 12. */
function innerText(node: Node, all = false): string {
  if (tree.isTextNode(node)) return node.value;
  if (!('childNodes' in node)) return '';
  if (tree.isElementNode(node)) {
    if (skipped.has(node.tagName) || isFootnoteLink(node)) return '';
    if (!all && (isUnseen(node) || isRaisedMark(node))) return '';
    const shown = shownBy(node);
    if (shown !== undefined) return shown;
  }
  const inner = node.childNodes.map((child) => innerText(child, all)).join('');
  if (!tree.isElementNode(node)) return inner;
  if (node.tagName === 'br') return ' ';
  return blockNames.has(node.tagName) ? ` ${inner} ` : inner;
}

function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (!('childNodes' in node) || (tree.isElementNode(node) && skipped.has(node.tagName))) return '';
  return node.childNodes.map(textOf).join('');
}

/** A paragraph all in bold is a heading of its own making: bold says nothing there. */
function isWholeParagraph(node: Element): boolean {
  const text = textOf(node).trim();
  let at: Node | null = node.parentNode;
  while (at && tree.isElementNode(at) && !blockNames.has(at.tagName)) at = at.parentNode;
  return text === '' || (at !== null && textOf(at).trim() === text);
}

/** The footnotes of Word as mammoth sets them: a raised link in the text, and a list at the end. */
function isNote({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'id' && /^(foot|end)note-\d+$/.test(value));
}

function isNoteMark(node: Element): boolean {
  const link = node.tagName === 'sup' ? find(node, 'a') : undefined;
  return link?.attrs.some(({ value }) => /^#(foot|end)note-\d+$/.test(value)) ?? false;
}

function parentName(node: Element): string {
  const { parentNode } = node;
  return parentNode && tree.isElementNode(parentNode) ? parentNode.tagName : '';
}

function indexInList(node: Element): number {
  const { parentNode } = node;
  return parentNode && tree.isElementNode(parentNode) ? children(parentNode, ['li']).indexOf(node) + 1 : 1;
}
