import { type HtmlElement, type HtmlNode, wordsOf } from './html.ts';

const words = [
  'a',
  'abbr',
  'br',
  'input',
  'label',
  'code',
  'del',
  'em',
  'ins',
  'span',
  'strong',
  'sup',
  'svg',
  'time',
  'wbr',
];
const blocks = [
  ...words,
  ...[
    'address',
    'article',
    'aside',
    'details',
    'div',
    'dl',
    'fieldset',
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
  ],
  ...['h4', 'header', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'ul'],
];
/** What the HTML standard allows inside, as far as this site uses it. Text is allowed where words are. */
const contents: Record<string, readonly string[]> = {
  '#document': ['html', ...blocks],
  html: ['head', 'body'],
  head: ['base', 'link', 'meta', 'script', 'title'],
  ul: ['li'],
  ol: ['li'],
  dl: ['div', 'dt', 'dd'],
  table: ['caption', 'colgroup', 'tbody', 'tfoot', 'thead'],
  colgroup: ['col'],
  tbody: ['tr'],
  tfoot: ['tr'],
  thead: ['tr'],
  tr: ['td', 'th'],
  details: ['summary', ...blocks],
  fieldset: ['legend', 'input', 'label', ...blocks],
  ...Object.fromEntries(
    ['p', 'h1', 'h2', 'h3', 'h4', 'summary', 'dt', 'legend', 'label', ...words].map((name) => [name, words]),
  ),
  title: [],
  svg: ['svg:title', 'svg:desc', 'svg:path', 'svg:rect', 'svg:circle', 'svg:text'],
  ...Object.fromEntries(
    ['title', 'desc', 'path', 'rect', 'circle', 'text'].map((name) => [`svg:${name}`, []]),
  ),
};
const holdsNoText = new Set([
  'html',
  'head',
  'ul',
  'ol',
  'dl',
  'table',
  'colgroup',
  'tbody',
  'tfoot',
  'thead',
  'tr',
]);
const notInEachOther = [['a', 'button', 'summary'], ['header', 'footer'], ['main'], ['form']];

/** Where elements stand in others that may not hold them. */
export function nestingFaults(root: HtmlElement): string[] {
  const faults: string[] = [];
  const visit = (node: HtmlElement, above: readonly string[]) => {
    const inGroupOfList = node.name === 'div' && node.parent?.name === 'dl';
    const allowed = inGroupOfList ? ['dt', 'dd'] : (contents[node.name] ?? blocks);
    for (const child of node.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '' && (inGroupOfList || holdsNoText.has(node.name)))
          faults.push(`“${child.trim()}” in <${node.name}>`);
        continue;
      }
      if (!allowed.includes(child.name)) faults.push(`<${child.name}> in <${node.name}>`);
      for (const group of notInEachOther) {
        const outer =
          group.includes(child.name) && [...above, node.name].find((name) => group.includes(name));
        if (outer && !(group[0] === 'header' && insideArticle(child)))
          faults.push(`<${child.name}> below <${outer}>`);
      }
      visit(child, [...above, node.name]);
    }
  };
  visit(root, []);
  return faults;
}

function insideArticle(node: HtmlElement): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.name === 'article') return true;
  return false;
}

/** Headings that skip a level, a page without or with several first headings, empty headings. */
export function headingFaults(root: HtmlElement): string[] {
  const faults: string[] = [];
  let last = 0;
  const visit = (node: HtmlNode) => {
    if (typeof node === 'string') return;
    const level = /^h([1-6])$/.exec(node.name)?.[1];
    if (level) {
      if (Number(level) > last + 1) faults.push(`h${level} after h${last}: ${wordsOf(node)}`);
      if (level === '1' && last > 0) faults.push(`second h1: ${wordsOf(node)}`);
      if (wordsOf(node) === '') faults.push(`empty h${level}`);
      last = Number(level);
    }
    node.children.forEach(visit);
  };
  visit(root);
  return last === 0 ? ['no heading'] : faults;
}
