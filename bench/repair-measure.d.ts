import type { Form } from '../src/forms/compile.ts';
import type { Fault } from './faults.js';
import type { RepairResult } from './whole-report.js';

export type Edit = ReadonlyMap<number, number>;

export interface Case {
  form: Form;
  faulty: number[];
  /** The true numbers by cell. */
  truth: Edit;
}

export interface Measured {
  shown: number;
  first: number;
  three: number;
  all: number;
  unique: number;
  falsely: number;
  another: number;
  larger: number;
  cut: number;
  right: number;
  wrong: number;
  /** Milliseconds, ascending. */
  times: number[];
}

export function faultyReports(
  forms: readonly Form[],
  fault: Fault,
  count: number,
  seed: number,
): Generator<Case>;
export function measure(
  cases: Iterable<Case>,
  tools: {
    repair(form: Form, values: readonly number[]): RepairResult;
    rule(form: Form, values: readonly number[]): Edit;
    now(): number;
  },
): Measured;
export function singleEdits(form: Form, values: readonly number[]): Edit[];
