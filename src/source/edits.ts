import type { Node, Span } from './node.ts';

/** A piece of the text, and what to read in its place. */
export interface Edit extends Span {
  to: string;
}

/**
 * The text with its pieces replaced, and the way back from a place in it to the place in the original.
 * Throws where two edits overlap: that is a fault of ours.
 */
export function applyEdits(
  text: string,
  edits: readonly Edit[],
): { text: string; origin: (offset: number) => number } {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const steps: { at: number; until: number; start: number; end: number }[] = [];
  let result = '';
  let from = 0;
  for (const { start, end, to } of sorted) {
    if (start < from) throw new Error('edits overlap');
    result += text.slice(from, start);
    if (end > start || to !== '')
      steps.push({ at: result.length, until: result.length + to.length, start, end });
    result += to;
    from = end;
  }
  const origin = (offset: number) => {
    const step = steps.findLast(({ at, until }) => at < offset || (at === offset && at === until));
    if (!step) return offset;
    return offset < step.until
      ? Math.min(step.start + offset - step.at, step.end)
      : step.end + offset - step.until;
  };
  return { text: result + text.slice(from), origin };
}

/** The same tree with the places of the original text. */
export function moved(node: Node, origin: (offset: number) => number): Node {
  const span = { start: origin(node.start), end: origin(node.end) };
  if (node.kind === 'scalar') return { ...node, ...span };
  if (node.kind === 'list') {
    return { ...node, ...span, items: node.items.map((item) => moved(item, origin)) };
  }
  const entries = node.entries.map(({ key, keySpan, value }) => ({
    key,
    keySpan: { start: origin(keySpan.start), end: origin(keySpan.end) },
    value: moved(value, origin),
  }));
  return { ...node, ...span, entries };
}
