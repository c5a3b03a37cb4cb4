import type { Form } from '../../forms/compile.ts';
import type { Row } from '../../forms/edition.ts';
import { lexicon, type WordClass } from './lexicon.ts';
import { column, row, type TableKey, type Terms, type Topic, variant } from './topic.ts';
import { topics } from './topics.ts';
import { bareRequestWords, request, type Verb, verbs } from './topics-applications.ts';

/** What a word means. */
export type Sense =
  | { class: 'topic'; topic: Topic }
  | { class: 'verb'; verb: Verb; topic: Topic }
  /** `bare`: 申请 alone; the context says what was applied for. */
  | { class: 'request'; topic: Topic; bare: boolean }
  | { class: WordClass };

/** A character of a word: what it ends, and what may follow it. */
export interface Node {
  sense: Sense | undefined;
  next: Map<number, Node> | undefined;
}

/** The words of an edition as trees of characters. */
export interface Vocabulary {
  /** By first character: the place of its tree in `trees`, 0 for none. */
  first: Uint16Array;
  trees: readonly (Node | undefined)[];
}

const made = new WeakMap<Form, Vocabulary>();

export function vocabularyOf(form: Form): Vocabulary {
  let vocabulary = made.get(form);
  if (!vocabulary) {
    vocabulary = build(form);
    made.set(form, vocabulary);
  }
  return vocabulary;
}

function build(form: Form): Vocabulary {
  const senses = new Map<string, Sense>();
  const add = (words: readonly string[], sense: Sense) => {
    for (const word of words) if (!senses.has(word)) senses.set(word, sense);
  };
  for (const topic of topics) {
    const held = heldBy(form, topic);
    if (held) add(held.words, { class: 'topic', topic: held });
  }
  for (const topic of labelled(form)) add(topic.words, { class: 'topic', topic });
  const asked = heldBy(form, request);
  if (asked) {
    add(asked.words, { class: 'request', topic: asked, bare: false });
    add(bareRequestWords, { class: 'request', topic: asked, bare: true });
  }
  for (const verb of Object.keys(verbs) as Verb[]) {
    const topic = heldBy(form, verbs[verb]);
    if (topic) add(topic.words, { class: 'verb', verb, topic });
  }
  for (const [name, words] of Object.entries(lexicon)) add(words, { class: name as WordClass });
  return indexed(senses);
}

function indexed(senses: ReadonlyMap<string, Sense>): Vocabulary {
  const root: Node = { sense: undefined, next: new Map() };
  for (const [word, sense] of senses) {
    let node = root;
    for (let i = 0; i < word.length; i++) {
      node.next ??= new Map();
      const code = word.charCodeAt(i);
      let following = node.next.get(code);
      if (!following) {
        following = { sense: undefined, next: undefined };
        node.next.set(code, following);
      }
      node = following;
    }
    node.sense = sense;
  }
  const first = new Uint16Array(0x10000);
  const trees: (Node | undefined)[] = [undefined];
  for (const [code, tree] of root.next!) {
    first[code] = trees.length;
    trees.push(tree);
  }
  return { first, trees };
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
