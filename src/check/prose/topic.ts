export type TableKey = 'disclosure' | 'applications' | 'challenges';

/** Keys that are added up; a key with a minus is taken off. A group of rows stands for all its rows. */
export type Terms = readonly string[];

/** What a number may be about: rows or columns of a table by their keys in the form, and the words officials use for them. */
export interface Topic {
  /** Its own number, for looking things up. */
  id: number;
  table: TableKey;
  axis: 'row' | 'column';
  /** Lawful readings of the words, best first. One that an edition has no cells for is left out there. */
  readings: readonly Terms[];
  words: readonly string[];
  /** How much the words say: of several words about one number the most particular counts. */
  rank: number;
  /** A column that belongs to one row only. */
  of?: Topic;
  /** The words are loose; where the number differs nothing is said. */
  loose?: boolean;
}

let topics = 0;

/** Words apart by blanks. */
export function list(words: string): string[] {
  return words.trim().split(/\s+/);
}

/** Every beginning with every ending; `-` stands for nothing. */
export function joined(...parts: readonly string[]): string[] {
  return parts
    .map((part) => list(part).map((word) => (word === '-' ? '' : word)))
    .reduce((all, part) => all.flatMap((a) => part.map((b) => a + b)), ['']);
}

export function row(
  table: TableKey,
  rank: number,
  readings: readonly Terms[],
  words: readonly string[],
): Topic {
  return { id: topics++, table, axis: 'row', rank, readings, words };
}

export function column(table: TableKey, readings: readonly Terms[], words: readonly string[]): Topic {
  return { id: topics++, table, axis: 'column', rank: 5, readings, words };
}

/** The same topic otherwise. */
export function variant(topic: Topic, change: Partial<Topic>): Topic {
  return { ...topic, ...change, id: topics++ };
}

export function loose(topic: Topic): Topic {
  return variant(topic, { loose: true });
}
