import { carriedCells } from '../forms/carry-over.ts';
import { type CellValue, isNumber } from '../forms/value.ts';
import type { OrganEntry, ReportEntry } from './site.ts';

/** What went from the report of one year into that of the next, column by column. */
export interface LedgerEntry {
  earlier: ReportEntry;
  later: ReportEntry;
  columns: readonly LedgerColumn[];
}

export interface LedgerColumn {
  name: string;
  /** 结转下年度继续办理 of the earlier report, 上年结转 of the later. */
  from: CellValue;
  to: CellValue;
  /** `unknown`: one of them is no number. */
  state: 'equal' | 'broken' | 'unknown';
  /** Addresses of both cells. */
  fromAddress: string;
  toAddress: string;
}

/** Oldest first; years that do not follow each other have no entry. */
export function ledger({ reports }: OrganEntry): LedgerEntry[] {
  return reports.flatMap((later) => {
    const earlier = later.previous;
    if (!earlier || earlier.report.year !== later.report.year - 1) return [];
    const columns = carriedCells(earlier.report.form, later.report.form).map(({ from, to }): LedgerColumn => {
      const [before, after] = [earlier.report.values[from.index]!, later.report.values[to.index]!];
      const known = isNumber(before) && isNumber(after);
      return {
        name: to.columnName,
        from: before,
        to: after,
        state: !known ? 'unknown' : before === after ? 'equal' : 'broken',
        fromAddress: from.address,
        toAddress: to.address,
      };
    });
    return [{ earlier, later, columns }];
  });
}
