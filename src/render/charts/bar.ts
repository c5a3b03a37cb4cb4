import type { Bar } from '../../pages/charts.ts';
import { place } from './place.ts';

/** A bar beside its words, which say what it shows; so it is hidden from readers who do not see it. */
export function renderBar(parts: Bar): string {
  let x = 0;
  const drawn = parts
    .filter(({ share }) => share > 0)
    .map(({ kind, share }) => {
      const rect = `<rect class="${kind}" x="${place(x)}" y="0" width="${place(share)}" height="8"></rect>`;
      x += share;
      return rect;
    });
  return `<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">${drawn.join('')}</svg>`;
}
