/** A text of the pages that is held once, whatever number of pages it stands on. */
export interface Word {
  text: string;
  /** Counts up from 0. */
  serial: number;
  /** The last page it was an id of. */
  page: number;
  /** What followed it the last times it was read: pages are alike, so it is what most likely follows again. */
  next: Word | undefined;
  nextToo: Word | undefined;
  /** The word that this one is once its entities are read, if it has some. */
  meaning: Word | undefined;
}

export function meant(word: Word): Word {
  return word.meaning ?? word;
}

export interface Words {
  of(text: string): Word;
  /** What stands there in a page. Nothing is cut out of the page where it is what followed last time. */
  read(html: string, start: number, end: number): Word;
}

export function makeWords(decode: (text: string) => string): Words {
  const words = new Map<string, Word>();
  let last: Word | undefined;
  const of = (text: string): Word => {
    const known = words.get(text);
    if (known) return known;
    const word: Word = {
      text: detached(text),
      serial: words.size,
      page: -1,
      next: undefined,
      nextToo: undefined,
      meaning: undefined,
    };
    words.set(word.text, word);
    const meaning = decode(text);
    if (meaning !== text) word.meaning = of(meaning);
    return word;
  };
  return {
    of,
    read(html, start, end) {
      let word = last?.next;
      if (!word || !stands(word.text, html, start, end)) word = last?.nextToo;
      if (!word || !stands(word.text, html, start, end)) {
        word = of(html.slice(start, end));
        if (last) {
          last.nextToo = last.next;
          last.next = word;
        }
      }
      last = word;
      return word;
    },
  };
}

function stands(text: string, html: string, start: number, end: number): boolean {
  return text.length === end - start && html.startsWith(text, start);
}

/** A copy that is no slice of the page: a slice keeps the whole page in memory. */
export function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** Sets of words, one for all lists with the same words in the same order. */
export function makeSets(): (words: readonly Word[]) => ReadonlySet<Word> {
  const known = new Map<number, ReadonlySet<Word>[]>();
  return (words) => {
    let hash = words.length;
    for (const { serial } of words) hash = (Math.imul(hash, 31) + serial) | 0;
    const alike = known.get(hash) ?? [];
    for (const set of alike) {
      if (set.size === words.length && words.every((word) => set.has(word))) return set;
    }
    const set = new Set(words);
    known.set(hash, [...alike, set]);
    return set;
  };
}
