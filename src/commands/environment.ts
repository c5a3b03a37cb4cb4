import type { Format } from '../diagnostics/reporters/formats.ts';

/** The outside world as the commands see it; `cli.ts` makes the real one, tests their own. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  color: boolean;
}

export interface CommonOptions {
  root: string;
  format: Format;
  today?: string;
}

/** Clean, data errors, wrong use, fault of ours. */
export const exitCodes = { clean: 0, errors: 1, usage: 2, fault: 3 } as const;
