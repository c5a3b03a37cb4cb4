import type { Frame, Why } from './bind.ts';
import type { Item } from './item.ts';
import type { Reading } from './readings.ts';

/** What came of holding one number against one set of cells. */
export interface Judged {
  verdict: 'agrees' | 'differs' | 'free' | 'unchecked';
  readings: readonly Reading[];
  frame: Frame | undefined;
  why: Why | undefined;
  closest: Reading | undefined;
}

/** A number that is not about the tables, or of which the words don't say what it is about. */
export function unbound({ state, why }: Item): Judged | undefined {
  if (state === 'bound') return undefined;
  return {
    verdict: state,
    readings: [],
    frame: undefined,
    why: state === 'free' ? undefined : why,
    closest: undefined,
  };
}

/** The verdict on a share or change: it agrees with some reading of the tables, or with none. */
export function derived(
  readings: readonly Reading[],
  fits: readonly Reading[],
  frame: Frame | undefined,
  doubt: Why | undefined,
): Judged {
  const verdict = fits.length > 0 ? 'agrees' : doubt ? 'unchecked' : 'differs';
  return {
    verdict,
    readings: [...new Set([...fits, ...readings])],
    frame,
    why: verdict === 'unchecked' ? doubt : undefined,
    closest: undefined,
  };
}
