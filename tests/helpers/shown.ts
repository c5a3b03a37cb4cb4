import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

/** A finding in one line, as `CODE line:column`, with the end of its span where that lies further on. */
export function shown({ code, place }: Diagnostic): string {
  if (!place) return code;
  const { line, column, endLine, endColumn } = place;
  const end = endLine > line ? `-${endLine}:${endColumn}` : endColumn > column ? `-${endColumn}` : '';
  return `${code} ${line}:${column}${end}`;
}
