import type { Result } from '../result.ts';
import type { Format } from './formats.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

export interface ReporterContext {
  /** The text of a file, for code frames; undefined where there is none to show. */
  text(file: string): string | undefined;
  color: boolean;
  /** Where the data lies in the repository, such as `nianbao`; put before the path of a file. */
  folder?: string;
  /** What the address of a file in the repository begins with; ends with `/`. */
  links?: string;
  /** The program's own version. */
  version?: string;
  /** The texts of a rule, beyond those of the catalogue. */
  rule?(code: string): RuleText | undefined;
}

export interface RuleText {
  title: string;
  /** What it requires and on what ground. */
  help?: string;
}

/** Formats a result for its reader; ends with a newline unless it is empty. */
export type Reporter = (result: Result, context: ReporterContext) => string;

export const reporters = {
  pretty,
  json,
  github,
  gitlab,
  sarif,
  junit,
  markdown,
} satisfies Record<Format, Reporter>;
