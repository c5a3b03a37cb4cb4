export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** All text directly in it. */
  text: string;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads XML 1.0 as strictly as a reader may, as far as our files use it; throws at the first fault. */
export function parseXml(source: string): Element {
  const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(source);
  if (forbidden) throw new Error(`forbidden character at ${forbidden.index}`);
  const rest = source.replace(/^<\?xml version="1\.0" encoding="UTF-8"( standalone="yes")?\?>\n/, '');
  if (rest === source) throw new Error('no declaration');
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  for (const piece of rest.match(/<[^>]*>|[^<]+/g) ?? []) {
    const here = open.at(-1)!;
    if (!piece.startsWith('<')) {
      if (piece.includes(']]>')) throw new Error(']]> in text');
      here.text += decode(piece);
    } else if (piece.startsWith('</')) {
      if (piece !== `</${here.name}>`) throw new Error(`${piece} closes ${here.name}`);
      open.pop();
    } else {
      const tag = /^<([a-zA-Z-]+(?::[a-zA-Z]+)?)((?: [a-zA-Z0-9:]+="[^"<]*")*)(\/?)>$/.exec(piece);
      if (!tag) throw new Error(`not a tag: ${piece}`);
      const element = { name: tag[1]!, attributes: attributes(tag[2]!), children: [], text: '' };
      here.children.push(element);
      if (!tag[3]) open.push(element);
    }
  }
  if (open.length !== 1 || top.children.length !== 1 || top.text.trim() !== '')
    throw new Error('not one element');
  return top.children[0]!;
}

function attributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/ ([a-zA-Z0-9:]+)="([^"]*)"/g)) {
    if (name! in found) throw new Error(`${name} twice`);
    // A reader turns blanks that are not written as references into spaces.
    found[name!] = decode(value!.replace(/[\t\n\r]/g, ' '));
  }
  return found;
}

function decode(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const number = /^#(\d+)$/.exec(name)?.[1];
    if (number) return String.fromCodePoint(Number(number));
    if (!whole.endsWith(';') || !Object.hasOwn(entities, name)) throw new Error(`not an entity: ${whole}`);
    return entities[name]!;
  });
}
