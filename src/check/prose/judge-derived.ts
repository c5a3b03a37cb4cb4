import type { Frame, Why } from './bind.ts';
import { sharing } from './derived.ts';
import {
  compare,
  difference,
  type Exact,
  isZero,
  percent,
  percentText,
  same,
  written,
  zero,
} from './exact.ts';
import type { Item } from './item.ts';
import { decimalsOf, states, valueText } from './quantity.ts';
import { type Reading, readingsOf, type Tables } from './readings.ts';
import { verbs } from './topics-applications.ts';

/** What came of holding one number against one set of cells. */
export interface Judged {
  verdict: 'agrees' | 'differs' | 'free' | 'unchecked';
  readings: readonly Reading[];
  frame: Frame | undefined;
  why: Why | undefined;
  closest: Reading | undefined;
}

const free: Judged = { verdict: 'free', readings: [], frame: undefined, why: undefined, closest: undefined };

/** A number that is not about the tables, or of which the words don't say what it is about. */
export function unbound({ state, why }: Item): Judged | undefined {
  if (state === 'bound') return undefined;
  if (state === 'free') return free;
  return {
    verdict: state,
    readings: [],
    frame: undefined,
    why,
    closest: undefined,
  };
}

/** Why a difference may be none, as far as the words go. */
export function softOf({ soft, chain }: Item): Why | undefined {
  return soft ?? (chain && !chain.sure ? 'unclear' : undefined);
}

/** The verdict on a number: it agrees with some reading of the tables, or with none. */
export function derived(
  readings: readonly Reading[],
  fits: readonly Reading[],
  frame: Frame | undefined,
  doubt: Why | undefined,
): Judged {
  const verdict = fits.length > 0 ? 'agrees' : doubt ? 'unchecked' : 'differs';
  return {
    verdict,
    readings: fitsFirst(fits, readings),
    frame,
    why: verdict === 'unchecked' ? doubt : undefined,
    closest: undefined,
  };
}

function fitsFirst(fits: readonly Reading[], readings: readonly Reading[]): readonly Reading[] {
  if (fits.length === 0 || fits.length === readings.length) return readings;
  return [...fits, ...readings.filter((reading) => !fits.includes(reading))];
}

/** A part or a whole; of a number as stated, no cells. */
type Term = Omit<Reading, 'key'>;

/** 占32.9%: recomputed from the count before it, as stated and as the table has it, over every lawful whole. */
export function judgeShare(item: Item, tables: Tables): Judged[] {
  const counted = item.subject?.state === 'free' && item.list !== undefined;
  const open = unbound(item);
  if (open && !counted) return [open];
  const frame = item.frames[0];
  const decimals = decimalsOf(item.quantity);
  const readings = recomputed(partsOf(item, tables), wholesOf(item, tables), decimals);
  if (readings.length === 0) return [derived(readings, [], frame, 'noBase')];
  const { quantity, subject } = item;
  const fits = readings.filter(({ value }) => same(value, quantity.value));
  return [
    derived(
      readings,
      fits,
      frame,
      softOf(item) ?? (subject && softOf(subject)) ?? (quantity.hedge || quantity.to ? 'hedged' : undefined),
    ),
  ];
}

function recomputed(parts: readonly Term[], wholes: readonly Term[], decimals: number): Reading[] {
  return parts.flatMap((part) =>
    wholes.flatMap((whole) => {
      const value = isZero(whole.value) ? undefined : percent(part.value, whole.value, decimals);
      if (!value) return [];
      const name = `${part.name} ÷ ${whole.name} = ${percentText(value, decimals)}`;
      return [{ name, value, key: name, cells: [...part.cells, ...whole.cells] }];
    }),
  );
}

function partsOf(item: Item, tables: Tables): Term[] {
  return distinct([
    ...(item.subject ? [stated(item.subject)] : []),
    ...item.frames.flatMap((frame) => fromTable(frame, tables)),
  ]);
}

/** The whole a list gives, and what the form has as wholes: what was received, with what was carried over, and what was handled. */
function wholesOf({ list, frames, base }: Item, tables: Tables): Term[] {
  const head = list?.head;
  return distinct([
    ...(head ? [stated(head), ...head.frames.flatMap((frame) => fromTable(frame, tables))] : []),
    ...base.flatMap((frame) => fromTable(frame, tables)),
    ...frames.flatMap((frame) => wholesOfTable(frame).flatMap((whole) => fromTable(whole, tables))),
  ]);
}

function wholesOfTable({ table, rows }: Frame): Frame[] {
  if (table === 'applications') {
    return [verbs.finish, verbs.receive].map((topic) => ({ table, rows: [topic], columns: [] }));
  }
  return table === 'challenges' ? [{ table, rows, columns: [] }] : [];
}

function stated({ quantity }: Item): Term {
  return { name: written(quantity.value), value: quantity.value, cells: [] };
}

function fromTable(frame: Frame, tables: Tables): Term[] {
  return readingsOf(frame, tables).map(({ name, value, cells }) => ({
    name: `${name} ${written(value)}`,
    value,
    cells,
  }));
}

/** Equal values are tried once, a cell before the bare number of the text. */
function distinct(terms: readonly Term[]): Term[] {
  const byValue = new Map<string, Term>();
  for (const term of terms) {
    const known = byValue.get(written(term.value));
    if (!known || known.cells.length === 0) byValue.set(written(term.value), term);
  }
  return [...byValue.values()];
}

/** 比上年增加3件, 同比下降12%, 与上年持平: recomputed from this year's tables and last year's. */
export function judgeChange(item: Item, tables: Tables, lastYear: Tables | undefined): Judged[] {
  const open = unbound(item);
  if (open) return [open];
  return item.frames.slice(0, 1).map((frame) => judgeChangeOf(item, frame, tables, lastYear));
}

function judgeChangeOf(item: Item, frame: Frame, tables: Tables, lastYear: Tables | undefined): Judged {
  const { quantity, direction, subject } = item;
  if (!lastYear) return derived([], [], frame, 'noLastYear');
  if (quantity.unit !== '%' && sharing(quantity)) return derived([], [], frame, 'unit');
  const readings = changes(frame, tables, lastYear, item);
  if (readings.length === 0) return derived([], [], frame, subject ? 'subject' : 'blank');
  const fits = readings.filter(({ value }) => agrees(item, value));
  const hedged = quantity.hedge || quantity.to ? 'hedged' : undefined;
  return derived(
    readings,
    fits,
    frame,
    softOf(item) ?? (subject && softOf(subject)) ?? hedged ?? (direction ? undefined : 'unclear'),
  );
}

/** By expression: this year's value less last year's, or that over last year's in per cent. */
function changes(frame: Frame, tables: Tables, lastYear: Tables, item: Item): Reading[] {
  const before = new Map(readingsOf(frame, lastYear).map((reading) => [reading.key, reading]));
  const { subject, quantity, direction } = item;
  return readingsOf(frame, tables).flatMap(({ name, value, key, cells }) => {
    const past = before.get(key);
    // What is said of a count that is wrong itself cannot be judged.
    if (!past || (subject && !states(subject.quantity, value))) return [];
    if (direction === 'was') {
      return [
        { name: `上年 ${name} ${valueText(past.value, quantity.unit)}`, value: past.value, key, cells: [] },
      ];
    }
    const gap = difference(value, past.value);
    const { unit } = quantity;
    const told = `${name}：本年 ${valueText(value, unit)}，上年 ${valueText(past.value, unit)}`;
    if (unit !== '%')
      return [{ name: `${told}，${moved(gap, valueText(size(gap), unit))}`, value: gap, key, cells }];
    const decimals = decimalsOf(quantity);
    const share = isZero(past.value) ? undefined : percent(size(gap), past.value, decimals);
    if (!share) return [];
    const signed = { whole: gap.whole < 0 ? -share.whole : share.whole, scale: share.scale };
    return [{ name: `${told}，${moved(gap, percentText(share, decimals))}`, value: signed, key, cells }];
  });
}

function agrees({ quantity, direction }: Item, value: Exact): boolean {
  if (direction === 'level') return isZero(value);
  if (direction === 'was') return states(quantity, value);
  const sign = compare(value, zero);
  if ((direction === 'up' && sign < 0) || (direction === 'down' && sign > 0)) return false;
  return quantity.unit === '%' ? same(size(value), quantity.value) : states(quantity, size(value));
}

function moved({ whole }: Exact, by: string): string {
  return whole === 0 ? '没有增减' : `${whole < 0 ? '减少' : '增加'} ${by}`;
}

function size({ whole, scale }: Exact): Exact {
  return { whole: Math.abs(whole), scale };
}
