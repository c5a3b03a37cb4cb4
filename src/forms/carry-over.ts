import type { Cell, Form } from './compile.ts';

/**
 * 上年结转 of a report is 结转下年度继续办理 of the report before it, column by column.
 * Both rows stand in every edition; where one lacks a row or a column there is nothing to compare.
 */
export const carryOver = { from: 'applications.carriedForward', to: 'applications.carriedOver' } as const;

/** The cells that hold the same number in the reports of two years that follow each other. */
export function carriedCells(earlier: Form, later: Form): { from: Cell; to: Cell }[] {
  const row = earlier.rows.find(({ address }) => address === carryOver.from);
  return (row?.cells ?? []).flatMap((from) => {
    const to = later.cellAt.get(`${carryOver.to}.${from.column}`);
    return to ? [{ from, to }] : [];
  });
}
