import type { Form } from '../../forms/compile.ts';
import type { Row } from '../../forms/edition.ts';
import { onceFor } from '../../forms/once.ts';
import { lexicon, type WordClass } from './lexicon.ts';
import { column, row, type TableKey, type Terms, type Topic, variant } from './topic.ts';
import { topics } from './topics.ts';
import { bareRequestWords, request, type Verb, verbs } from './topics-applications.ts';

/** What a word means. */
export type Sense =
  | { kind: 'topic'; said: Topic }
  | { kind: 'verb'; said: SaidVerb }
  | { kind: 'request'; said: Asked }
  | { kind: WordClass; said: undefined };

export interface SaidVerb {
  verb: Verb;
  topic: Topic;
}

export interface Asked {
  topic: Topic;
  /** 申请 alone; the context says what was applied for. */
  bare: boolean;
}

/** The words of an edition as a tree of characters; node 0 is the root. */
export interface Vocabulary {
  /** By first character of a word the node it leads to from the root, 0 for none. */
  first: Uint16Array;
  /** A number from 1 on for each character that stands later in a word. */
  letters: Uint16Array;
  /** The branches as a hash table: from node and letter to a node, in pairs. */
  branches: Int32Array;
  /** By node a bit for each letter that goes on from it, several letters to a bit: mostly none does. */
  goesOn: Int32Array;
  /** Whether a word ends at a node, and what it means: most nodes are within a word. */
  ends: Uint8Array;
  senses: readonly (Sense | undefined)[];
}

/** Where the tree goes on from a node with a letter; 0 where it ends. */
export function branch({ branches, goesOn }: Vocabulary, node: number, letter: number): number {
  if ((goesOn[node]! & (1 << letter)) === 0) return 0;
  const key = node * mostLetters + letter;
  const mask = branches.length - 2;
  for (let slot = hash(key) & mask; ; slot = (slot + 2) & mask) {
    const found = branches[slot]!;
    if (found === key) return branches[slot + 1]!;
    if (found === 0) return 0;
  }
}

const mostLetters = 0x1000;

function hash(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 11;
}

export const vocabularyOf = onceFor((form: Form): Vocabulary => {
  const senses = new Map<string, Sense>();
  const add = (words: readonly string[], sense: Sense) => {
    for (const word of words) if (!senses.has(word)) senses.set(word, sense);
  };
  for (const topic of topics) {
    const held = heldBy(form, topic);
    if (held) add(held.words, { kind: 'topic', said: held });
  }
  for (const topic of labelled(form)) add(topic.words, { kind: 'topic', said: topic });
  const asked = heldBy(form, request);
  if (asked) {
    add(asked.words, { kind: 'request', said: { topic: asked, bare: false } });
    add(bareRequestWords, { kind: 'request', said: { topic: asked, bare: true } });
  }
  for (const verb of Object.keys(verbs) as Verb[]) {
    const topic = heldBy(form, verbs[verb]);
    if (topic) add(topic.words, { kind: 'verb', said: { verb, topic } });
  }
  for (const [name, words] of Object.entries(lexicon))
    add(words, { kind: name as WordClass, said: undefined });
  return indexed(senses);
});

function indexed(words: ReadonlyMap<string, Sense>): Vocabulary {
  const first = new Uint16Array(0x10000);
  const letters = new Uint16Array(0x10000);
  const senses: (Sense | undefined)[] = [undefined];
  const targets = new Map<number, number>();
  let used = 0;
  for (const [word, sense] of words) {
    const begin = word.charCodeAt(0);
    if (first[begin] === 0) first[begin] = senses.push(undefined) - 1;
    let node = first[begin]!;
    for (let i = 1; i < word.length; i++) {
      const code = word.charCodeAt(i);
      if (letters[code] === 0) letters[code] = ++used;
      const key = node * mostLetters + letters[code]!;
      node = targets.get(key) ?? senses.push(undefined) - 1;
      targets.set(key, node);
    }
    senses[node] = sense;
  }
  const ends = Uint8Array.from(senses, (sense) => (sense ? 1 : 0));
  const goesOn = new Int32Array(senses.length);
  for (const key of targets.keys()) goesOn[Math.floor(key / mostLetters)]! |= 1 << (key % mostLetters);
  return { first, letters, branches: table(targets), goesOn, ends, senses };
}

/** At most half full, so that what is looked for is mostly where it is looked for first. */
function table(targets: ReadonlyMap<number, number>): Int32Array {
  const branches = new Int32Array(2 ** Math.ceil(Math.log2(targets.size * 4)));
  const mask = branches.length - 2;
  for (const [key, node] of targets) {
    let slot = hash(key) & mask;
    while (branches[slot] !== 0) slot = (slot + 2) & mask;
    branches[slot] = key;
    branches[slot + 1] = node;
  }
  return branches;
}

/** The topic with those of its readings the edition has cells for. */
function heldBy(form: Form, topic: Topic): Topic | undefined {
  const readings = topic.readings.filter((terms) => terms.every((term) => has(form, topic, term)));
  if (readings.length === topic.readings.length) return topic;
  return readings.length > 0 ? variant(topic, { readings }) : undefined;
}

function has(form: Form, { table, axis }: Topic, term: string): boolean {
  const key = term.replace(/^-/, '');
  if (axis === 'column') return form.cells.some((cell) => cell.path[0] === table && cell.column === key);
  const address = `${table}.${key}`;
  return form.rows.some((row) => row.address === address || row.address.startsWith(`${address}.`));
}

const tables: readonly string[] = ['disclosure', 'applications', 'challenges'] satisfies TableKey[];

/** Every row and column under its printed label and the variants of it the form knows. */
function labelled(form: Form): Topic[] {
  const found: Topic[] = [];
  const add = (table: string, axis: Topic['axis'], terms: Terms, labels: readonly string[]) => {
    const words = labels.map(bareLabel).filter((word) => word.length > 2);
    if (words.length === 0 || !tables.includes(table)) return;
    const make =
      axis === 'row' ? row(table as TableKey, 5, [terms], words) : column(table as TableKey, [terms], words);
    found.push(make);
  };
  for (const section of form.sections) {
    if (!section.table) continue;
    const { key, blocks, rows } = section.table;
    for (const row of rows) {
      add(key, 'row', [row.path.slice(1).join('.')], [row.label]);
      for (const cell of row.cells) if (cell.column) add(key, 'column', [cell.column], [cell.columnName]);
    }
    for (const block of blocks)
      eachRow(block.rows, [], (keys, labels) => add(key, 'row', [keys.join('.')], labels));
  }
  return found;
}

function eachRow(
  rows: readonly Row[],
  above: readonly string[],
  visit: (keys: string[], labels: string[]) => void,
): void {
  for (const row of rows) {
    const keys = [...above, ...(row.key ? [row.key] : [])];
    if (row.key) visit(keys, [row.label ?? '', ...(row.variants ?? [])]);
    if (row.rows) eachRow(row.rows, keys, visit);
  }
}

/** （三）不予公开 → 不予公开; 一、本年新收政府信息公开申请数量 without its number; without remarks in brackets. */
function bareLabel(label: string): string {
  return label
    .replace(/^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.、])/, '')
    .replace(/（.*$/, '');
}
