/** Tags that something is asked of. */
const tagNames = [
  'base',
  'caption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'img',
  'link',
  'script',
  'style',
  'svg',
  'table',
  'th',
] as const;
export type TagName = (typeof tagNames)[number];

/** Attributes whose presence or value matters. */
const attributeNames = [
  'alt',
  'aria-controls',
  'aria-describedby',
  'aria-hidden',
  'aria-label',
  'aria-labelledby',
  'for',
  'href',
  'id',
  'popovertarget',
  'rel',
  'scope',
  'src',
  'style',
  'type',
] as const;
export type AttributeName = (typeof attributeNames)[number];

/** An opening tag of a page. The same object for all of them: what is to be kept is copied. */
export interface Tag {
  html: string;
  at: number;
  /** Behind its name. */
  nameEnd: number;
  /** Undefined for a tag that nothing is asked of. */
  name: TagName | undefined;
  /** A bit for each attribute it has; see `has`. */
  present: number;
  /** Where the value of each begins and ends, as written; only of those present. */
  spans: Int32Array;
  /** It has an attribute like `onclick`. */
  acts: boolean;
}

/**
 * Shows the opening tags of a page, in order; comments, declarations and closing tags are passed over.
 * Reads HTML as our templates and `render/` write it: names in lower case, values in quotation marks or bare.
 * Every page of a site goes through here, a thousand tags each, hence no regular expression, and no text is cut out
 * that nobody asks for.
 */
export function readTags(html: string, visit: (tag: Tag) => void): void {
  const spans = new Int32Array(2 * attributeNames.length);
  const tag: Tag = { html, at: 0, nameEnd: 0, name: undefined, present: 0, spans, acts: false };
  let at = html.indexOf('<');
  while (at >= 0) {
    let end = at + 1;
    if (isLetter(html.charCodeAt(end))) {
      end = nameEnd(html, end);
      tag.at = at;
      tag.nameEnd = end;
      const number = tagNumbers.find(html, at + 1, end);
      tag.name = number < 0 ? undefined : tagNames[number];
      tag.present = 0;
      tag.acts = false;
      if (html.charCodeAt(end) !== close) readAttributes(tag);
      visit(tag);
    } else if (html.startsWith('!--', end)) {
      end = html.indexOf('-->', end + 3);
      if (end < 0) return;
    }
    at = html.indexOf('<', end);
  }
}

/** An attribute as `Tag` counts it. */
export type Attribute = number;

export function attributeOf(name: AttributeName): Attribute {
  return attributeNames.indexOf(name);
}

export function bitOf(attribute: Attribute): number {
  return 1 << attribute;
}

export function has(tag: Tag, attribute: Attribute): boolean {
  return (tag.present & bitOf(attribute)) !== 0;
}

/** Where its value stands in the page, as written. Only for an attribute the tag has. */
export function valueStart(tag: Tag, attribute: Attribute): number {
  return tag.spans[2 * attribute]!;
}
export function valueEnd(tag: Tag, attribute: Attribute): number {
  return tag.spans[2 * attribute + 1]!;
}

/** The value of an attribute, empty if it has none; undefined where the tag does not have it. */
export function textOf(tag: Tag, attribute: Attribute): string | undefined {
  return has(tag, attribute)
    ? decodeEntities(tag.html.slice(valueStart(tag, attribute), valueEnd(tag, attribute)))
    : undefined;
}

const letterO = 111;
const close = 62;
const slash = 47;
const equals = 61;
const doubleQuote = 34;
const singleQuote = 39;

function readAttributes(tag: Tag): void {
  const { html, spans } = tag;
  let i = tag.nameEnd;
  for (;;) {
    while (isSpace(html.charCodeAt(i)) || html.charCodeAt(i) === slash) i++;
    if (i >= html.length || html.charCodeAt(i) === close) return;
    const start = i;
    i = nameEnd(html, i);
    const number = attributeNumbers.find(html, start, i);
    const acts = html.charCodeAt(start) === letterO && html.startsWith('on', start);
    let from = i;
    let to = i;
    if (html.charCodeAt(i) === equals) {
      const quote = html.charCodeAt(++i);
      const quoted = quote === doubleQuote || quote === singleQuote;
      from = quoted ? i + 1 : i;
      to = quoted ? html.indexOf(quote === doubleQuote ? '"' : "'", from) : bareEnd(html, from);
      if (to < 0) return;
      i = quoted ? to + 1 : to;
    }
    if (acts) tag.acts = true;
    if (number >= 0 && (tag.present & bitOf(number)) === 0) {
      tag.present |= bitOf(number);
      spans[2 * number] = from;
      spans[2 * number + 1] = to;
    }
  }
}

/** Finds which of some names stands in a text: by its first letter and its length, then letter by letter. */
function makeNumbers(names: readonly string[]): { find(text: string, start: number, end: number): number } {
  const lengths = 32;
  const groups: ([name: string, number: number][] | undefined)[] = Array.from({ length: 128 * lengths });
  for (const [number, name] of names.entries()) {
    const group = name.charCodeAt(0) * lengths + name.length;
    groups[group] = [...(groups[group] ?? []), [name, number]];
  }
  return {
    find(text, start, end) {
      const letter = text.charCodeAt(start);
      const group =
        letter < 128 && end - start < lengths ? groups[letter * lengths + end - start] : undefined;
      if (group === undefined) return -1;
      for (let i = 0; i < group.length; i++) {
        if (text.startsWith(group[i]![0], start)) return group[i]![1];
      }
      return -1;
    },
  };
}

const tagNumbers = makeNumbers(tagNames);
const attributeNumbers = makeNumbers(attributeNames);

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

export function decodeEntities(text: string): string {
  return text.includes('&')
    ? text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!)
    : text;
}
