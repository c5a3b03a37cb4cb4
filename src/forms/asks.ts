import type { Form, FormSection } from './compile.ts';

/** Section one, which tells the general situation: the first section that holds text. */
export function overviewOf({ sections }: Form): FormSection | undefined {
  return sections.find(({ table }) => !table);
}

/** The section that an edition asks to tell something, by the key of that; undefined where it asks none. */
export function sectionAsked({ sections }: Form, ask: string): FormSection | undefined {
  return sections.find(({ asks }) => asks?.some(({ key }) => key === ask));
}
