/**
 * The vocabulary in which an edition of the official form is written down.
 * An edition is plain data; `compile.ts` derives cells, rows and equations from it.
 */

/** `count` 件, whole and not negative; `change` 本年增/减, whole; `amount` money in 万元 to the 分 (six decimals). */
export type ValueKind = 'count' | 'change' | 'amount';

interface Labelled {
  /** Printed label, the official wording. */
  label: string;
  /** Other wordings seen in real reports, accepted on reading, never printed. */
  variants?: readonly string[];
  /** What it means in plain words. */
  help?: string;
  /** Article of the 政府信息公开条例 behind it, such as `第二十条第（一）项`. */
  article?: string;
}

/** A column, or a group of columns under one heading. A key on a group opens a level in the data. */
export interface Column extends Labelled {
  key?: string;
  columns?: readonly Column[];
  /** Grid columns the heading is wide; default 1. */
  span?: number;
  /** Grid columns a number is wide where the official form differs from its heading. */
  valueSpan?: number;
  kind?: ValueKind;
  unit?: string;
  /** The form leaves the unit out, so it is printed with the number. */
  printUnit?: boolean;
  /** A group without a key that the name of a cell needs all the same (行政诉讼). */
  named?: boolean;
}

/** A row, or a group of rows beside one label. A row of table four has neither label nor key. */
export interface Row extends Partial<Labelled> {
  key?: string;
  rows?: readonly Row[];
}

/** A run of rows under one heading. Table two has a block for each item of article 20. */
export interface Block {
  /** Heading over the whole width. */
  caption?: string;
  /** Heading over the row labels. */
  stub?: string;
  columns: readonly Column[];
  rows: readonly Row[];
}

/**
 * A printed sum relation, repeated for each row or each column of its table.
 * `left` and `right` name columns (each row) or rows (each column); a group stands for all its rows.
 */
export interface EquationPattern {
  /** Catalogue identifier, such as `T3-ROW-SUM`. */
  code: string;
  /** What the relation is called in messages. */
  name: string;
  /** The clause or notice it rests on. */
  source: string;
  each: 'row' | 'column';
  /** Only these rows, where a table has relations of several codes. */
  rows?: readonly string[];
  left: readonly string[];
  right: readonly string[];
  /** What the two sides are called in messages. */
  sides: readonly [left: string, right: string];
  /** Where a failure is reported. */
  at: string;
  /** How often real reports break it, for the rule's page. */
  seen?: string;
}

export interface Table {
  /** 表二, 表三, 表四: the number of its section. */
  number: string;
  title: string;
  /** Grid columns taken by row labels. */
  stubWidth: number;
  unit: string;
  /** Codes of faults in its cells. */
  codes: { number: string; blank: string };
  blocks: readonly Block[];
  equations: readonly EquationPattern[];
}

/** Something that an edition asks the text of a section to tell. */
export interface Ask {
  key: string;
  /** 依申请公开 */
  name: string;
}

export interface Section {
  key: string;
  heading: string;
  help: string;
  /** What its text has to tell; a section of text about which the edition says no more has none. */
  asks?: readonly Ask[];
  /** A section holds a table, or text. */
  table?: Table;
}

export interface Edition {
  /** What `form:` says in a report. */
  id: number;
  title: string;
  notice: { number: string; title: string; date?: string };
  /** Report years it applies to; without `to` it is in force. */
  years: { from: number; to?: number };
  sections: readonly Section[];
}
