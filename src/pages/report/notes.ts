import { z } from 'zod';
import type { Report } from '../../reports/report.ts';

/** A note under a table. */
export const note = z.strictObject({
  id: z.string(),
  /** What stands at the cell: 1, 2 … */
  mark: z.string(),
  /** The cell it is about, or 本表. */
  about: z.string(),
  text: z.string(),
});

interface Placed {
  /** Of a cell or a table. */
  address: string;
  /** The table it stands under. */
  section: string;
  note: z.infer<typeof note>;
}

/** As the reader meets their marks: the note to a table before those to its cells. */
export function notesOf({ form, notes }: Report): Placed[] {
  const position = (address: string) =>
    form.cellAt.get(address)?.index ?? form.cells.findIndex(({ path }) => path[0] === address) - 0.5;
  return [...notes]
    .sort(([a], [b]) => position(a) - position(b))
    .map(([address, text], i) => {
      const mark = String(i + 1);
      const about = form.cellAt.get(address)?.name ?? '本表';
      return { address, section: address.split('.')[0]!, note: { id: `note-${mark}`, mark, about, text } };
    });
}
