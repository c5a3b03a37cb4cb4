import { type EditionId, type OfficialRow, officialRows } from './official-form.ts';

/**
 * The printed relations, written down a second time, from the form and not from the code: every row of table
 * three and every group of table four adds up to its total; in every column of table three the results add up
 * to （七）总计, and 新收 and 上年结转 to 总计 and 结转下年度.
 */

const framing = ['newReceived', 'carriedOver', 'total', 'carriedForward'].map((key) => `applications.${key}`);
export const [newReceived, carriedOver, total, carriedForward] = framing as [string, string, string, string];

/** A cell: the row's address, and the place in the row. */
export type At = readonly [row: string, place: number];

export interface Relation {
  code: string;
  sides: readonly [string, string];
  left: At[];
  right: At[];
  at: At;
  /** Whether its addends differ by their row or by their column, and so what they are called. */
  by: 'row' | 'column';
}

export function rowsOf(edition: EditionId, table: string): readonly OfficialRow[] {
  return (officialRows[edition] as readonly OfficialRow[]).filter(({ address }) =>
    address.startsWith(`${table}.`),
  );
}

export function resultRows(edition: EditionId): string[] {
  return rowsOf(edition, 'applications')
    .map(({ address }) => address)
    .filter((address) => !framing.includes(address));
}

function rowSum(code: string, row: string, addends: number, sides: readonly [string, string]): Relation {
  const left = Array.from({ length: addends }, (_, i): At => [row, i]);
  return { code, sides, left, right: [[row, addends]], at: [row, addends], by: 'column' };
}

/** The relations that a cell takes part in. */
export function relationsOf(edition: EditionId, [row, place]: At): Relation[] {
  if (row.startsWith('challenges.')) {
    const code = { review: 'REVIEW', litigationDirect: 'DIRECT', litigationAfterReview: 'AFTER' }[
      row.slice('challenges.'.length)
    ];
    return [rowSum(`T4-${code}-SUM`, row, 4, ['各种结果相加', '总计'])];
  }
  const relations = [rowSum('T3-ROW-SUM', row, 6, ['各类申请人相加', '总计'])];
  const results = resultRows(edition);
  if (results.includes(row) || row === total) {
    relations.push({
      code: 'T3-RESULT-SUM',
      sides: ['各种办理结果相加', '（七）总计'],
      left: results.map((result): At => [result, place]),
      right: [[total, place]],
      at: [total, place],
      by: 'row',
    });
  }
  if (framing.includes(row)) {
    relations.push({
      code: 'T3-BALANCE',
      sides: ['本年新收加上年结转', '（七）总计加结转下年度'],
      left: [
        [newReceived, place],
        [carriedOver, place],
      ],
      right: [
        [total, place],
        [carriedForward, place],
      ],
      at: [carriedForward, place],
      by: 'row',
    });
  }
  return relations;
}

/** Every relation of an edition, once. */
export function allRelations(edition: EditionId): Relation[] {
  const seen = new Map<string, Relation>();
  for (const { address, columns } of [...rowsOf(edition, 'applications'), ...rowsOf(edition, 'challenges')]) {
    columns.forEach((_, place) => {
      for (const relation of relationsOf(edition, [address, place])) {
        seen.set(`${relation.code} ${relation.at.join(' ')}`, relation);
      }
    });
  }
  return [...seen.values()];
}
