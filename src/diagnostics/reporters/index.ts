import type { Result } from '../result.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';

export interface ReporterContext {
  /** The text of a file, for code frames; undefined where there is none to show. */
  text(file: string): string | undefined;
  color: boolean;
}

/** Formats a result for its reader; ends with a newline unless it is empty. */
export type Reporter = (result: Result, context: ReporterContext) => string;

export const reporters = { pretty, json, github } satisfies Record<string, Reporter>;
export type Format = keyof typeof reporters;
