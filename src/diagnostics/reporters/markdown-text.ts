import type { ReporterContext } from './index.ts';
import { pathAddress, repositoryPath } from './path.ts';

/** Between two letters it is not seen, and keeps services from reading them as one sign. */
const nothing = '\u200b';

/** Data as text of a Markdown line: no markup, no HTML, and nobody is mentioned or linked by it. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]|~#$!]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', `@${nothing}`)
    .replace(/(\\[#!$~])(?=[\w"])/g, `$1${nothing}`)
    .replaceAll('://', `:${nothing}//`)
    .replace(/www\./gi, `$&${nothing}`);
}

/** Data as it stands, in a typewriter face. Inside a table use `escapeMarkdown`. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(line) || line === '' ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

const longestText = 1_000;

/** Line breaks would end the item or the row that the text stands in. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  return line.length > longestText ? `${line.slice(0, longestText)}…` : line;
}

/** `file:line`, linked where the address of the repository is known. */
export function fileLink(file: string, line: number, context: ReporterContext): string {
  const path = repositoryPath(file, context);
  const text = codeSpan(`${path}:${line}`);
  return context.links ? `[${text}](${context.links}${pathAddress(path)}#L${line})` : text;
}
