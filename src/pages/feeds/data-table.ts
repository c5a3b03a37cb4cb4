import type { Absence } from '../../forms/value.ts';
import type { Site } from '../../model/site.ts';

/** A column of an open-data file, in the terms of Frictionless Table Schema. */
export interface Field {
  name: string;
  type: 'string' | 'integer' | 'number' | 'year' | 'date';
  title: string;
  description: string;
  constraints?: { required?: boolean; enum?: readonly string[]; minimum?: number };
}

/** A file of the open data: what it holds, and how it is written. */
export interface DataTable {
  /** Also its file, `data/<name>.csv`. */
  name: string;
  title: string;
  description: string;
  fields: readonly Field[];
  /** Absent where rows may repeat. */
  primaryKey?: readonly string[];
  foreignKeys?: readonly { fields: readonly string[]; resource: string; references: readonly string[] }[];
  count(site: Site): number;
  /** Whole lines in the order of the fields, one or many at a time, so that a large file is never held as a whole. */
  lines(site: Site): Iterable<string>;
}

export const absenceMeanings: Record<Absence, string> = {
  空: '原报告这一格空着',
  不适用: '原报告写明不适用',
  未报: '没有报这个数',
  看不清: '原件看不清',
};
