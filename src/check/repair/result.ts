import type { FixKind } from '../../diagnostics/diagnostic.ts';
import type { CellValue } from '../../forms/value.ts';

/**
 * What an edit looks like. `cell`, `cells`: one cell, or several independent ones, without a telling slip.
 * `cellsSwapped`: two cells of a row or a column in each other's place. `rowShifted`: numbers typed one column
 * too far. `totalStale`: only totals are wrong. `filled`: nothing stated changes, blanks follow from the sums.
 */
export type EditKind = FixKind | 'filled';

export interface Change {
  /** Index in `form.cells`. */
  cell: number;
  from: CellValue;
  to: number;
}

/** An edit that satisfies every relation. Nothing here is ever applied by itself. */
export interface Proposal {
  /** The most telling first; of proposals for several parts of the report together, those of each part. */
  kinds: readonly EditKind[];
  /**
   * In the order of the form. Blanks the edit determines are among them. An edit that leaves a choice of numbers
   * is given with those nearest to what is stated, and is not unique.
   */
  changes: readonly Change[];
  /** The whole row as it should be, where its numbers have been typed into the wrong columns. */
  row?: readonly number[];
  /** Cells whose stated number changes; filling a blank contradicts nothing. */
  size: number;
  /**
   * No other edit of `size` stated numbers to whole numbers in their range satisfies everything, whatever the
   * blanks hold. Only ever true where every one of them has been ruled out. Everything is all relations of the
   * report, the carry-over links that hold as stated, and the failing ones where this proposal mends them; links
   * are left out where it breaks some.
   */
  unique: boolean;
  /** Unique only because what agrees with the years before and after is left alone. */
  byLinks: boolean;
  /** How many other edits of this size satisfy everything; absent where that is not known. */
  others?: number;
  /** Relations of the form that fail, or for want of a number cannot be decided, and hold afterwards. */
  mends: number;
  /** Carry-over links to the years before and after that hold afterwards and did not, or the reverse. */
  linksMended: number;
  linksBroken: number;
}

/** Where the error can be, when the relations do not say: edits of the smallest size, by row or by column. */
export interface Alternative {
  by: 'row' | 'column';
  /** 表四 · 行政复议; several rows where an edit needs them together. */
  names: readonly string[];
  /** All cells the edits change here, in the order of the form. */
  cells: readonly number[];
  /** How many edits. */
  edits: number;
}

/** The repair of relations that hang together; other parts of the report have nothing to do with it. */
export interface PartRepair {
  /** Indexes in `form.equations` of relations that fail. Empty where only blanks are in question. */
  failing: readonly number[];
  /** No relation fails by itself, but no numbers for the blanks could satisfy them all. */
  contradictory: boolean;
  /** Best first, a few. */
  proposals: readonly Proposal[];
  /** Changed cells of the smallest edits; absent where none was found. */
  size?: number;
  /** The relations admit one smallest edit only (or one filling of all blanks). */
  determined: boolean;
  /** All edits of the smallest size have been looked at; else the search was cut off and claims nothing. */
  complete: boolean;
  /** Cells that every smallest edit changes; empty where not all of them are known. */
  common: readonly number[];
  /** Where the smallest edits differ; empty where determined, or where not all of them are known. */
  alternatives: readonly Alternative[];
}
