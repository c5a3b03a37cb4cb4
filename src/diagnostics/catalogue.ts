import { dataTexts } from './catalogue/data.ts';
import { fileTexts } from './catalogue/files.ts';
import { publishingTexts } from './catalogue/publishing.ts';
import { waiverTexts } from './catalogue/waivers.ts';

/**
 * Every sentence a data keeper reads about a fault, by family of codes.
 * Codes are permanent. Codes of sums and of numbers come from the form data, which name their own
 * (`T3-NONNEG-INT`, `T3-BLANK` …) and use the texts NUMBER and BLANK. What a rule finds, it says itself
 * (`check/rules/`).
 */
export const catalogue = {
  ...fileTexts,
  ...dataTexts,
  ...waiverTexts,
  ...publishingTexts,
} as const;

export type CatalogueCode = keyof typeof catalogue;
export type ParamsOf<C extends CatalogueCode> = Parameters<(typeof catalogue)[C]['message']>[0];
