import edition2019 from './2019.ts';
import edition2021 from './2021.ts';
import { compile, type Form } from './compile.ts';

/** The editions of the form, oldest first. A new edition is a new file and its line here. */
export const forms: readonly Form[] = [edition2019, edition2021].map(compile);

export function formById(id: unknown, among: readonly Form[] = forms): Form | undefined {
  return among.find((form) => form.id === id);
}

/**
 * The edition that reports of this year must use (国办公开办函〔2019〕60号, 〔2021〕30号). A newer edition
 * takes the place of the one in force without a word about its end.
 */
export function formForYear(year: number, among: readonly Form[] = forms): Form | undefined {
  return among.findLast((form) => isFor(form, year));
}

/** Whether an edition is one for reports of this year. */
export function isFor({ years: { from, to = Number.POSITIVE_INFINITY } }: Form, year: number): boolean {
  return year >= from && year <= to;
}
