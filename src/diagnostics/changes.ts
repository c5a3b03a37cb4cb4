import type { ReportName } from './result.ts';

/** What differs between two states of the data, in the form's words. Values are as written, never calculated with. */
export interface Changes {
  reports: readonly ReportChange[];
  organs: readonly OrganChange[];
  /** Settings of the site. */
  site: readonly FieldChange[];
}

/** `unread`: one of the two could not be read, so nothing is said about it. */
export interface ReportChange extends ReportName {
  kind: 'added' | 'removed' | 'changed' | 'unread';
  cells: readonly CellChange[];
  /** Cells that only the edition of one side has. */
  onlyBefore: readonly LoneCell[];
  onlyAfter: readonly LoneCell[];
  texts: readonly TextChange[];
  /** Date of publication, edition and whatever else is neither cell nor text. */
  fields: readonly FieldChange[];
}

export interface OrganChange {
  kind: 'added' | 'removed' | 'changed';
  organ: string;
  name: string;
  fields: readonly FieldChange[];
}

export interface CellChange {
  cell: string;
  cellName: string;
  from: string;
  to: string;
}

export interface LoneCell {
  cell: string;
  cellName: string;
  value: string;
}

/** A sentence that is new (only `to`), gone (only `from`) or reworded. */
export interface TextChange {
  /** Heading of the section, or what a note belongs to. */
  part: string;
  from?: string;
  to?: string;
}

/** Where a value is more than a word or a number, its text is left out. */
export interface FieldChange {
  kind: 'added' | 'removed' | 'changed';
  /** Key in the file. */
  field: string;
  name: string;
  from?: string;
  to?: string;
}
