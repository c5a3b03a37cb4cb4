import { anchorBucket, type CopyIndex, extent } from './copy-index.ts';
import { overlap, sketchSize, sketchWords } from './fingerprint.ts';

/** Bounds of the search: the cost of a report does not depend on how many share a sentence with it. */
const candidates = 3;
const reportsPerForm = 32;
const stepsPerAnchor = 24;

/**
 * Reports of other organs, of the same year or earlier, that may have the most of these segments:
 * each equal or nearly equal segment votes with its length. Fewer votes than `least` don't count.
 */
export function candidatesFor(
  index: CopyIndex,
  report: number,
  open: readonly number[],
  votes: Float64Array,
  least: number,
): number[] {
  const { organ, year } = index.reports[report]!;
  const touched: number[] = [];
  const vote = (form: number, weight: number) => {
    for (const other of holders(index, form, report)) {
      const { organ: otherOrgan, year: otherYear } = index.reports[other]!;
      if (otherOrgan === organ || otherYear > year) continue;
      if (votes[other] === 0) touched.push(other);
      votes[other]! += weight;
    }
  };
  for (const segment of open) {
    const form = index.segmentForm[segment]!;
    const weight = extent(index, segment);
    vote(form, weight);
    for (const near of nearForms(index, form)) vote(near, weight);
  }
  const likely = touched
    .filter((other) => votes[other]! >= least)
    .sort((a, b) => votes[b]! - votes[a]! || index.reports[b]!.year - index.reports[a]!.year || a - b);
  const chosen: number[] = [];
  for (const other of likely) {
    if (chosen.length === candidates) break;
    if (chosen.every((c) => index.reports[c]!.organ !== index.reports[other]!.organ)) chosen.push(other);
  }
  for (const other of touched) votes[other] = 0;
  return chosen;
}

/**
 * Reports that hold a form: all, or where they are many those next to `report` in the order of
 * reports, so that segments copied together vote for the same reports.
 */
function holders({ postings, firstPosting }: CopyIndex, form: number, report: number): Int32Array {
  const from = firstPosting[form]!;
  const to = firstPosting[form + 1]!;
  if (to - from <= reportsPerForm) return postings.subarray(from, to);
  const here = firstNotBelow(postings, report, from, to);
  const start = Math.max(from, Math.min(here - reportsPerForm / 2, to - reportsPerForm));
  return postings.subarray(start, start + reportsPerForm);
}

/** Forms that share an anchor with this one and are nearly the same. */
function nearForms(index: CopyIndex, form: number): Set<number> {
  const { anchors, sketches } = index;
  const near = new Set<number>();
  const at = form * sketchWords;
  const size = sketchSize(sketches, at);
  // Anchors stand in the order of their forms.
  for (let a = firstNotBelow(anchors.form, form); anchors.form[a] === form; a++) {
    const key = anchors.key[a]!;
    let other = anchors.bucket[anchorBucket(key, anchors.bucket.length)]!;
    for (let steps = 0; other >= 0 && steps < stepsPerAnchor; steps++) {
      const otherForm = anchors.form[other]!;
      if (anchors.key[other] === key && otherForm !== form && index.common[otherForm] === 0) {
        const otherAt = otherForm * sketchWords;
        if (overlap(sketches, at, size, otherAt, sketchSize(sketches, otherAt)) > 0) near.add(otherForm);
      }
      other = anchors.previous[other]!;
    }
  }
  return near;
}

/** First place of a sorted list whose value is not below this one. */
function firstNotBelow(sorted: Int32Array, value: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
