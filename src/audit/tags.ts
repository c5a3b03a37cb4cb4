/** An opening tag of a page and where it begins. */
export interface Tag {
  name: string;
  at: number;
  /** Names and values in turn, as written; see `attribute`. */
  attributes: readonly string[];
}

const none: readonly string[] = [];

/**
 * The opening tags of a page, in order; comments, declarations and closing tags are passed over.
 * Reads HTML as our templates and `render/` write it: names in lower case, values in quotation marks or bare.
 * Every page of a site goes through here, hence no regular expression and no object for a tag without attributes.
 */
export function* tags(html: string): Iterable<Tag> {
  let at = html.indexOf('<');
  while (at >= 0) {
    let end = at + 1;
    if (isLetter(html.charCodeAt(end))) {
      end = nameEnd(html, end);
      const name = html.slice(at + 1, end);
      const attributes = html.charCodeAt(end) === close ? none : readAttributes(html, end);
      yield { name, at, attributes };
    } else if (html.startsWith('!--', end)) {
      end = html.indexOf('-->', end + 3);
      if (end < 0) return;
    }
    at = html.indexOf('<', end);
  }
}

/** The value of an attribute, empty if it has none; undefined where the tag does not have it. */
export function attribute({ attributes }: Tag, name: string): string | undefined {
  for (let i = 0; i < attributes.length; i += 2) {
    if (attributes[i] === name) return attributes[i + 1];
  }
  return undefined;
}

const close = 62;
const slash = 47;
const equals = 61;
const doubleQuote = 34;
const singleQuote = 39;

function readAttributes(html: string, from: number): string[] {
  const found: string[] = [];
  let i = from;
  for (;;) {
    while (isSpace(html.charCodeAt(i)) || html.charCodeAt(i) === slash) i++;
    if (i >= html.length || html.charCodeAt(i) === close) return found;
    const start = i;
    while (i < html.length && !endsName(html.charCodeAt(i))) i++;
    found.push(html.slice(start, i));
    if (html.charCodeAt(i) !== equals) {
      found.push('');
      continue;
    }
    const quote = html.charCodeAt(++i);
    const quoted = quote === doubleQuote || quote === singleQuote;
    const begin = quoted ? i + 1 : i;
    i = quoted ? html.indexOf(html[i]!, begin) : bareEnd(html, begin);
    if (i < 0) return found.slice(0, -1);
    found.push(decodeEntities(html.slice(begin, i)));
    if (quoted) i++;
  }
}

function nameEnd(html: string, from: number): number {
  let i = from;
  while (i < html.length && !endsName(html.charCodeAt(i))) i++;
  return i;
}

function bareEnd(html: string, from: number): number {
  let i = from;
  while (i < html.length && html.charCodeAt(i) !== close && !isSpace(html.charCodeAt(i))) i++;
  return i;
}

function endsName(code: number): boolean {
  return code === close || code === equals || code === slash || isSpace(code);
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function decodeEntities(text: string): string {
  return text.includes('&')
    ? text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!)
    : text;
}
