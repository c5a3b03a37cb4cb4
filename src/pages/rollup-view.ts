import { z } from 'zod';
import type { RollUp } from '../model/rollup.ts';
import { note } from './report/notes.ts';
import { tableView } from './report.ts';

/** Reports added up, printed as the official tables. */
export const rollUpView = z.strictObject({
  sentence: z.string(),
  tables: z.array(tableView),
  notes: z.array(note),
});

export function makeRollUp(
  { form, parts, values, lacking }: RollUp,
  sentence: string,
): z.infer<typeof rollUpView> {
  const notes = [...lacking].map(([index, count], i) => ({
    address: form.cells[index]!.address,
    id: `note-${i + 1}`,
    mark: String(i + 1),
    about: form.cells[index]!.name,
    text: `${parts.length}份报告里，${count}份这一格没有数，没有加在内。`,
  }));
  const marks = new Map(notes.map(({ address, mark }) => [address, mark]));
  return {
    sentence,
    tables: form.sections.flatMap(({ table }) =>
      table ? [{ form, table, values, marks, corrected: new Map() }] : [],
    ),
    notes: notes.map(({ address: _, ...note }) => note),
  };
}
