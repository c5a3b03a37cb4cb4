import { decodeEntities } from './tags.ts';
import { makeWords, meant, type Word, type Words } from './words.ts';

/** A page or another file of the site. */
export interface File {
  path: string;
  /** Its folder with a slash behind it, empty for that of the site. */
  folder: string;
  seen: boolean;
  ids: ReadonlySet<Word> | undefined;
  /** Links to it that led nowhere when they were seen, by the id they name. */
  pending: Map<Word | undefined, PendingLink[]> | undefined;
}

export interface PendingLink {
  from: string;
  href: string;
  line: number;
  column: number;
}

/** An address as it is written on pages. */
export interface Href {
  href: string;
  /** It names a scheme or a host. */
  outside: boolean;
  /** What stands before `#`; undefined for an address on the page itself, or outside. */
  path: Path | undefined;
  /** The id behind it. */
  id: Word | undefined;
}

interface Path {
  text: string;
  /** Where it leads from pages of the folder it was read in last. */
  folder: string | undefined;
  file: File | undefined;
}

export interface Links {
  fileAt(path: string): File;
  /** The address that stands there in a page. */
  read(html: string, start: number, end: number): Href;
  /** The file it leads to; undefined for what begins at the server's root: that is left to whoever runs it. */
  follow(from: File, href: Href): File | undefined;
}

/** Addresses held at a time: the frame of the pages and the tables have hundreds, lists of all organs the others. */
const mostHrefs = 50_000;

/** The addresses on the pages and where they lead: most pages have most of them in common, so each is read once. */
export function makeLinks(ids: Words): Links {
  const files = new Map<string, File>();
  let words = makeWords(decodeEntities);
  let hrefs = new Map<Word, Href>();
  let paths = new Map<string, Path>();
  const fileAt = (path: string): File => {
    const known = files.get(path);
    if (known) return known;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const file: File = { path, folder, seen: false, ids: undefined, pending: undefined };
    files.set(path, file);
    return file;
  };
  const pathOf = (text: string): Path => {
    const known = paths.get(text);
    if (known) return known;
    const path: Path = { text, folder: undefined, file: undefined };
    paths.set(text, path);
    return path;
  };
  const take = (href: string): Href => {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href))
      return { href, outside: true, path: undefined, id: undefined };
    const [path = '', fragment = ''] = href.startsWith('#') ? ['', href.slice(1)] : href.split('#');
    // With `=` in it a choice that the page's script reads.
    const named = fragment !== '' && !fragment.includes('=') && !href.startsWith('/');
    return {
      href,
      outside: false,
      path: path === '' ? undefined : pathOf(path),
      id: named ? ids.of(decoded(fragment)) : undefined,
    };
  };
  return {
    fileAt,
    read(html, start, end) {
      const word = words.read(html, start, end);
      const known = hrefs.get(word);
      if (known) return known;
      if (hrefs.size >= mostHrefs) {
        words = makeWords(decodeEntities);
        hrefs = new Map();
        paths = new Map();
      }
      const href = take(meant(word).text);
      hrefs.set(word, href);
      return href;
    },
    follow(from, { path }) {
      if (!path) return from;
      if (path.text.startsWith('/')) return undefined;
      if (path.folder !== from.folder) {
        path.folder = from.folder;
        path.file = fileAt(resolved(from.folder, path.text));
      }
      return path.file;
    },
  };
}

function resolved(folder: string, path: string): string {
  const parts = folder.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0) parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return decoded(parts.join('/'));
}

/** As it stands where its percent signs are broken: then it leads nowhere, and is told. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether there is such a place, among what was seen so far. */
export function leads({ seen, ids }: File, id: Word | undefined): boolean {
  return seen && (id === undefined || ids?.has(id) === true);
}
