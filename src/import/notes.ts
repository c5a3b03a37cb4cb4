import type { Form } from '../forms/compile.ts';
import { type Block, labelKey, ordinary } from './blocks.ts';

/** 注1　表二 · 规章 · 本年制发件数：其中修订16件: the mark, the official name of a cell or 本表, and the note. */
const pattern = /^注\d{1,3}\s*((?:本表|表[一二三四五六七八九十]).+)$/;

/** Notes under a table of our own documents, by address, and the blocks that are none. */
export function readNotes(
  form: Form,
  section: string,
  blocks: readonly Block[],
): { notes: Map<string, string>; rest: Block[] } {
  const notes = new Map<string, string>();
  const rest = blocks.filter((block) => {
    const note = block.kind === 'text' ? noteOf(form, section, block.text) : undefined;
    if (note) notes.set(note.address, note.text);
    return !note;
  });
  return { notes, rest };
}

function noteOf(form: Form, section: string, text: string): { address: string; text: string } | undefined {
  const line = pattern.exec(ordinary(text))?.[1] ?? '';
  // The name of a cell may hold a colon itself: 本年收费金额（单位：万元）.
  for (const { index } of line.matchAll(/[:：]/g)) {
    const about = labelKey(line.slice(0, index));
    const note = line.slice(index + 1).trim();
    if (about === '本表') return { address: section, text: note };
    const cell = form.cells.find(({ path, name }) => path[0] === section && labelKey(name) === about);
    if (cell) return { address: cell.address, text: note };
  }
  return undefined;
}
