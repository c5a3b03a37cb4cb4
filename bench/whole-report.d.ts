import type { PartRepair, Proposal } from '../src/check/repair/result.ts';

export interface RepairResult {
  /** Indexes in `form.equations` of relations that fail. */
  failing: readonly number[];
  parts: readonly PartRepair[];
  /** Best first, a few; empty if a part has none. */
  proposals: readonly Proposal[];
  /** Changed cells of the smallest edits of all parts; absent where a part has none. */
  size?: number;
  /** Each of the parts is. False where there is nothing to repair. */
  determined: boolean;
  complete: boolean;
}

export function wholeReport(parts: readonly PartRepair[]): RepairResult;
