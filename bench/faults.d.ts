import type { Form } from '../src/forms/compile.ts';
import type { Random } from './seeded.js';

export type Fault = (form: Form, values: readonly number[], random: Random) => number[] | undefined;
export const faults: Record<
  | 'oneCell'
  | 'digitsSwapped'
  | 'digitDropped'
  | 'digitDoubled'
  | 'totalStale'
  | 'cellsSwapped'
  | 'rowShifted'
  | 'twoCells'
  | 'threeCells'
  | 'bothTables',
  Fault
>;
export function truthOf(values: readonly number[], faulty: readonly number[]): Map<number, number>;
export function related(form: Form): readonly number[];
export function otherNumber(value: number, random: Random): number;
