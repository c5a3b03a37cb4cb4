import type { TextSource } from '../src/check/text/copy-index.ts';
import type { NamedOrgan } from '../src/check/text/types.ts';

export type Texts = Record<'opening' | 'overview' | 'problems' | 'remarks', string>;
export interface RandomNumbers {
  /** From 0 to below 1. */
  next(): number;
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
}
export function randomNumbers(seed: number): RandomNumbers;
export function makeOrgans(count: number): NamedOrgan[];
export function makeTexts(organ: NamedOrgan, year: number, seed: number): Texts;
export function asSource(organ: NamedOrgan, year: number, texts: Texts): TextSource;
export function makeSources(organs: readonly NamedOrgan[], years: readonly number[]): Generator<TextSource>;
