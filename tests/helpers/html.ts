/**
 * A strict reader for the HTML this project writes: every tag closed, every attribute quoted, no comments, only the
 * character references the escaping makes. What a browser would put right in silence is an error here. Elements of SVG
 * have names of their own: a `<title>` in a drawing is `svg:title`.
 */
export interface HtmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: HtmlNode[];
  parent: HtmlElement | undefined;
}
export type HtmlNode = HtmlElement | string;

const voidElements = new Set(['base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);
const references: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

export function parseHtml(html: string): HtmlElement {
  const root: HtmlElement = { name: '#document', attributes: new Map(), children: [], parent: undefined };
  const text = html.startsWith('<!doctype html>\n') ? html.slice('<!doctype html>\n'.length) : html;
  let open = root;
  for (const match of text.matchAll(/<[^>]*>?|[^<]+/g)) {
    const [token] = match;
    if (!token.startsWith('<')) {
      open.children.push(decode(token));
    } else if (token.startsWith('</')) {
      if (token !== `</${open.name.replace('svg:', '')}>`) throw new Error(`${token} closes <${open.name}>`);
      open = open.parent!;
    } else {
      const element = startTag(token, open);
      open.children.push(element);
      if (!voidElements.has(element.name)) open = element;
    }
  }
  if (open !== root) throw new Error(`<${open.name}> is not closed`);
  return root;
}

function startTag(token: string, parent: HtmlElement): HtmlElement {
  const match = /^<([a-z][a-z0-9]*)((?: [a-zA-Z0-9-]+(?:="[^"<>]*")?)*)>$/.exec(token);
  if (!match) throw new Error(`not a well-formed tag: ${token}`);
  const attributes = new Map<string, string>();
  for (const [, name, value = ''] of match[2]!.matchAll(/ ([a-zA-Z0-9-]+)(?:="([^"]*)")?/g)) {
    if (attributes.has(name!)) throw new Error(`${name} twice in ${token}`);
    attributes.set(name!, decode(value));
  }
  const drawn = parent.name === 'svg' || parent.name.startsWith('svg:');
  return { name: `${drawn ? 'svg:' : ''}${match[1]}`, attributes, children: [], parent };
}

function decode(text: string): string {
  return text.replace(/&[^;\s]*;?/g, (reference) => {
    const char = references[reference];
    if (char === undefined) throw new Error(`character reference ${reference} in “${text}”`);
    return char;
  });
}

/** All elements below, in document order; with names only those. */
export function elements(root: HtmlElement, ...names: string[]): HtmlElement[] {
  const found: HtmlElement[] = [];
  const visit = (node: HtmlElement) => {
    for (const child of node.children) {
      if (typeof child === 'string') continue;
      if (names.length === 0 || names.includes(child.name)) found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

export function element(root: HtmlElement, name: string): HtmlElement {
  const found = elements(root, name);
  if (found.length !== 1) throw new Error(`${found.length} <${name}> in <${root.name}>`);
  return found[0]!;
}

export function byId(root: HtmlElement, id: string): HtmlElement {
  const found = elements(root).filter((node) => node.attributes.get('id') === id);
  if (found.length !== 1) throw new Error(`${found.length} elements with id ${id}`);
  return found[0]!;
}

export function byClass(root: HtmlElement, name: string): HtmlElement[] {
  return elements(root).filter((node) => node.attributes.get('class')?.split(' ').includes(name));
}

export function attribute(node: HtmlElement, name: string): string | undefined {
  return node.attributes.get(name);
}

/** The text as written; the children's texts follow each other without anything between them. */
export function textOf(node: HtmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** Without the blanks and line ends around it. */
export function wordsOf(node: HtmlNode): string {
  return textOf(node)
    .replace(/[ \n]+/g, ' ')
    .trim();
}
