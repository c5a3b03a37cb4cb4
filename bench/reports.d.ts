import type { Form } from '../src/forms/compile.ts';
import type { Random } from './seeded.js';

export interface Profile {
  rows: number;
  columns: readonly number[];
  size: number;
}
export const profiles: Record<'township' | 'county' | 'city', Profile>;
export function consistentReport(form: Form, random: Random, profile: Profile): number[];
