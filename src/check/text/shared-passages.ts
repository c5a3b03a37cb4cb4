import { type CopyIndex, extent } from './copy-index.ts';
import { overlap, sketchSize, sketchWords } from './fingerprint.ts';
import type { Span } from './types.ts';

/** A passage of the report, and where the other report has it. */
export interface SharedPassage extends Span {
  section: string;
  other: Span & { section: string };
  /** False where some characters differ (figures, years and the organs' own names do not count). */
  equal: boolean;
}

/** What a report has in common with another one. */
export interface Match {
  organ: string;
  year: number;
  /** Characters shared, and their share of all that were compared. */
  shared: number;
  share: number;
  passages: readonly SharedPassage[];
}

export interface Compared {
  match: Match;
  /** Segments of the report that the other one has. */
  segments: number[];
}

interface Pair {
  segment: number;
  other: number;
  equal: boolean;
}

/** Segments of a report that are not common stock. */
export function freeSegments(index: CopyIndex, report: number): number[] {
  const free: number[] = [];
  for (let s = index.firstSegment[report]!; s < index.firstSegment[report + 1]!; s++) {
    if (index.common[index.segmentForm[s]!] === 0) free.push(s);
  }
  return free;
}

/** Compares a report's free segments with those of another report, wherever they stand. */
export function compare(
  index: CopyIndex,
  free: readonly number[],
  characters: number,
  other: number,
): Compared {
  const others = freeSegments(index, other);
  const byForm = new Map(others.map((segment) => [index.segmentForm[segment]!, segment]));
  const sizes = others.map((segment) => sketchSize(index.sketches, sketchOf(index, segment)));
  const pairs: Pair[] = [];
  for (const segment of free) {
    const equal = byForm.get(index.segmentForm[segment]!);
    const twin = equal ?? nearest(index, segment, others, sizes);
    if (twin !== undefined) pairs.push({ segment, other: twin, equal: equal !== undefined });
  }
  const shared = pairs.reduce((sum, { segment }) => sum + extent(index, segment), 0);
  const { organ, year } = index.reports[other]!;
  const share = characters === 0 ? 0 : shared / characters;
  return {
    match: { organ, year, shared, share, passages: joined(index, pairs) },
    segments: pairs.map(({ segment }) => segment),
  };
}

function nearest(
  index: CopyIndex,
  segment: number,
  others: readonly number[],
  sizes: readonly number[],
): number | undefined {
  const { sketches } = index;
  const at = sketchOf(index, segment);
  const size = sketchSize(sketches, at);
  let best: number | undefined;
  let most = 0;
  for (let i = 0; i < others.length; i++) {
    const common = overlap(sketches, at, size, sketchOf(index, others[i]!), sizes[i]!);
    if (common <= most) continue;
    best = others[i];
    most = common;
  }
  return best;
}

function sketchOf(index: CopyIndex, segment: number): number {
  return index.segmentForm[segment]! * sketchWords;
}

/** Neighbouring segments that are neighbours in the other report too, as one passage. */
function joined(index: CopyIndex, pairs: readonly Pair[]): SharedPassage[] {
  const passages: SharedPassage[] = [];
  let previous: Pair | undefined;
  for (const pair of pairs) {
    const here = spanOf(index, pair.segment);
    const there = spanOf(index, pair.other);
    const last = passages.at(-1);
    const follows = previous?.segment === pair.segment - 1 && previous.other === pair.other - 1;
    if (
      last &&
      follows &&
      last.equal === pair.equal &&
      last.section === here.section &&
      last.other.section === there.section
    ) {
      last.end = here.end;
      last.other.end = there.end;
    } else {
      passages.push({ ...here, other: there, equal: pair.equal });
    }
    previous = pair;
  }
  return passages;
}

function spanOf(index: CopyIndex, segment: number): Span & { section: string } {
  const start = index.segmentStart[segment]!;
  const section = index.sections[index.segmentExtent[segment]! & 15]!;
  return { section, start, end: start + extent(index, segment) };
}
