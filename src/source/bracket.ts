import type { SourceFault } from './fault.ts';

/** A bracket that nothing closes; it is shown with the rest of its line, which is the one to mend. */
export function unclosedBracket(text: string, open: number, end: number): SourceFault {
  const line = text
    .slice(open, end)
    .split(/\r?\n|\s#/)[0]!
    .trimEnd();
  const [name, close] = text[open] === '[' ? ['方括号', ']'] : ['大括号', '}'];
  return {
    code: 'SRC-SYNTAX',
    what: `${name}没有收尾`,
    write: `在这一行的末尾补上 ${close}。`,
    start: open,
    end: open + line.length,
  };
}
