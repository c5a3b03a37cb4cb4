import type { Node, Span } from './node.ts';

/** What a reader found wrong with the text itself. */
export interface SourceFault extends Span {
  code: 'SRC-SYNTAX' | 'SRC-DUPLICATE-KEY' | 'SRC-EMPTY' | 'SRC-CHARACTER';
  /** What happened, or the key that stands twice, or the name of the character. */
  what: string;
  write?: string;
  /** For a key written twice: where it stood first. */
  first?: Span;
  /** Only this value is at fault; all the rest could be read. */
  contained?: true;
  /** All the rest was read as if this had been written right; `part`: but for what stands here, which may be missing elsewhere. */
  mended?: 'whole' | 'part';
}

export interface Parsed {
  /** Absent where nothing could be read. */
  root?: Node;
  faults: SourceFault[];
}

/** Whether what stands elsewhere cannot be told apart either; a key written twice or a stray character can be passed over. */
export function hidesTheRest(fault: SourceFault): boolean {
  return (fault.code === 'SRC-SYNTAX' && !fault.contained && !fault.mended) || fault.code === 'SRC-EMPTY';
}
