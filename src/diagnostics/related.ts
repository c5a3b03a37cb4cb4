import type { Related } from './diagnostic.ts';

/** What several related places have in common, such as the side of a sum. */
export interface RelatedGroup {
  group?: string;
  /** Those worth telling: of three or more, addends that are 0 explain nothing. */
  told: Related[];
  /** How many were left out. */
  zeros: number;
}

/** In the order in which the groups first appear. */
export function relatedGroups(related: readonly Related[]): RelatedGroup[] {
  return [...new Set(related.map((entry) => entry.group))].map((group) => {
    const entries = related.filter((entry) => entry.group === group);
    const told = entries.filter((entry) => entries.length < 3 || !/ 0$/.test(entry.message));
    return { ...(group === undefined ? {} : { group }), told, zeros: entries.length - told.length };
  });
}

/** What is said of those left out. */
export function zerosText({ told, zeros }: RelatedGroup): string {
  return `${told.length > 0 ? '其余' : '全部'} ${zeros} 格是 0`;
}
