import type { Form } from '../../forms/compile.ts';
import type { CellValue } from '../../forms/value.ts';
import { linksOf, type Neighbours } from './links.ts';
import { isTroubled, problemOf } from './problem.ts';
import { repairPart } from './repair-part.ts';
import type { PartRepair } from './result.ts';
import { systemOf } from './system.ts';

/**
 * Proposes, for each part of a report that hangs together, the smallest edits that satisfy every sum relation of it,
 * likeliest first; parts in the order of the form, those with nothing to say left out.
 *
 * `values` are the report's, by cell index; of `neighbours` the links of 上年结转 and 结转下年度 are used;
 * `accepted` are indexes of equations that need not hold: the cell where that is reported stays as it is.
 * A report without failing relation or blank costs one pass over its relations. The search is bounded by
 * counted work, so the answer is the same everywhere; where it was cut off, `complete` says so and nothing
 * is claimed to be unique. Proposals only: nothing is changed.
 */
export function proposeRepairs(
  form: Form,
  values: readonly CellValue[],
  neighbours: Neighbours = {},
  accepted: readonly number[] = [],
): PartRepair[] {
  const system = systemOf(form, accepted);
  const troubled = system.parts.filter((part) => isTroubled(part, values));
  if (troubled.length === 0) return [];
  const links = linksOf(form, neighbours);
  return troubled.flatMap((part) => repairPart(problemOf(form, system, part, values, links)) ?? []);
}
