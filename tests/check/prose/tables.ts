import type { Tables } from '../../../src/check/prose/readings.ts';
import type { Form } from '../../../src/forms/compile.ts';
import { formForYear } from '../../../src/forms/index.ts';
import type { CellValue } from '../../../src/forms/value.ts';

export interface YearTables extends Tables {
  year: number;
}

/** Tables with these rows, by address without the table's name where it is plain; every other cell is 0. */
export function tablesOf(year: number, rows: Record<string, readonly CellValue[]>): YearTables {
  const form = formForYear(year)!;
  const values: CellValue[] = form.cells.map(() => 0);
  for (const [address, numbers] of Object.entries(rows)) {
    const row = rowAt(form, address);
    if (row.cells.length !== numbers.length) throw new Error(`${address}: ${row.cells.length} cells`);
    row.cells.forEach((cell, i) => {
      values[cell.index] = numbers[i]!;
    });
  }
  return { form, values, year };
}

function rowAt(form: Form, address: string) {
  const row = form.rows.find(
    (candidate) => candidate.address === address || candidate.address.endsWith(`.${address}`),
  );
  if (!row) throw new Error(`no row ${address}`);
  return row;
}

/** A township without applications. */
const town = tablesOf(2023, {});

/** A county department. */
const bureau = tablesOf(2023, {
  'disclosure.normativeDocuments': [1, 0, 6],
  'disclosure.licensing': [259],
  'disclosure.punishment': [29],
  'disclosure.coercion': [2],
  'disclosure.fees': [78.126],
  newReceived: [20, 8, 0, 0, 3, 0, 31],
  carriedOver: [1, 0, 0, 0, 0, 0, 1],
  granted: [9, 0, 0, 0, 2, 0, 11],
  partiallyGranted: [2, 1, 0, 0, 0, 0, 3],
  'denied.otherLaw': [1, 0, 0, 0, 0, 0, 1],
  'denied.thirdParty': [1, 2, 0, 0, 0, 0, 3],
  'denied.enforcementFile': [0, 0, 0, 0, 1, 0, 1],
  'denied.adminQuery': [2, 1, 0, 0, 0, 0, 3],
  'unable.notHeld': [1, 2, 0, 0, 0, 0, 3],
  'notProcessed.petition': [2, 0, 0, 0, 0, 0, 2],
  'notProcessed.publication': [0, 1, 0, 0, 0, 0, 1],
  'other.notCorrected': [1, 0, 0, 0, 0, 0, 1],
  'other.misc': [1, 0, 0, 0, 0, 0, 1],
  'applications.total': [20, 7, 0, 0, 3, 0, 30],
  carriedForward: [1, 1, 0, 0, 0, 0, 2],
  review: [1, 1, 0, 1, 3],
  litigationAfterReview: [1, 0, 0, 0, 1],
});

/** The same department a year before. */
const bureauBefore = tablesOf(2022, {
  'disclosure.normativeDocuments': [0, 1, 5],
  'disclosure.licensing': [228],
  'disclosure.punishment': [31],
  'disclosure.coercion': [2],
  'disclosure.fees': [92.4],
  newReceived: [24, 7, 1, 0, 3, 1, 36],
  carriedOver: [2, 0, 0, 0, 1, 0, 3],
  'applications.total': [25, 7, 1, 0, 4, 1, 38],
  carriedForward: [1, 0, 0, 0, 0, 0, 1],
  review: [2, 0, 0, 1, 3],
  litigationDirect: [1, 0, 0, 0, 1],
});

/** A large city. */
const city = tablesOf(2023, {
  'disclosure.regulations': [1, 0, 14],
  'disclosure.normativeDocuments': [36, 12, 148],
  'disclosure.licensing': [31987],
  'disclosure.punishment': [2210],
  'disclosure.coercion': [96],
  'disclosure.fees': [1204.55],
  newReceived: [320, 36, 2, 4, 10, 3, 375],
  carriedOver: [10, 2, 0, 0, 0, 0, 12],
  granted: [128, 14, 1, 2, 4, 1, 150],
  partiallyGranted: [52, 6, 0, 1, 2, 0, 61],
  'denied.stateSecret': [2, 0, 0, 0, 0, 0, 2],
  'denied.otherLaw': [3, 0, 0, 0, 0, 0, 3],
  'denied.securityStability': [1, 0, 0, 0, 0, 0, 1],
  'denied.thirdParty': [7, 2, 0, 0, 0, 0, 9],
  'denied.internalAffairs': [4, 0, 0, 0, 0, 0, 4],
  'denied.processInfo': [6, 0, 0, 0, 0, 0, 6],
  'denied.enforcementFile': [5, 0, 0, 0, 0, 0, 5],
  'denied.adminQuery': [8, 0, 0, 0, 0, 0, 8],
  'unable.notHeld': [58, 8, 1, 0, 2, 1, 70],
  'unable.needsCreation': [7, 2, 0, 0, 0, 0, 9],
  'unable.unclear': [3, 0, 0, 0, 0, 0, 3],
  'notProcessed.petition': [18, 1, 0, 0, 1, 0, 20],
  'notProcessed.repeat': [5, 1, 0, 0, 0, 0, 6],
  'notProcessed.publication': [1, 0, 0, 0, 0, 0, 1],
  'notProcessed.excessive': [2, 0, 0, 0, 0, 0, 2],
  'notProcessed.reconfirm': [1, 0, 0, 0, 0, 0, 1],
  'other.notCorrected': [4, 0, 0, 0, 1, 0, 5],
  'other.feeUnpaid': [1, 0, 0, 0, 0, 0, 1],
  'other.misc': [4, 3, 0, 1, 0, 1, 9],
  'applications.total': [320, 37, 2, 4, 10, 3, 376],
  carriedForward: [10, 1, 0, 0, 0, 0, 11],
  review: [8, 3, 2, 4, 17],
  litigationDirect: [2, 1, 0, 1, 4],
  litigationAfterReview: [3, 0, 1, 2, 6],
});

const cityBefore = tablesOf(2022, {
  'disclosure.normativeDocuments': [40, 9, 124],
  'disclosure.licensing': [30000],
  'disclosure.punishment': [2600],
  newReceived: [270, 25, 0, 1, 3, 1, 300],
  carriedOver: [5, 0, 0, 0, 0, 0, 5],
  'applications.total': [265, 23, 0, 1, 3, 1, 293],
  carriedForward: [10, 2, 0, 0, 0, 0, 12],
  review: [10, 4, 3, 3, 20],
  litigationDirect: [1, 0, 0, 1, 2],
  litigationAfterReview: [6, 0, 0, 2, 8],
});

/** A department in the first edition of the form. */
const bureau2020 = tablesOf(2020, {
  'disclosure.normativeDocuments': [2, 2, 9],
  'disclosure.licensing': [28, -3, 207],
  'disclosure.otherServices': [35, 2, 1258],
  'disclosure.punishment': [64, -5, 27],
  'disclosure.coercion': [7, 0, 2],
  'disclosure.fees': [5, -1],
  'disclosure.procurement': [9, 127.84],
  newReceived: [17, 5, 0, 0, 2, 0, 24],
  carriedOver: [1, 0, 0, 0, 0, 0, 1],
  granted: [7, 1, 0, 0, 1, 0, 9],
  partiallyGranted: [2, 1, 0, 0, 0, 0, 3],
  'denied.thirdParty': [1, 0, 0, 0, 0, 0, 1],
  'denied.processInfo': [2, 0, 0, 0, 1, 0, 3],
  'denied.adminQuery': [0, 1, 0, 0, 0, 0, 1],
  'unable.notHeld': [3, 0, 0, 0, 0, 0, 3],
  'notProcessed.repeat': [1, 0, 0, 0, 0, 0, 1],
  'notProcessed.publication': [1, 1, 0, 0, 0, 0, 2],
  'applications.total': [17, 4, 0, 0, 2, 0, 23],
  carriedForward: [1, 1, 0, 0, 0, 0, 2],
  review: [1, 0, 0, 0, 1],
});

export interface Situation {
  report: YearTables;
  lastYear?: YearTables;
}

/** Tables the sentences are read against, by name. */
export const situations: Record<string, Situation> = {
  town: { report: town },
  bureau: { report: bureau, lastYear: bureauBefore },
  city: { report: city, lastYear: cityBefore },
  bureau2020: { report: bureau2020 },
};
