import type { ComparedSentence } from '../model/compare.ts';
import { escapeHtml } from './html.ts';

/** What lists print by the thousand: written here, since a template's loop costs many times as much. */

/** Figures of a row, zeros in fainter ink so that the eye finds the others. */
export function renderFigures(values: readonly string[]): string {
  return values
    .map((value) => (value === '0' ? '<td class="zero">0</td>' : `<td>${escapeHtml(value)}</td>`))
    .join('');
}

/** Cells with a class each. */
export function renderMarks(cells: readonly { kind: string; text: string }[]): string {
  return cells.map(({ kind, text }) => `<td class="${escapeHtml(kind)}">${escapeHtml(text)}</td>`).join('');
}

/** The sentences of a text; those the other text lacks in an element of their own. */
export function renderCompared(sentences: readonly ComparedSentence[], element: 'del' | 'ins'): string {
  return sentences
    .map(({ text, shared }) => {
      const name = shared ? 'span' : element;
      return `<${name}>${escapeHtml(text)}</${name}>`;
    })
    .join('');
}
