import type { Edit } from '../edits.ts';
import type { SourceFault } from '../fault.ts';
import { align } from './align.ts';
import { outline } from './outline.ts';

/**
 * What is slipped in a YAML text that no parser can take apart, and the changes after which one can. Nothing is known
 * here of what the data may hold: the layout of the lines alone says what was meant.
 */
export function mend(text: string): { faults: SourceFault[]; edits: Edit[] } {
  const { items, slips } = outline(text);
  const all = [...slips, ...align(text, items)];
  const edits = all.flatMap((slip) => slip.edits);
  return {
    faults: all.map(({ edits: _, ...fault }) => fault),
    edits: edits.filter((edit) => !isInside(edit, edits)),
  };
}

/** What is mended in a line that is set aside as a whole makes no difference. */
function isInside(edit: Edit, edits: readonly Edit[]): boolean {
  return edits.some(
    (other) => other !== edit && other.to === '' && other.start <= edit.start && edit.end <= other.end,
  );
}
