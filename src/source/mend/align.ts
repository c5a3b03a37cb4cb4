import { type Slip, slip } from './names.ts';
import type { Item } from './reader.ts';

/** A group of names or of dashes that is open, by where its lines stand. */
interface Level {
  indent: number;
  list: boolean;
  /** The line that it begins with, and what was open before. */
  opener: { item: number; state: State };
}

interface State {
  levels: readonly Level[];
  /** The last name has no value yet. */
  open: boolean;
  /** Steps that nobody takes without need: a name without a value, a group further in than two blanks. */
  odd: number;
}

/** How many of the following lines are asked where a line belongs. */
const neighbours = 12;

/** Lines that were moved to try out places; a file that takes more is past mending. */
const maxMoves = 300;

/**
 * The lines that stand wrong, each at the place that its neighbours give it: the only one at which the lines
 * below are in line. Where no such place is better than all others, the line is set aside.
 */
export function align(text: string, items: readonly Item[]): Slip[] {
  const slips = new Map<number, Slip>();
  let state: State = { levels: [], open: true, odd: 0 };
  let before: { item: number; state: State } | undefined;
  let moves = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const next = isPlain(item) ? step(state, items, i, item.line.spaces) : undefined;
    if (next) {
      before = { item: i, state };
      state = next;
      continue;
    }
    const places = new Map([[i, state]]);
    if (isPlain(item)) {
      for (const { opener } of state.levels) places.set(opener.item, opener.state);
      if (before) places.set(before.item, before.state);
    }
    const movable = [...places].filter(([earlier]) => !slips.has(earlier));
    const best = bestOf(movable.flatMap(([earlier, at]) => placesOf(text, items, earlier, at)));
    if (best === undefined || moves++ > maxMoves) break;
    if (best === 'doubt') {
      if (item.opens) break;
      slips.set(i, told(text, item, undefined));
      continue;
    }
    for (const told of [...slips.keys()]) if (told > best.item) slips.delete(told);
    slips.set(best.item, told(text, items[best.item]!, best.indent));
    i = best.item;
    before = undefined;
    state = best.after;
  }
  return [...slips.values()];
}

/** Nothing but blanks of the right kind stand before it. */
function isPlain({ line }: Item): boolean {
  return line.start + line.spaces === line.at;
}

/** What is open after a line that stands at `indent`; undefined where it cannot stand there. */
function step(state: State, items: readonly Item[], i: number, indent: number): State | undefined {
  const { levels, open, odd } = state;
  const { dash, inner, opens, text } = items[i]!;
  const opener = { item: i, state };
  if (text !== undefined && text <= indent) return undefined;
  const top = levels.at(-1);
  const below = !top || indent > top.indent || (dash && !top.list && indent === top.indent);
  let kept: Level[];
  let strange = odd;
  if (open && below) {
    kept = [...levels, { indent, list: dash, opener }];
    if (indent - (top?.indent ?? -2) !== 2) strange++;
  } else {
    const found = levels.findLastIndex((level) => level.indent === indent && level.list === dash);
    if (found < 0) return undefined;
    kept = levels.slice(0, found + 1);
    if (open) strange++;
  }
  if (inner !== undefined) kept.push({ indent: indent + inner, list: false, opener });
  return { levels: kept, open: opens, odd: strange };
}

interface Choice {
  item: number;
  indent: number;
  after: State;
  /** The first line behind it that cannot stand where it does. */
  reach: number;
  odd: number;
  /** How far the line is moved; nothing where its blanks cannot be counted. */
  distance: number;
}

/** Every other place at which a line may stand, with how well the lines behind it fit. */
function placesOf(text: string, items: readonly Item[], i: number, before: State): Choice[] {
  const item = items[i]!;
  const lead = leadOf(text, item);
  // Of blanks of several kinds those of the right kind count; a tab alone says nothing of where its line stands.
  const spaces = lead.replaceAll(/[^ ]/g, '').length;
  const counted = isPlain(item) || spaces > 0;
  const top = before.levels.at(-1)?.indent ?? -2;
  const deeper = [top + 2, ...items.slice(i + 1, i + 3).map(({ line }) => line.spaces)];
  const alike = isPlain(item)
    ? undefined
    : before.levels.find(({ opener }) => leadOf(text, items[opener.item]!) === lead);
  const indents = alike
    ? [alike.indent]
    : [
        ...before.levels.map(({ indent }) => indent),
        ...(before.open ? deeper.filter((indent) => indent > top) : []),
      ];
  return [...new Set(indents)].flatMap((indent) => {
    const after = isPlain(item) && indent === spaces ? undefined : step(before, items, i, indent);
    if (!after) return [];
    const distance = counted ? Math.abs(indent - spaces) : 0;
    return [{ item: i, indent, after, ...follow(items, i + 1, after), distance }];
  });
}

function leadOf(text: string, { line }: Item): string {
  return text.slice(line.start, line.at);
}

function follow(items: readonly Item[], from: number, state: State): { reach: number; odd: number } {
  let at = state;
  for (let i = from; i < from + neighbours && i < items.length; i++) {
    const item = items[i]!;
    if (!isPlain(item)) break;
    const next = step(at, items, i, item.line.spaces);
    if (!next) return { reach: i, odd: at.odd };
    at = next;
  }
  return { reach: Number.POSITIVE_INFINITY, odd: at.odd };
}

/** The one choice that is better than all others. */
function bestOf(choices: readonly Choice[]): Choice | 'doubt' | undefined {
  const ranked = [...choices].sort((a, b) => compare(a, b));
  const [first, second] = ranked;
  if (!first) return undefined;
  return second && compare(first, second) === 0 ? 'doubt' : first;
}

function compare(a: Choice, b: Choice): number {
  if (a.reach !== b.reach) return a.reach > b.reach ? -1 : 1;
  return a.odd - b.odd || a.distance - b.distance;
}

const apart = '同一层的各行左边对齐，每层两个空格。';

/** The slip of a line that belongs at `indent`, or nobody knows where. */
function told(text: string, { line, end, start }: Item, indent: number | undefined): Slip {
  const { spaces, at } = line;
  const edits =
    indent === undefined ? [{ start, end, to: '' }] : [{ start, end: at, to: ' '.repeat(indent) }];
  const [what, write, span] = words(text, line.start + spaces, at) ?? [
    indent === undefined ? '这一行的缩进没有对齐' : spaces > indent ? '这一行缩进多了' : '这一行缩进少了',
    apart,
    { start: at, end: line.end },
  ];
  const found = slip(what, write, span, edits);
  return indent === undefined ? { ...found, mended: 'part' } : found;
}

/** Blanks that are not plain are what is wrong with a line, wherever it stands. */
function words(
  text: string,
  start: number,
  end: number,
): [string, string, { start: number; end: number }] | undefined {
  if (start === end) return undefined;
  const span = { start, end };
  if (text.slice(start, end).includes('\t'))
    return ['行首用了制表符（Tab）', '缩进只用空格，每层两个。', span];
  return ['行首用了全角空格，或者别的不是半角空格的空白', '删掉它，缩进只用半角空格，每层两个。', span];
}
