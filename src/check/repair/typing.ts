/** How one number may have become another under a typing hand. */
export type TypingSlip = 'digitsSwapped' | 'digitDropped' | 'digitDoubled' | 'digitAdded' | 'digitChanged';

/**
 * The one slip that turns what was meant into what was typed, if one is enough: a restricted
 * Damerau–Levenshtein distance of 1 between their digits (Scholtus 2009; restricted as in `correct_typos`).
 */
export function typingSlip(meant: number, typed: number): TypingSlip | undefined {
  const a = String(meant);
  const b = String(typed);
  if (a === b) return undefined;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end++;
  }
  const inA = a.slice(start, a.length - end);
  const inB = b.slice(start, b.length - end);
  if (inA.length === 1 && inB === '') return 'digitDropped';
  if (inA === '' && inB.length === 1) {
    return inB === b[start - 1] || inB === b[start + 1] ? 'digitDoubled' : 'digitAdded';
  }
  if (inA.length === 1 && inB.length === 1) return 'digitChanged';
  return inA.length === 2 && inA[0] === inB[1] && inA[1] === inB[0] && inB.length === 2
    ? 'digitsSwapped'
    : undefined;
}
