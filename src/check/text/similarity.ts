import { candidatesFor } from './copy-candidates.ts';
import { type CopyIndex, extent } from './copy-index.ts';
import { type Compared, compare, freeSegments, type Match } from './shared-passages.ts';

export interface Copies {
  organ: string;
  year: number;
  /** Characters that were compared: without official wording, common stock and very short sentences. */
  characters: number;
  /** Share of the common stock in the text outside the opening; near 1 where a whole site says the same. */
  commonShare: number;
  /** The same organ's last report. */
  self?: Match;
  /** Other organs, same year or earlier, the largest share first. */
  peers: readonly Match[];
  /** Share of the text found in any of the peers. */
  peerShare: number;
}

/** From where on a report is said to be copied. */
export const copyLimits = {
  self: 0.5,
  peers: 0.4,
  common: 0.6,
  /** Fewer characters than these say nothing: a report of zeros has two or three sentences of its own. */
  characters: 80,
};

/** Which of the comparisons of a report are beyond the limits. */
export function copied(copies: Copies, limits = copyLimits): ('self' | 'peers' | 'common')[] {
  const enough = copies.characters >= limits.characters;
  return [
    ...(enough && (copies.self?.share ?? 0) >= limits.self ? (['self'] as const) : []),
    ...(enough && copies.peerShare >= limits.peers ? (['peers'] as const) : []),
    ...(copies.commonShare >= limits.common ? (['common'] as const) : []),
  ];
}

/** A report is taken together from so many others at most; each round looks at what is not yet found. */
const rounds = 3;
/** A peer is looked at from this share of the text on. */
const leastShare = 0.05;

/** Finds what every report shares with others, in the order of the index. */
export function* allCopies(index: CopyIndex): Generator<Copies> {
  const votes = new Float64Array(index.reports.length);
  for (let report = 0; report < index.reports.length; report++) yield copiesOf(index, report, votes);
}

/** What one report shares. `votes` is scratch space, zero for every report before and after. */
export function copiesOf(
  index: CopyIndex,
  report: number,
  votes = new Float64Array(index.reports.length),
): Copies {
  const { organ, year } = index.reports[report]!;
  const free = freeSegments(index, report);
  const characters = index.freeLength[report]!;
  const common = index.commonLength[report]!;
  const covered = new Set<number>();
  const peers = new Map<string, Match>();
  for (let round = 0; round < rounds; round++) {
    const open = free.filter((segment) => !covered.has(segment));
    let best: Compared | undefined;
    for (const candidate of candidatesFor(index, report, open, votes, characters * leastShare)) {
      const compared = compare(index, free, characters, candidate);
      const known = peers.get(compared.match.organ);
      if (!known || known.shared < compared.match.shared) peers.set(compared.match.organ, compared.match);
      if (!best || compared.match.shared > best.match.shared) best = compared;
    }
    const before = covered.size;
    for (const segment of best?.segments ?? []) covered.add(segment);
    if (covered.size === before) break;
  }
  const last = index.reports[report - 1]?.organ === organ ? report - 1 : undefined;
  const coveredLength = [...covered].reduce((sum, segment) => sum + extent(index, segment), 0);
  return {
    organ,
    year,
    characters,
    commonShare: common === 0 ? 0 : common / (common + characters),
    ...(last === undefined ? {} : { self: compare(index, free, characters, last).match }),
    peers: [...peers.values()]
      .filter(({ share }) => share >= leastShare)
      .sort((a, b) => b.shared - a.shared || b.year - a.year || (a.organ < b.organ ? -1 : 1)),
    peerShare: characters === 0 ? 0 : coveredLength / characters,
  };
}
