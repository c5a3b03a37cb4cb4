/** A sentence that is new (only `to`), gone (only `from`) or reworded. */
export interface SentenceChange {
  from?: string;
  to?: string;
}

/** More comparisons than this are not made; then order counts for nothing. No report comes near it. */
const most = 1_000_000;

/** How one text became another, sentence by sentence, in the order of the texts. */
export function compareSentences(before: string, after: string): SentenceChange[] {
  const a = sentences(before);
  const b = sentences(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const hunks = left.length * right.length > most ? [apart(left, right)] : hunksOf(left, right);
  return hunks.flatMap(pair);
}

/** A sentence with its stops and closing quotation marks; a line's end ends one too. Scripts of the pages have it as well. */
export const sentence = /[^。！？；\n]*[。！？；]+[”’）」』》]*|[^。！？；\n]+/g;

export function sentences(text: string): string[] {
  return (text.match(sentence) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** What stands between two runs of equal sentences. */
interface Hunk {
  gone: string[];
  come: string[];
}

/** By the longest common subsequence. */
function hunksOf(a: readonly string[], b: readonly string[]): Hunk[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const hunks: Hunk[] = [{ gone: [], come: [] }];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      hunks.push({ gone: [], come: [] });
      i++;
      j++;
    } else if (
      j === b.length ||
      (i < a.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    ) {
      hunks.at(-1)!.gone.push(a[i++]!);
    } else {
      hunks.at(-1)!.come.push(b[j++]!);
    }
  }
  return hunks;
}

function apart(a: readonly string[], b: readonly string[]): Hunk {
  const [inA, inB] = [new Set(a), new Set(b)];
  return { gone: a.filter((s) => !inB.has(s)), come: b.filter((s) => !inA.has(s)) };
}

/** Of sentences that went and came in one place, those that are alike are one sentence reworded. */
function pair({ gone, come }: Hunk): SentenceChange[] {
  const changes: SentenceChange[] = [];
  let next = 0;
  for (const from of gone) {
    const reach = come.slice(next, next + 50);
    const found = reach.findIndex((to) => likeness(from, to) >= 0.5);
    if (found < 0) {
      changes.push({ from });
      continue;
    }
    changes.push(...reach.slice(0, found).map((to) => ({ to })), { from, to: reach[found]! });
    next += found + 1;
  }
  return [...changes, ...come.slice(next).map((to) => ({ to }))];
}

/** Share of pairs of neighbouring characters that two sentences have in common (Dice), from 0 to 1. */
function likeness(a: string, b: string): number {
  const [pairsA, pairsB] = [pairs(a), pairs(b)];
  let common = 0;
  for (const each of pairsA) if (pairsB.has(each)) common++;
  return (2 * common) / (pairsA.size + pairsB.size);
}

function pairs(text: string): Set<string> {
  const inner = `^${text}`;
  return new Set(Array.from(text, (_, i) => inner.slice(i, i + 2)));
}
