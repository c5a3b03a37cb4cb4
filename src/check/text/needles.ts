import { type Phrases, phraseIndex, step } from './phrases.ts';

/**
 * What the checks look for, found for all of them in one pass over a text. Most checks look for words and signs that a
 * good report does not have: a check names them once, when its module is loaded, and asks before it searches.
 */
export type Needles = number & { readonly of: 'needles' };

/** First and last code unit. */
type Range = readonly [number, number];

interface Index {
  phrases: Phrases;
  /** By position in the phrases: the needles a word is one of. */
  owners: readonly (readonly number[])[];
  ranges: readonly { first: number; last: number; owner: number }[];
}

const named: { words: readonly string[]; ranges: readonly Range[] }[] = [];
let index: Index | undefined;

/** Words, or signs in a row of their code units, any of which will do. */
export function needles(words: Iterable<string>, ranges: readonly Range[] = []): Needles {
  named.push({ words: [...words], ranges });
  index = undefined;
  return (named.length - 1) as Needles;
}

/** Whether any of them stands in a text. */
export function occurs(text: string, sought: Needles): boolean {
  return needlesIn(text)[sought] === 1;
}

/** The rules ask one after the other for the few texts of one report. */
const remembered = 64;
const known = new Map<string, Uint8Array>();
let lastText = '';
let lastSeen: Uint8Array = new Uint8Array(0);

function needlesIn(text: string): Uint8Array {
  if (index && text === lastText) return lastSeen;
  if (!index) {
    known.clear();
    index = makeIndex();
  }
  let seen = known.get(text);
  if (!seen) {
    if (known.size === remembered) known.clear();
    seen = look(text, index);
    known.set(text, seen);
  }
  lastText = text;
  lastSeen = seen;
  return seen;
}

/** `first` of a sign that is in a range. */
const inRange = 2;

function makeIndex(): Index {
  const owners = new Map<string, number[]>();
  named.forEach(({ words }, owner) => {
    for (const word of words) owners.set(word, [...(owners.get(word) ?? []), owner]);
  });
  const phrases = phraseIndex([...owners.keys()]);
  const ranges = named.flatMap((each, owner) => each.ranges.map(([first, last]) => ({ first, last, owner })));
  for (const { first, last } of ranges) phrases.first.fill(inRange, first, last + 1);
  return { phrases, owners: [...owners.values()], ranges };
}

function look(text: string, { phrases: { at, first, steps }, owners, ranges }: Index): Uint8Array {
  const seen = new Uint8Array(named.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const begins = first[code]!;
    if (begins === 0) continue;
    if (begins === inRange) {
      for (const range of ranges) if (code >= range.first && code <= range.last) seen[range.owner] = 1;
    }
    let node = 0;
    for (let next = i; next < text.length; ) {
      node = step(steps, node, text.charCodeAt(next++));
      if (node < 0) break;
      if (at[node]! >= 0) for (const owner of owners[at[node]!]!) seen[owner] = 1;
    }
  }
  return seen;
}
