/** An opening tag of a page and where it begins. */
export interface Tag {
  name: string;
  at: number;
  attributes: ReadonlyMap<string, string>;
}

const opening = /<([a-z][a-z0-9]*)((?:\s[^<>"']*(?:"[^"]*"|'[^']*')?)*)>/gi;
const attribute = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The opening tags of a page, in order. Reads HTML as our templates write it; comments are passed over. */
export function* tags(html: string): Iterable<Tag> {
  const text = html.replace(/<!--.*?-->/gs, (comment) => ' '.repeat(comment.length));
  for (const match of text.matchAll(opening)) {
    yield { name: match[1]!.toLowerCase(), at: match.index, attributes: attributes(match[2]!) };
  }
}

function attributes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  if (text === '') return found;
  for (const [, name, double, single, bare] of text.matchAll(attribute)) {
    found.set(name!.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''));
  }
  return found;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function decodeEntities(text: string): string {
  return text.includes('&')
    ? text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!)
    : text;
}
