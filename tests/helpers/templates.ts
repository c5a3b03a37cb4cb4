import { checkTemplates } from '../../src/render/template-check.ts';
import { type Templates, templateFolder } from '../../src/render/template-folder.ts';
import { checkout } from './built.ts';

export const ours = templateFolder(checkout);

/** Our templates with some replaced or added. */
export function withTemplates(changed: Record<string, string>): Templates {
  return {
    ...ours,
    source: (name) => {
      const text = changed[name];
      return text === undefined ? ours.source(name) : { file: `templates/${name}`, text };
    },
    names: () => [...new Set([...ours.names(), ...Object.keys(changed)])].sort(),
  };
}

/** `code file:line:column–end message` of every fault. */
export function templateFaults(changed: Record<string, string>): string[] {
  return checkTemplates(withTemplates(changed)).map(({ code, place, message }) => {
    const { file, line, column, endColumn } = place!;
    return `${code} ${file}:${line}:${column}–${endColumn} ${message}`;
  });
}
