import type { Severity } from '../diagnostic.ts';

/** The text of one kind of finding: what happened and why, then what to do. */
export interface Entry<P> {
  severity: Severity;
  /** Short name of the fault, for lists. */
  title: string;
  message(params: P): string;
  hint?(params: P): string | undefined;
}

export function entry<P>(
  severity: Severity,
  title: string,
  message: (params: P) => string,
  hint?: (params: P) => string | undefined,
): Entry<P> {
  return hint ? { severity, title, message, hint } : { severity, title, message };
}
