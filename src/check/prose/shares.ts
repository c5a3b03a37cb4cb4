import type { Frame } from './bind.ts';
import { type Exact, same, written } from './exact.ts';
import type { Item } from './item.ts';
import { derived, type Judged, unbound } from './judged.ts';
import { type Reading, readingsOf, type Tables } from './readings.ts';
import { verbs } from './topics-applications.ts';
import { decimalsOf, isZero, percent, percentText } from './verdict.ts';

interface Term {
  name: string;
  value: Exact;
}

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
    derived(readings, fits, frame, subject?.soft ?? (quantity.hedge || quantity.to ? 'hedged' : undefined)),
  ];
}

function recomputed(parts: readonly Term[], wholes: readonly Term[], decimals: number): Reading[] {
  const readings: Reading[] = [];
  for (const part of parts) {
    for (const whole of wholes) {
      const value = isZero(whole.value) ? undefined : percent(part.value, whole.value, decimals);
      if (!value) continue;
      const name = `${part.name} ÷ ${whole.name} = ${percentText(value, decimals)}`;
      if (!readings.some((reading) => reading.name === name)) readings.push({ name, value, key: name });
    }
  }
  return readings;
}

function partsOf(item: Item, tables: Tables): Term[] {
  return distinct([
    ...(item.subject ? [stated(item.subject)] : []),
    ...item.frames.flatMap((frame) => fromTable(frame, tables)),
  ]);
}

/** The whole a list gives, and what the form has as wholes: what was received, with what was carried over, and what was handled. */
function wholesOf({ list, frames }: Item, tables: Tables): Term[] {
  const head = list?.head;
  return distinct([
    ...(head ? [stated(head), ...head.frames.flatMap((frame) => fromTable(frame, tables))] : []),
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
  return { name: written(quantity.value), value: quantity.value };
}

function fromTable(frame: Frame, tables: Tables): Term[] {
  return readingsOf(frame, tables).map(({ name, value }) => ({ name: `${name} ${written(value)}`, value }));
}

/** Equal values are tried once, under the name that says most. */
function distinct(terms: readonly Term[]): Term[] {
  const byValue = new Map<string, Term>();
  for (const term of terms) {
    const known = byValue.get(written(term.value));
    if (!known || known.name.length < term.name.length) byValue.set(written(term.value), term);
  }
  return [...byValue.values()];
}
